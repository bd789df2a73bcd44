import type { ReplaceForcing } from "./table";

/**
 * AWS. Sources: `ForceNew` in the upstream provider (`internal/service/{rds/instance,elasticache/replication_group,
 * secretsmanager/secret,s3/bucket,kms/key,rds/subnet_group,elasticache/subnet_group}.go`, read 2026-11-23).
 */
export const aws: ReplaceForcing = {
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
};
