import { canonicalType } from "../../policy/protocol/canonical-type";
import type { WireObject } from "../model/wire";

/** A kind of data that a resource may hold. */
export interface HeldKind {
  /** The resource's name in plain words; undefined if its type says it better. */
  noun?: string;
  /** The data that is lost with it, as a warning says it. */
  words: string;
}

/**
 * Kinds of data, from the most important. Logs are not among them: a stack works without them, and a warning for them hides
 * the others.
 */
export const heldKinds = {
  whole: { words: "everything in it" },
  database: { noun: "database", words: "the database and its rows" },
  table: { noun: "table", words: "the table and its rows" },
  volume: { noun: "volume", words: "the volume and its files" },
  bucket: { noun: "bucket", words: "the bucket and its objects" },
  backups: { words: "the backups" },
  users: { words: "the users and their passwords" },
  registry: { noun: "registry", words: "the images, those that run among them" },
  key: { noun: "key", words: "the key, and with it all data that it encrypts" },
  secret: { noun: "secret", words: "the secret and its versions" },
  machine: { noun: "machine", words: "the machine and what is on its disks" },
  zone: { noun: "zone", words: "the zone and its records" },
  queue: { words: "the messages that were not processed yet" },
  cache: { noun: "cache", words: "what the cache or queue holds" },
} as const satisfies Record<string, HeldKind>;
export type HeldKindName = keyof typeof heldKinds;

/** The kind of data that each type holds. */
const held: Readonly<Record<string, HeldKindName>> = {
  ...of("database", [
    "aws:rds/instance:Instance",
    "aws:rds/cluster:Cluster",
    "aws:rds/globalCluster:GlobalCluster",
    "aws:docdb/cluster:Cluster",
    "aws:neptune/cluster:Cluster",
    "aws:redshift/cluster:Cluster",
    "aws:redshiftserverless/namespace:Namespace",
    "aws:opensearch/domain:Domain",
    "aws:timestreamwrite/database:Database",
    "gcp:sql/databaseInstance:DatabaseInstance",
    "gcp:sql/database:Database",
    "gcp:alloydb/cluster:Cluster",
    "gcp:spanner/instance:Instance",
    "gcp:spanner/database:Database",
    "gcp:firestore/database:Database",
    "gcp:bigtable/instance:Instance",
    "azure-native:dbforpostgresql:Server",
    "azure-native:dbforpostgresql:Database",
    "azure-native:dbformysql:Server",
    "azure-native:dbformysql:Database",
    "azure-native:sql:Server",
    "azure-native:sql:Database",
    "azure-native:sql:ManagedInstance",
    "azure-native:cosmosdb:DatabaseAccount",
    "azure-native:documentdb:DatabaseAccount",
    "kubernetes:postgresql.cnpg.io/v1:Cluster",
    "kubernetes:postgresql.cnpg.io/v1:Database",
  ]),
  ...of("table", [
    "aws:dynamodb/table:Table",
    "aws:dynamodb/globalTable:GlobalTable",
    "gcp:bigquery/dataset:Dataset",
    "gcp:bigquery/table:Table",
    "gcp:bigtable/table:Table",
  ]),
  ...of("cache", [
    "aws:elasticache/replicationGroup:ReplicationGroup",
    "aws:elasticache/cluster:Cluster",
    "aws:elasticache/serverlessCache:ServerlessCache",
    "aws:memorydb/cluster:Cluster",
    "gcp:redis/instance:Instance",
    "gcp:redis/cluster:Cluster",
    "gcp:memorystore/instance:Instance",
    "azure-native:redis:Redis",
    "azure-native:redisenterprise:RedisEnterprise",
    "azure-native:redisenterprise:Database",
    "azure-native:cache:Redis",
  ]),
  ...of("queue", [
    "aws:sqs/queue:Queue",
    "aws:kinesis/stream:Stream",
    "aws:msk/cluster:Cluster",
    "aws:mq/broker:Broker",
    "gcp:pubsub/topic:Topic",
    "gcp:pubsub/subscription:Subscription",
    "azure-native:servicebus:Namespace",
    "azure-native:servicebus:Queue",
    "azure-native:eventhub:Namespace",
    "azure-native:eventhub:EventHub",
  ]),
  ...of("bucket", [
    "aws:s3/bucket:Bucket",
    "aws:s3/bucketV2:BucketV2",
    "gcp:storage/bucket:Bucket",
    "azure-native:storage:StorageAccount",
    "azure-native:storage:BlobContainer",
  ]),
  ...of("volume", [
    "aws:ebs/volume:Volume",
    "aws:efs/fileSystem:FileSystem",
    "aws:fsx/lustreFileSystem:LustreFileSystem",
    "aws:fsx/ontapFileSystem:OntapFileSystem",
    "aws:fsx/openZfsFileSystem:OpenZfsFileSystem",
    "aws:fsx/windowsFileSystem:WindowsFileSystem",
    "gcp:compute/disk:Disk",
    "gcp:compute/regionDisk:RegionDisk",
    "gcp:filestore/instance:Instance",
    "azure-native:compute:Disk",
    "azure-native:storage:FileShare",
    "azure-native:netapp:Volume",
    "kubernetes:core/v1:PersistentVolumeClaim",
    "kubernetes:core/v1:PersistentVolume",
  ]),
  ...of("machine", [
    "aws:ec2/instance:Instance",
    "gcp:compute/instance:Instance",
    "azure-native:compute:VirtualMachine",
  ]),
  ...of("key", [
    "aws:kms/key:Key",
    "gcp:kms/cryptoKey:CryptoKey",
    "gcp:kms/keyRing:KeyRing",
    "azure-native:keyvault:Key",
    "azure-native:keyvault:Vault",
  ]),
  ...of("secret", [
    "aws:secretsmanager/secret:Secret",
    "aws:ssm/parameter:Parameter",
    "gcp:secretmanager/secret:Secret",
    "azure-native:keyvault:Secret",
    "kubernetes:external-secrets.io/v1:ExternalSecret",
  ]),
  ...of("registry", [
    "aws:ecr/repository:Repository",
    "gcp:artifactregistry/repository:Repository",
    "azure-native:containerregistry:Registry",
  ]),
  ...of("backups", [
    "aws:backup/vault:Vault",
    "gcp:backupdisasterrecovery/backupVault:BackupVault",
    "azure-native:recoveryservices:Vault",
    "azure-native:dataprotection:BackupVault",
    "kubernetes:barmancloud.cnpg.io/v1:ObjectStore",
  ]),
  ...of("zone", ["aws:route53/zone:Zone", "gcp:dns/managedZone:ManagedZone", "azure-native:dns:Zone"]),
  ...of("whole", [
    "azure-native:resources:ResourceGroup",
    "gcp:organizations/project:Project",
    "kubernetes:core/v1:Namespace",
    "kubernetes:apiextensions.k8s.io/v1:CustomResourceDefinition",
    "aws:eks/cluster:Cluster",
    "gcp:container/cluster:Cluster",
    "azure-native:containerservice:ManagedCluster",
  ]),
  ...of("users", ["aws:cognito/userPool:UserPool"]),
};

/** The kind of data that resources of a type hold; undefined for none. */
export function heldKind(type: string): HeldKindName | undefined {
  const canonical = canonicalType(type);
  return Object.hasOwn(held, canonical) ? held[canonical] : undefined;
}

/** The data that would be lost with a resource of a type, in words; undefined for none. */
export function heldData(type: string): string | undefined {
  const kind = heldKind(type);
  return kind === undefined ? undefined : heldKinds[kind].words;
}

function of(kind: HeldKindName, types: readonly string[]): Record<string, HeldKindName> {
  return Object.fromEntries(types.map((type) => [type, kind]));
}

/** A read replica holds no data that its source does not have. */
export function isReplica({ replicateSourceDb, masterInstanceName, createMode }: WireObject): boolean {
  return replicateSourceDb !== undefined || masterInstanceName !== undefined || createMode === "Replica";
}
