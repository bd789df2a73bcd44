/** A line of a component, broken, and the rule that has to see it. */
export interface ComponentBreak {
  /** The stack that is previewed with it; one without an environment is a registry's. */
  stack: string;
  /** The component's file, in `components/`. */
  file: string;
  /** What stands there once, and what is put in its place. */
  line: string;
  broken: string;
  rule: string;
  /** End of the name of the resource that is reported. */
  resource: string;
}

const of =
  (stack: string, file: string) =>
  (line: string, broken: string, rule: string, resource: string): ComponentBreak => ({
    stack,
    file,
    line,
    broken,
    rule,
    resource,
  });

const aws = (file: string) => of("fixture-aws-prod", `aws/${file}.ts`);
const gcp = (file: string) => of("fixture-gcp-prod", `gcp/${file}.ts`);
const azure = (file: string) => of("fixture-azure-prod", `azure/${file}.ts`);
const kubernetes = (file: string) => of("fixture-kubernetes-prod", `kubernetes/${file}.ts`);

/** Breaks of one stack are previewed together: each names its own finding. */
export const componentBreaks: readonly ComponentBreak[] = [
  aws("postgres/index")(
    "storageEncrypted: true,",
    "storageEncrypted: false,",
    "encryption-at-rest-database",
    "-instance",
  ),
  aws("postgres/index")("publiclyAccessible: false,", "publiclyAccessible: true,", "exposure-database", "-instance"),
  aws("postgres/index")(
    "backupRetentionPeriod: spec.backupRetentionDays,",
    "backupRetentionPeriod: 3,",
    "backup-database-retention",
    "-instance",
  ),
  aws("postgres/index")(
    "skipFinalSnapshot: !leavesSnapshot,",
    "skipFinalSnapshot: true,",
    "backup-final-snapshot",
    "-instance",
  ),
  aws("postgres/index")("multiAz: spec.highAvailability,", "", "availability-database-ha", "-instance"),
  aws("postgres/index")(
    "deletionProtection: spec.deletionProtection,",
    "",
    "data-safety-deletion-protection",
    "-instance",
  ),
  aws("postgres/index")("enabledCloudwatchLogsExports: [...logKinds],", "", "logging-database", "-instance"),
  aws("redis/index")(
    "transitEncryptionEnabled: true,",
    "transitEncryptionEnabled: false,",
    "encryption-in-transit-cache",
    "-group",
  ),
  aws("redis/index")("atRestEncryptionEnabled: true,", "", "encryption-at-rest-cache", "-group"),
  aws("redis/index")(
    "snapshotRetentionLimit: spec.snapshotRetentionDays,",
    "snapshotRetentionLimit: 0,",
    "backup-cache-snapshots",
    "-group",
  ),
  aws("redis/index")("automaticFailoverEnabled: spec.highAvailability,", "", "availability-cache-ha", "-group"),
  aws("storage/bucket")(
    "const statements = [denyInsecureTransport(bucket.arn)];",
    "const statements: PolicyStatement[] = [];",
    "encryption-in-transit-bucket",
    "-assets",
  ),
  aws("storage/bucket")(
    'spec.versioned ? "Enabled" : "Suspended"',
    '"Suspended"',
    "backup-bucket-versioning",
    "-assets",
  ),
  aws("storage/bucket")(
    "blockPublicPolicy: true,",
    "blockPublicPolicy: false,",
    "exposure-bucket-public-access",
    "-public-access",
  ),
  of("fixture-aws", "aws/registry/index.ts")(
    'imageTagMutability: "IMMUTABLE",',
    "",
    "governance-image-immutability",
    "-app",
  ),
  of("fixture-aws", "aws/registry/index.ts")("scanOnPush: true", "scanOnPush: false", "logging-registry-scan", "-app"),
  of("fixture-aws", "aws/registry/index.ts")(
    "forceDelete: !context.protect,",
    "forceDelete: true,",
    "data-safety-no-force-destroy",
    "-app",
  ),
  aws("key")("enableKeyRotation: true,", "", "encryption-at-rest-key-rotation", "-key"),
  aws("key")("other: 30 }", "other: 7 }", "data-safety-key-deletion-window", "-key"),
  aws("compute/load-balancer")(
    'accessLogs: { bucket: storage.accessLogBucket, prefix: "alb", enabled: true },',
    "",
    "logging-load-balancer",
    "-load-balancer",
  ),
  aws("compute/load-balancer")(
    "sslPolicy: tlsPolicy,",
    'sslPolicy: "ELBSecurityPolicy-2016-08",',
    "encryption-in-transit-load-balancer",
    "-https",
  ),

  gcp("postgres/settings")("ipv4Enabled: false,", "ipv4Enabled: true,", "exposure-database", "-instance"),
  gcp("postgres/settings")(
    'sslMode: "ENCRYPTED_ONLY",',
    'sslMode: "ALLOW_UNENCRYPTED_AND_ENCRYPTED",',
    "encryption-in-transit-database",
    "-instance",
  ),
  gcp("postgres/settings")(
    "retainedBackups: spec.backupRetentionDays",
    "retainedBackups: 2",
    "backup-database-retention",
    "-instance",
  ),
  gcp("postgres/settings")("pointInTimeRecoveryEnabled: true,", "", "backup-point-in-time", "-instance"),
  gcp("postgres/settings")(
    'availabilityType: spec.highAvailability ? "REGIONAL" : "ZONAL",',
    'availabilityType: "ZONAL",',
    "availability-database-ha",
    "-instance",
  ),
  gcp("redis/index")('transitEncryptionMode: "SERVER_AUTHENTICATION",', "", "encryption-in-transit-cache", "-instance"),
  gcp("redis/index")("authEnabled: true,", "", "identity-cache-auth", "-instance"),
  gcp("storage/index")('publicAccessPrevention: "enforced",', "", "exposure-bucket-public-access", "-assets"),
  gcp("storage/index")("versioning: { enabled: spec.versioned },", "", "backup-bucket-versioning", "-assets"),
  gcp("storage/index")(
    "forceDestroy: !spec.deletionProtection,",
    "forceDestroy: true,",
    "data-safety-no-force-destroy",
    "-assets",
  ),
  of("fixture-gcp", "gcp/registry/index.ts")(
    "dockerConfig: { immutableTags: true },",
    "",
    "governance-image-immutability",
    "-repository",
  ),
  gcp("edge/load-balancer")(
    'minTlsVersion: "TLS_1_2"',
    'minTlsVersion: "TLS_1_0"',
    "encryption-in-transit-tls-floor",
    "-tls",
  ),
  gcp("network/index")(
    'flowSampling: context.environment === "prod" ? 1 : 0.5,',
    "flowSampling: 0,",
    "logging-network-flow",
    "-private",
  ),
  gcp("network/index")("autoCreateSubnetworks: false,", "", "logging-network-flow", "-vpc"),

  azure("postgres/server")(
    `delegatedSubnetResourceId: network.postgresSubnetId,
      privateDnsZoneArmResourceId: zoneId,
      publicNetworkAccess: dbforpostgresql.ServerPublicNetworkAccessState.Disabled,`,
    'publicNetworkAccess: "Enabled",',
    "exposure-database",
    "-server",
  ),
  azure("postgres/server")(
    "Math.min(Math.max(spec.backupRetentionDays, backupDays.least), backupDays.most)",
    "7",
    "backup-database-retention",
    "-server",
  ),
  azure("storage/account")(
    "allowBlobPublicAccess: false,",
    "allowBlobPublicAccess: true,",
    "exposure-bucket-public-access",
    "-assets",
  ),
  azure("storage/account")(
    "enableHttpsTrafficOnly: true,",
    "enableHttpsTrafficOnly: false,",
    "encryption-in-transit-storage-account",
    "-assets",
  ),
  azure("storage/account")(
    "minimumTlsVersion: azure.MinimumTlsVersion.TLS1_2,",
    "",
    "encryption-in-transit-tls-floor",
    "-assets",
  ),
  azure("redis/index")(
    "publicNetworkAccess: redisenterprise.PublicNetworkAccess.Disabled,",
    'publicNetworkAccess: "Enabled",',
    "exposure-cache",
    "-cluster",
  ),
  azure("secrets/index")("enablePurgeProtection: true,", "", "data-safety-key-deletion-window", "-vault"),
  azure("secrets/index")(
    "enableRbacAuthorization: true,",
    "enableRbacAuthorization: false,",
    "identity-key-vault-rbac",
    "-vault",
  ),
  azure("edge/origins")(
    "type: cdn.OriginAuthenticationType.SystemAssignedIdentity,",
    "",
    "exposure-storage-network",
    "-storage-assets",
  ),
  of("fixture-azure", "azure/registry/index.ts")(
    "anonymousPullEnabled: false,",
    "anonymousPullEnabled: true,",
    "exposure-registry",
    "-registry",
  ),
  azure("edge/routes")(
    "httpsRedirect: cdn.HttpsRedirect.Enabled,",
    'httpsRedirect: "Disabled",',
    "encryption-in-transit-http-redirect",
    "-route-fixture-example-cab234",
  ),

  kubernetes("security-context")("allowPrivilegeEscalation: false,", "", "containers-privilege-escalation", "-web"),
  kubernetes("security-context")("privileged: false,", "privileged: true,", "containers-non-privileged", "-web"),
  kubernetes("security-context")("readOnlyRootFilesystem: true,", "", "containers-read-only-root", "-web"),
  kubernetes("security-context")('capabilities: { drop: ["ALL"] },', "", "containers-capabilities-restricted", "-web"),
  kubernetes("compute/pod")(
    'limits: { ...quantity(workload.limits), "ephemeral-storage": diskLimit(workload) },',
    "",
    "containers-limits",
    "-web",
  ),
  kubernetes("compute/pod")("readinessProbe: probe(probes?.readiness, port),", "", "containers-probes", "-web"),
  kubernetes("compute/pod")("automountServiceAccountToken: false,", "", "identity-service-account-token", "-web"),
  kubernetes("postgres/cluster")('"hostnossl all all all reject", ', "", "encryption-in-transit-database", "-cluster"),
  kubernetes("postgres/cluster")("isWALArchiver: true,", "", "backup-database-retention", "-cluster"),
];
