import type { ResourceFixtures } from "../../core/fixture";

const fix = "Leave it out; empty the resource by hand before it is meant to go.";

const properties: readonly [type: string, property: string][] = [
  ["aws:s3/bucket:Bucket", "forceDestroy"],
  ["aws:s3/directoryBucket:DirectoryBucket", "forceDestroy"],
  ["aws:s3tables/tableBucket:TableBucket", "forceDestroy"],
  ["aws:s3/vectorsVectorBucket:VectorsVectorBucket", "forceDestroy"],
  ["aws:lightsail/bucket:Bucket", "forceDelete"],
  ["aws:athena/database:Database", "forceDestroy"],
  ["aws:dataexchange/revisionAssets:RevisionAssets", "forceDestroy"],
  ["gcp:storage/folder:Folder", "forceDestroy"],
  ["gcp:storage/managedFolder:ManagedFolder", "forceDestroy"],
  ["gcp:vertex/aiFeatureOnlineStore:AiFeatureOnlineStore", "forceDestroy"],
  ["gcp:vertex/aiFeatureStore:AiFeatureStore", "forceDestroy"],
  ["aws:ecr/repository:Repository", "forceDelete"],
  ["aws:ecrpublic/repository:Repository", "forceDestroy"],
  ["aws:route53/zone:Zone", "forceDestroy"],
  ["aws:backup/vault:Vault", "forceDestroy"],
  ["aws:dsql/cluster:Cluster", "forceDestroy"],
  ["gcp:storage/bucket:Bucket", "forceDestroy"],
  ["gcp:dns/managedZone:ManagedZone", "forceDestroy"],
  ["gcp:bigquery/dataset:Dataset", "deleteContentsOnDestroy"],
  ["gcp:spanner/instance:Instance", "forceDestroy"],
  ["gcp:bigtable/instance:Instance", "forceDestroy"],
  ["gcp:backupdisasterrecovery/backupVault:BackupVault", "forceDelete"],
];

export const fixtures: ResourceFixtures = {
  passes: properties.flatMap(([type, property]) => [
    { name: "nothing is said", type, properties: {} },
    { name: "off", type, properties: { [property]: false } },
  ]),
  fails: properties.map(([type, property]) => ({
    name: "on",
    type,
    properties: { [property]: true },
    messages: [`${property} is true; required: false. ${fix}`],
  })),
};
