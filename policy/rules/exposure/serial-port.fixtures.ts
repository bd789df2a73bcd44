import type { ResourceFixtures } from "../../core/fixture";

const fix = "Leave out serial-port-enable, and switch it on for as long as a machine is repaired.";
const types = [
  "gcp:compute/instance:Instance",
  "gcp:compute/instanceFromMachineImage:InstanceFromMachineImage",
  "gcp:compute/instanceFromTemplate:InstanceFromTemplate",
  "gcp:compute/instanceTemplate:InstanceTemplate",
  "gcp:compute/regionInstanceTemplate:RegionInstanceTemplate",
  "gcp:compute/projectMetadata:ProjectMetadata",
];

export const fixtures: ResourceFixtures = {
  passes: types.flatMap((type) => [
    { name: "off", type, properties: { metadata: { "serial-port-enable": "FALSE" } } },
    { name: "nothing said", type, properties: { metadata: { "enable-oslogin": "TRUE" } } },
  ]),
  fails: types.flatMap((type) => [
    {
      name: "on",
      type,
      properties: { metadata: { "serial-port-enable": "TRUE" } },
      messages: [`metadata.serial-port-enable is "TRUE"; required: false. ${fix}`],
    },
    {
      name: "on, as a number",
      type,
      properties: { metadata: { "serial-port-enable": 1 } },
      messages: [`metadata.serial-port-enable is 1; required: false. ${fix}`],
    },
  ]),
};
