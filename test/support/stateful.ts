/**
 * The types that hold data, with the properties whose change makes the provider replace the resource. Sources: `ForceNew`
 * in the upstream AWS provider (`internal/service/{rds/instance,elasticache/replication_group,secretsmanager/secret,
 * s3/bucket,kms/key,rds/subnet_group,elasticache/subnet_group}.go`, read 2026-11-23), and the fields that the Kubernetes
 * API server refuses to change (StatefulSet and PersistentVolumeClaim validation, API reference v1.37).
 */
export const replaceForcing: Readonly<Record<string, readonly string[]>> = {
  "aws:rds/instance:Instance": [
    "availabilityZone",
    "characterSetName",
    "dbName",
    "engine",
    "identifier",
    "identifierPrefix",
    "kmsKeyId",
    "restoreToPointInTime",
    "snapshotIdentifier",
    "storageEncrypted",
    "timezone",
    "username",
  ],
  "aws:rds/subnetGroup:SubnetGroup": ["name", "namePrefix"],
  "aws:elasticache/replicationGroup:ReplicationGroup": [
    "atRestEncryptionEnabled",
    "dataTieringEnabled",
    "engine",
    "globalReplicationGroupId",
    "kmsKeyId",
    "networkType",
    "port",
    "replicationGroupId",
    "snapshotArns",
    "snapshotName",
    "subnetGroupName",
  ],
  "aws:elasticache/subnetGroup:SubnetGroup": ["name"],
  "aws:s3/bucket:Bucket": ["bucket", "bucketPrefix", "objectLockEnabled"],
  "aws:kms/key:Key": ["customerMasterKeySpec", "customKeyStoreId", "keyUsage", "multiRegion"],
  "aws:secretsmanager/secret:Secret": ["name", "namePrefix"],
  "kubernetes:core/v1:PersistentVolumeClaim": [
    "metadata.name",
    "metadata.namespace",
    "spec.accessModes",
    "spec.storageClassName",
    "spec.volumeMode",
    "spec.selector",
  ],
  "kubernetes:apps/v1:StatefulSet": [
    "metadata.name",
    "metadata.namespace",
    "spec.selector",
    "spec.serviceName",
    "spec.podManagementPolicy",
    "spec.volumeClaimTemplates",
  ],
  "kubernetes:core/v1:Namespace": ["metadata.name"],
  "kubernetes:postgresql.cnpg.io/v1:Cluster": ["metadata.name", "metadata.namespace", "spec.bootstrap"],
  "kubernetes:generators.external-secrets.io/v1alpha1:Password": ["metadata.name", "metadata.namespace"],
  "kubernetes:external-secrets.io/v1:ExternalSecret": ["metadata.name", "metadata.namespace", "spec.target.name"],
};

/** The value at a dotted path of plain data; undefined where there is none. */
export function valueAt(data: unknown, path: string): unknown {
  return path.split(".").reduce<unknown>((value, key) => (isRecord(value) ? value[key] : undefined), data);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
