/** What a generated table doesn't say, or says otherwise, of one type. */
export interface Exception {
  /** Why, with the source. */
  why: string;
  /** Paths whose change replaces. */
  replaces?: readonly string[];
  /** Paths whose change replaces for some values; `*` is any. */
  mayReplace?: readonly string[];
  /** Paths that are changed in place. */
  updates?: readonly string[];
}

const immutableData =
  "`forceNewProperties` in `diff.go`: replaced while immutable, which it is by the provider's default";
const batchJobs =
  "each attribute of a batch job is replaced for (`resourceDataflow…CustomizeDiff`); a streaming job is updated";
const addedByCode = "the provider's code adds this to the schema after its literal (`schm.Schema[…] = …`)";
const grownDisk = "replaced where the disk shrinks, or its provisioned IOPS change and its type is no Hyperdisk";
const specialCharacters = "`RequiresReplaceUnlessEmptyStringToNull`: Pulumi sends no empty text in place of none";

/** By type, in the notation of `table.ts` without its marks. Read in the sources that the generated files name. */
export const exceptions: Readonly<Record<string, Exception>> = {
  "gcp:compute/disk:Disk": { why: grownDisk, mayReplace: ["provisionedIops"] },
  "gcp:compute/regionDisk:RegionDisk": { why: grownDisk, mayReplace: ["provisionedIops"] },
  "gcp:compute/instance:Instance": {
    why: "`forceNewIfNetworkIPNotUpdatable`: another address in the same network",
    mayReplace: ["networkInterfaces[].networkIp"],
  },
  "gcp:compute/instanceFromMachineImage:InstanceFromMachineImage": {
    why: `as an instance; and ${addedByCode}`,
    replaces: ["sourceMachineImage", "sourceMachineImageEncryptionKey"],
    mayReplace: ["networkInterfaces[].networkIp"],
  },
  "gcp:compute/instanceFromTemplate:InstanceFromTemplate": {
    why: `as an instance; and ${addedByCode}`,
    replaces: ["sourceInstanceTemplate"],
    mayReplace: ["networkInterfaces[].networkIp"],
  },
  "gcp:dataflow/flexTemplateJob:FlexTemplateJob": { why: batchJobs, mayReplace: ["*"] },
  "gcp:dataflow/job:Job": { why: batchJobs, mayReplace: ["*"] },
  "gcp:logging/billingAccountSink:BillingAccountSink": { why: addedByCode, replaces: ["billingAccount"] },
  "gcp:logging/folderSink:FolderSink": {
    why: addedByCode,
    replaces: ["folder"],
    updates: ["includeChildren", "interceptChildren"],
  },
  "gcp:logging/organizationSink:OrganizationSink": {
    why: addedByCode,
    replaces: ["orgId"],
    updates: ["includeChildren", "interceptChildren"],
  },
  "gcp:logging/projectSink:ProjectSink": {
    why: addedByCode,
    replaces: ["project"],
    updates: ["customWriterIdentity", "uniqueWriterIdentity"],
  },
  "gcp:redis/instance:Instance": {
    why: "only an older version replaces (`isRedisVersionDecreasing`), which is no ordinary change",
    updates: ["redisVersion"],
  },
  "gcp:sql/databaseInstance:DatabaseInstance": {
    why:
      "the master is replaced for unless it is a switchover, the network where it is taken away; another network is a " +
      "migration. A smaller disk replaces where it doesn't grow by itself, which is no ordinary change either",
    replaces: ["masterInstanceName", "settings.ipConfiguration.privateNetwork"],
  },
  "kubernetes:core/v1:ConfigMap": { why: immutableData, replaces: ["binaryData", "data"] },
  "kubernetes:core/v1:ConfigMapPatch": { why: immutableData, replaces: ["binaryData", "data"] },
  "kubernetes:core/v1:PersistentVolumeClaim": {
    why: "the API server refuses a change of the volume's mode (`ValidatePersistentVolumeClaimUpdate`)",
    replaces: ["spec.volumeMode"],
  },
  "kubernetes:core/v1:Secret": { why: immutableData, replaces: ["data", "stringData"] },
  "kubernetes:core/v1:SecretPatch": { why: immutableData, replaces: ["data", "stringData"] },
  "random:index/randomPassword:RandomPassword": { why: specialCharacters, replaces: ["overrideSpecial"] },
  "random:index/randomString:RandomString": { why: specialCharacters, replaces: ["overrideSpecial"] },
};
