import type { ResourceFixtures } from "../../core/fixture";
import * as k from "../../kinds/pods.fixtures";

const fix = "Set seccompProfile: { type: RuntimeDefault } for the Pod.";
const path = "securityContext.seccompProfile.type";
const required = "required: one of RuntimeDefault, Localhost";
const profile = (type: string) => ({ seccompProfile: { type } });

export const fixtures: ResourceFixtures = {
  passes: [
    { name: "the container has one", type: k.podType, properties: k.podWith(profile("Localhost")) },
    {
      name: "the Pod has one",
      type: k.deploymentType,
      properties: k.deploymentWith({}, { securityContext: profile("RuntimeDefault") }),
    },
    {
      name: "Windows, which has none",
      type: k.podType,
      properties: k.podWith({}, { os: { name: "windows" } }),
    },
    {
      name: "bad ones, which are baseline's to tell",
      type: k.podType,
      properties: k.podWith(profile("Unconfined")),
    },
  ],
  fails: [
    {
      name: "none",
      type: k.podType,
      properties: k.podWith({}),
      messages: [`${k.podContainer}.${path} is not set; ${required}. ${fix}`],
    },
    {
      name: "a debugging container has none, where the other has",
      type: k.podType,
      properties: {
        spec: {
          containers: [{ name: "app", securityContext: profile("RuntimeDefault") }],
          ephemeralContainers: [{ name: "debug" }],
        },
      },
      messages: [`spec.ephemeralContainers[0].${path} is not set; ${required}. ${fix}`],
    },
  ],
};
