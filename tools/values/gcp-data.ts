import type { DocumentedValue } from "./value";

const sdk = "the SDK's own documentation of the property (upstream Google provider)";
const cloudSql = "Cloud SQL for PostgreSQL documentation";
const memorystore = "Memorystore for Redis documentation";
const storage = "Cloud Storage documentation";

const instance = "gcp:sql/databaseInstance:DatabaseInstance";
const redis = "gcp:redis/instance:Instance";
const bucket = "gcp:storage/bucket:Bucket";
const repository = "gcp:artifactregistry/repository:Repository";

/** Network, registry, secrets, identity, database, Redis and buckets on Google Cloud. */
export const gcpDataValues: readonly DocumentedValue[] = [
  { type: "gcp:compute/network:Network", property: "routingMode", values: ["REGIONAL"], source: sdk },
  { type: "gcp:compute/subnetwork:Subnetwork", property: "stackType", values: ["IPV4_ONLY"], source: sdk },
  {
    type: "gcp:compute/subnetwork:Subnetwork",
    property: "logConfig.aggregationInterval",
    values: ["INTERVAL_5_SEC"],
    source: sdk,
  },
  {
    type: "gcp:compute/subnetwork:Subnetwork",
    property: "logConfig.metadata",
    values: ["INCLUDE_ALL_METADATA"],
    source: sdk,
  },
  { type: "gcp:compute/routerNat:RouterNat", property: "natIpAllocateOption", values: ["AUTO_ONLY"], source: sdk },
  {
    type: "gcp:compute/routerNat:RouterNat",
    property: "sourceSubnetworkIpRangesToNat",
    values: ["ALL_SUBNETWORKS_ALL_IP_RANGES"],
    source: sdk,
  },
  { type: "gcp:compute/routerNat:RouterNat", property: "logConfig.filter", values: ["ERRORS_ONLY"], source: sdk },
  { type: "gcp:compute/firewall:Firewall", property: "direction", values: ["INGRESS", "EGRESS"], source: sdk },
  { type: "gcp:compute/firewall:Firewall", property: "allows.*.protocol", values: ["tcp"], source: sdk },
  { type: "gcp:compute/firewall:Firewall", property: "denies.*.protocol", values: ["all"], source: sdk },
  {
    type: "gcp:compute/firewall:Firewall",
    property: "logConfig.metadata",
    values: ["INCLUDE_ALL_METADATA"],
    source: sdk,
  },
  {
    type: "gcp:servicenetworking/connection:Connection",
    property: "service",
    values: ["servicenetworking.googleapis.com"],
    source: sdk,
  },
  { type: "gcp:dns/managedZone:ManagedZone", property: "visibility", values: ["private"], source: sdk },
  { type: "gcp:kms/cryptoKey:CryptoKey", property: "purpose", values: ["ENCRYPT_DECRYPT"], source: sdk },
  { type: "gcp:kms/cryptoKey:CryptoKey", property: "rotationPeriod", values: /^\d+s$/, source: sdk },
  { type: "gcp:kms/cryptoKey:CryptoKey", property: "destroyScheduledDuration", values: /^\d+s$/, source: sdk },
  {
    type: "gcp:kms/cryptoKeyIAMMember:CryptoKeyIAMMember",
    property: "role",
    values: ["roles/cloudkms.cryptoKeyEncrypterDecrypter"],
    source: "Cloud KMS documentation, permissions and roles",
  },
  {
    type: "gcp:secretmanager/secretVersion:SecretVersion",
    property: "deletionPolicy",
    values: ["ABANDON"],
    source: sdk,
  },
  {
    type: "gcp:serviceaccount/iAMMember:IAMMember",
    property: "role",
    values: ["roles/iam.serviceAccountTokenCreator"],
    source: "IAM documentation, service account roles; Cloud Storage documentation, signed URLs",
  },
  {
    type: "gcp:projects/service:Service",
    property: "service",
    // One for each module of the SDK that resources are made by.
    values: /^[a-z]+\.googleapis\.com$/,
    source: "each service's API reference, service name (Google API discovery documents)",
  },
  {
    type: "gcp:secretmanager/secretIamMember:SecretIamMember",
    property: "role",
    values: ["roles/secretmanager.secretAccessor"],
    source: "Secret Manager documentation, access control with IAM",
  },
  {
    type: "gcp:storage/bucketIAMMember:BucketIAMMember",
    property: "role",
    values: ["roles/storage.objectViewer", "roles/storage.objectUser"],
    source: `${storage}, IAM roles`,
  },
  {
    type: "gcp:artifactregistry/repositoryIamMember:RepositoryIamMember",
    property: "role",
    values: ["roles/artifactregistry.reader"],
    source: "Artifact Registry documentation, access control with IAM",
  },
  ...["gcp:logging/projectSink:ProjectSink", "gcp:logging/projectExclusion:ProjectExclusion"].map((type) => ({
    type,
    property: "filter",
    // No kind of resource and no log but these.
    values:
      /^(?!.*(resource\.type=|log_id\()"(?!(http_load_balancer|cloud_run_(revision|worker_pool|job)|cloudsql_database|compute\.googleapis\.com\/vpc_flows)")).+/,
    source: "Cloud Logging documentation, Monitored resources and services; VPC documentation, Access flow logs",
  })),
  {
    type: "gcp:projects/serviceIdentity:ServiceIdentity",
    property: "service",
    values: [
      "artifactregistry.googleapis.com",
      "redis.googleapis.com",
      "secretmanager.googleapis.com",
      "sqladmin.googleapis.com",
    ],
    source: "each service's API reference, service name (Google API discovery documents)",
  },
  { type: repository, property: "format", values: ["DOCKER"], source: "Artifact Registry API reference, Repository" },
  { type: repository, property: "cleanupPolicies.*.action", values: ["DELETE"], source: sdk },
  { type: repository, property: "cleanupPolicies.*.condition.tagState", values: ["ANY", "UNTAGGED"], source: sdk },
  { type: repository, property: "mode", values: ["REMOTE_REPOSITORY"], source: sdk },
  {
    type: repository,
    property: "remoteRepositoryConfig.dockerRepository.publicRepository",
    values: ["DOCKER_HUB"],
    source: sdk,
  },
  { type: repository, property: "cleanupPolicies.*.condition.olderThan", values: /^\d+s$/, source: sdk },
  {
    type: repository,
    property: "vulnerabilityScanningConfig.enablementConfig",
    values: ["INHERITED"],
    source: sdk,
  },
  { type: bucket, property: "storageClass", values: ["STANDARD"], source: sdk },
  { type: bucket, property: "location", values: /^[A-Z]+-[A-Z]+\d+$/, source: `${storage}, bucket locations` },
  { type: bucket, property: "publicAccessPrevention", values: ["enforced"], source: sdk },
  {
    type: bucket,
    property: "lifecycleRules.*.action.type",
    values: ["Delete", "AbortIncompleteMultipartUpload"],
    source: sdk,
  },
  { type: bucket, property: "lifecycleRules.*.condition.withState", values: ["ARCHIVED", "LIVE"], source: sdk },
  { type: bucket, property: "cors.*.methods.*", values: ["GET", "HEAD", "PUT", "POST", "DELETE"], source: sdk },
  { type: instance, property: "databaseVersion", values: /^POSTGRES_1[4-7]$/, source: sdk },
  { type: instance, property: "settings.edition", values: ["ENTERPRISE", "ENTERPRISE_PLUS"], source: sdk },
  {
    type: instance,
    property: "settings.tier",
    values: /^db-(g1-small|custom-\d+-\d+|perf-optimized-N-(2|4))$/,
    source: `${cloudSql}, about instance settings, machine type`,
  },
  { type: instance, property: "settings.diskType", values: ["PD_SSD"], source: sdk },
  { type: instance, property: "settings.availabilityType", values: ["ZONAL", "REGIONAL"], source: sdk },
  { type: instance, property: "settings.ipConfiguration.sslMode", values: ["ENCRYPTED_ONLY"], source: sdk },
  {
    type: instance,
    property: "settings.ipConfiguration.serverCaMode",
    values: ["GOOGLE_MANAGED_CAS_CA"],
    source: sdk,
  },
  {
    type: instance,
    property: "settings.ipConfiguration.serverCertificateRotationMode",
    values: ["AUTOMATIC_ROTATION_DURING_MAINTENANCE"],
    source: sdk,
  },
  {
    type: instance,
    property: "settings.databaseFlags.*.name",
    values: [
      "log_checkpoints",
      "log_connections",
      "log_disconnections",
      "log_lock_waits",
      "log_min_duration_statement",
      "log_temp_files",
      "max_connections",
    ],
    source: `${cloudSql}, configure database flags`,
  },
  {
    type: instance,
    property: "settings.databaseFlags.*.value",
    values: /^(on|\d+)$/,
    source: `${cloudSql}, configure database flags`,
  },
  {
    type: instance,
    property: "settings.connectionPoolConfigs.*.flags.*.name",
    values: ["pool_mode", "max_pool_size"],
    source: `${cloudSql}, configure Managed Connection Pooling`,
  },
  {
    type: instance,
    property: "settings.connectionPoolConfigs.*.flags.*.value",
    values: /^(transaction|session|\d+)$/,
    source: `${cloudSql}, configure Managed Connection Pooling`,
  },
  { type: instance, property: "settings.backupConfiguration.startTime", values: /^\d\d:\d\d$/, source: sdk },
  {
    type: instance,
    property: "settings.backupConfiguration.backupRetentionSettings.retentionUnit",
    values: ["COUNT"],
    source: sdk,
  },
  { type: instance, property: "settings.maintenanceWindow.updateTrack", values: ["stable"], source: sdk },
  { type: "gcp:sql/database:Database", property: "deletionPolicy", values: ["ABANDON"], source: sdk },
  { type: "gcp:sql/user:User", property: "deletionPolicy", values: ["ABANDON"], source: sdk },
  { type: redis, property: "redisVersion", values: ["REDIS_7_2"], source: `${memorystore}, supported versions` },
  {
    type: redis,
    property: "redisConfigs.maxmemory-gb",
    values: /^\d+\.\d$/,
    source: `${memorystore}, Redis configurations; memory management best practices`,
  },
  { type: redis, property: "maintenancePolicy.weeklyMaintenanceWindows.*.day", values: ["SUNDAY"], source: sdk },
  { type: redis, property: "tier", values: ["STANDARD_HA", "BASIC"], source: sdk },
  { type: redis, property: "connectMode", values: ["PRIVATE_SERVICE_ACCESS"], source: sdk },
  { type: redis, property: "transitEncryptionMode", values: ["SERVER_AUTHENTICATION"], source: sdk },
  { type: redis, property: "persistenceConfig.persistenceMode", values: ["RDB"], source: sdk },
  {
    type: redis,
    property: "persistenceConfig.rdbSnapshotPeriod",
    values: ["ONE_HOUR", "TWENTY_FOUR_HOURS"],
    source: sdk,
  },
  {
    type: redis,
    property: "redisConfigs.maxmemory-policy",
    values: ["noeviction", "allkeys-lru"],
    source: `${memorystore}, Redis configurations`,
  },
];
