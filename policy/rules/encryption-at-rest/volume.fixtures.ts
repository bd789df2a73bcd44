import type { ResourceFixtures } from "../../core/fixture";
import { failsOf, passesOf, type RowFixture, rowsOf } from "../../kinds/table.fixtures";

const fix = "Encrypt it from the start: an existing one is copied into an encrypted one.";
const volume = "aws:ebs/volume:Volume";
const fileSystem = "aws:efs/fileSystem:FileSystem";
const service = "aws:ecs/service:Service";
const machines = [
  "instance:Instance",
  "launchConfiguration:LaunchConfiguration",
  "spotInstanceRequest:SpotInstanceRequest",
].map((type) => `aws:ec2/${type}`);
const workspace = "aws:workspaces/workspace:Workspace";
const template = "aws:ec2/launchTemplate:LaunchTemplate";
const storageClass = "kubernetes:storage.k8s.io/v1:StorageClass";

const rows: readonly RowFixture[] = [
  ...["rootBlockDevices", "ebsBlockDevices"].map((devices) => ({
    type: "aws:ec2/spotFleetRequest:SpotFleetRequest",
    path: `launchSpecifications[].${devices}[].encrypted`,
    good: true,
    bad: false,
    words: "true",
  })),
  {
    type: "aws:imagebuilder/imageRecipe:ImageRecipe",
    path: "blockDeviceMappings[].ebs.encrypted",
    good: true,
    bad: false,
    words: "true",
  },
  {
    type: "aws:imagebuilder/containerRecipe:ContainerRecipe",
    path: "instanceConfiguration.blockDeviceMappings[].ebs.encrypted",
    good: true,
    bad: false,
    words: "true",
  },
  ...rowsOf(["aws:ebs/snapshotCopy:SnapshotCopy", "aws:ebs/snapshotImport:SnapshotImport", "aws:ec2/amiCopy:AmiCopy"], {
    path: "encrypted",
    good: true,
    bad: false,
    words: "true",
  }),
  {
    type: "aws:ebs/encryptionByDefault:EncryptionByDefault",
    path: "enabled",
    good: true,
    bad: false,
    words: "true",
    safe: true,
  },
];

export const fixtures: ResourceFixtures = {
  passes: [
    ...passesOf(rows),
    { name: "a volume", type: volume, properties: { encrypted: true } },
    { name: "a file system", type: fileSystem, properties: { encrypted: true } },
    ...machines.map((type) => ({
      name: "a machine",
      type,
      properties: { rootBlockDevice: { encrypted: true }, ebsBlockDevices: [{ encrypted: true }] },
    })),
    {
      name: "a workspace",
      type: workspace,
      properties: { rootVolumeEncryptionEnabled: true, userVolumeEncryptionEnabled: true },
    },
    { name: "a service without a volume", type: service, properties: {} },
    {
      name: "a service's volume",
      type: service,
      properties: { volumeConfiguration: { managedEbsVolume: { encrypted: true } } },
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
    ...failsOf(rows, fix),
    {
      name: "a volume",
      type: volume,
      properties: { size: 8 },
      messages: [`encrypted is not set; required: true. ${fix}`],
    },
    {
      name: "a file system",
      type: fileSystem,
      properties: { encrypted: false },
      messages: [`encrypted is false; required: true. ${fix}`],
    },
    ...machines.map((type) => ({
      name: "a machine",
      type,
      properties: { ebsBlockDevices: [{ encrypted: true }, { encrypted: false }] },
      messages: [
        `rootBlockDevice.encrypted is not set; required: true. ${fix}`,
        `ebsBlockDevices[1].encrypted is false; required: true. ${fix}`,
      ],
    })),
    {
      name: "a workspace",
      type: workspace,
      properties: { rootVolumeEncryptionEnabled: true },
      messages: [`userVolumeEncryptionEnabled is not set; required: true. ${fix}`],
    },
    {
      name: "a service's volume",
      type: service,
      properties: { volumeConfiguration: { managedEbsVolume: { name: "data" } } },
      messages: [`volumeConfiguration.managedEbsVolume.encrypted is not set; required: true. ${fix}`],
    },
    {
      name: "a launch template",
      type: template,
      properties: { blockDeviceMappings: [{ ebs: { volumeSize: 8 } }] },
      messages: [`blockDeviceMappings[0].ebs.encrypted is not set; required: true. ${fix}`],
    },
    {
      name: "a storage class of EBS",
      type: storageClass,
      properties: { provisioner: "ebs.csi.aws.com", parameters: { type: "gp3" } },
      messages: [`parameters.encrypted is not set; required: true. ${fix}`],
    },
  ],
};
