import type { ResourceFixtures } from "../../core/fixture";

const mend = "Encrypt it from the start: an existing one is copied into an encrypted one.";
const volume = "aws:ebs/volume:Volume";
const fileSystem = "aws:efs/fileSystem:FileSystem";
const instance = "aws:ec2/instance:Instance";
const template = "aws:ec2/launchTemplate:LaunchTemplate";
const storageClass = "kubernetes:storage.k8s.io/v1:StorageClass";

export const fixtures: ResourceFixtures = {
  passes: [
    { name: "a volume", type: volume, properties: { encrypted: true } },
    { name: "a file system", type: fileSystem, properties: { encrypted: true } },
    {
      name: "an instance",
      type: instance,
      properties: { rootBlockDevice: { encrypted: true }, ebsBlockDevices: [{ encrypted: true }] },
    },
    {
      name: "a launch template",
      type: template,
      properties: { blockDeviceMappings: [{ ebs: { encrypted: "true" } }, { virtualName: "ephemeral0" }] },
      harmless: { blockDeviceMappings: "The image's own devices are as encrypted as the image." },
    },
    {
      name: "a storage class of EBS",
      type: storageClass,
      properties: { provisioner: "ebs.csi.aws.com", parameters: { encrypted: "true" } },
      harmless: { provisioner: "Other drivers always encrypt, or can't say." },
    },
    {
      name: "a driver that always encrypts",
      type: storageClass,
      properties: { provisioner: "pd.csi.storage.gke.io" },
      harmless: { provisioner: "Other drivers always encrypt, or can't say." },
    },
  ],
  fails: [
    {
      name: "a volume",
      type: volume,
      properties: { size: 8 },
      messages: [`encrypted is not set; required: true. ${mend}`],
    },
    {
      name: "a file system",
      type: fileSystem,
      properties: { encrypted: false },
      messages: [`encrypted is false; required: true. ${mend}`],
    },
    {
      name: "an instance",
      type: instance,
      properties: { ebsBlockDevices: [{ encrypted: true }, { encrypted: false }] },
      messages: [
        `rootBlockDevice.encrypted is not set; required: true. ${mend}`,
        `ebsBlockDevices[1].encrypted is false; required: true. ${mend}`,
      ],
    },
    {
      name: "a launch template",
      type: template,
      properties: { blockDeviceMappings: [{ ebs: { volumeSize: 8 } }] },
      messages: [`blockDeviceMappings[0].ebs.encrypted is not set; required: true. ${mend}`],
    },
    {
      name: "a storage class of EBS",
      type: storageClass,
      properties: { provisioner: "ebs.csi.aws.com", parameters: { type: "gp3" } },
      messages: [`parameters.encrypted is not set; required: true. ${mend}`],
    },
  ],
};
