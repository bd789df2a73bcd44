import { apiReference, providerPage } from "./aws-sources";
import { rowsOf } from "./rows";
import type { DocumentedValue } from "./value";

const database = apiReference("Amazon RDS", "CreateDBInstance");
const postgres = "PostgreSQL documentation, Server Configuration";
const cache = apiReference("Amazon ElastiCache", "CreateReplicationGroup");
const day = "(mon|tue|wed|thu|fri|sat|sun)";
const time = "([01]\\d|2[0-3]):[0-5]\\d";
const daily = new RegExp(`^${time}-${time}$`);
const weekly = new RegExp(`^${day}:${time}-${day}:${time}$`);

/** Database, cache, buckets and registry. */
export const awsDataValues: readonly DocumentedValue[] = [
  ...rowsOf("aws:rds/instance:Instance", database, {
    engine: ["postgres"],
    engineVersion: /^1[4-8]$/,
    databaseInsightsMode: ["standard"],
    "enabledCloudwatchLogsExports.*": ["postgresql", "upgrade"],
    engineLifecycleSupport: ["open-source-rds-extended-support-disabled"],
    storageType: ["gp3"],
    backupWindow: daily,
    maintenanceWindow: weekly,
  }),
  // The SDK's enum stops at an older generation and is no closed list: `string | enums.rds.InstanceType`.
  ...rowsOf(
    "aws:rds/instance:Instance",
    "Amazon RDS User Guide, Supported DB engines for DB instance classes (the row of m7g not verified)",
    {
      instanceClass: ["db.m7g.large"],
    },
  ),
  ...rowsOf(
    "aws:rds/instance:Instance",
    "Amazon RDS User Guide, Using SSL/TLS to encrypt a connection: certificate authorities",
    {
      caCertIdentifier: ["rds-ca-rsa2048-g1"],
    },
  ),
  ...rowsOf("aws:rds/parameterGroup:ParameterGroup", apiReference("Amazon RDS", "CreateDBParameterGroup"), {
    family: /^postgres1[4-8]$/,
    "parameters.*.applyMethod": ["immediate", "pending-reboot"],
  }),
  ...rowsOf("aws:rds/parameterGroup:ParameterGroup", `${postgres}; rds.force_ssl: Amazon RDS User Guide`, {
    "parameters.*.name": [
      "log_connections",
      "log_disconnections",
      "log_lock_waits",
      "log_min_duration_statement",
      "password_encryption",
      "rds.force_ssl",
      "shared_preload_libraries",
      "ssl_min_protocol_version",
    ],
    "parameters.*.value": /^(\d+|TLSv1\.2|pg_stat_statements|scram-sha-256)$/,
  }),
  ...rowsOf("aws:rds/proxy:Proxy", providerPage("db_proxy"), {
    engineFamily: ["POSTGRESQL"],
    "auths.*.authScheme": ["SECRETS"],
    "auths.*.iamAuth": ["DISABLED"],
  }),
  ...rowsOf("aws:elasticache/replicationGroup:ReplicationGroup", cache, {
    engine: ["valkey"],
    engineVersion: ["7.2"],
    nodeType: /^cache\.(t4g\.(micro|small|medium)|[mr]7g\.(large|\d*xlarge))$/,
    maintenanceWindow: weekly,
    snapshotWindow: daily,
  }),
  ...rowsOf("aws:elasticache/replicationGroup:ReplicationGroup", providerPage("elasticache_replication_group"), {
    authTokenUpdateStrategy: ["ROTATE"],
    transitEncryptionMode: ["required"],
    "logDeliveryConfigurations.*.destinationType": ["cloudwatch-logs"],
    "logDeliveryConfigurations.*.logFormat": ["json"],
    "logDeliveryConfigurations.*.logType": ["slow-log"],
  }),
  ...rowsOf(
    "aws:elasticache/parameterGroup:ParameterGroup",
    apiReference("Amazon ElastiCache", "CreateCacheParameterGroup"),
    { family: ["valkey7"] },
  ),
  ...rowsOf("aws:elasticache/parameterGroup:ParameterGroup", "Valkey documentation, Key eviction", {
    "parameters.*.name": ["maxmemory-policy"],
    "parameters.*.value": ["allkeys-lru", "noeviction"],
  }),
  ...rowsOf("aws:s3/bucketCorsConfiguration:BucketCorsConfiguration", providerPage("s3_bucket_cors_configuration"), {
    "corsRules.*.allowedMethods.*": ["GET", "PUT"],
  }),
  ...rowsOf(
    "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
    providerPage("s3_bucket_lifecycle_configuration"),
    { "rules.*.status": ["Enabled"] },
  ),
  ...rowsOf("aws:s3/bucketOwnershipControls:BucketOwnershipControls", providerPage("s3_bucket_ownership_controls"), {
    "rule.objectOwnership": ["BucketOwnerEnforced"],
  }),
  ...rowsOf(
    "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
    providerPage("s3_bucket_server_side_encryption_configuration"),
    { "rules.*.applyServerSideEncryptionByDefault.sseAlgorithm": ["AES256", "aws:kms"] },
  ),
  ...rowsOf("aws:s3/bucketVersioning:BucketVersioning", providerPage("s3_bucket_versioning"), {
    "versioningConfiguration.status": ["Enabled"],
  }),
  ...rowsOf("aws:ecr/repository:Repository", providerPage("ecr_repository"), {
    "encryptionConfigurations.*.encryptionType": ["KMS"],
    imageTagMutability: ["IMMUTABLE"],
  }),
  ...rowsOf("aws:ecr/lifecyclePolicy:LifecyclePolicy", "Amazon ECR User Guide, Lifecycle policy properties", {
    "policy.rules.*.selection.countUnit": ["days"],
  }),
];
