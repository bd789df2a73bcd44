import assert from "node:assert/strict";
import { type Child, type Concept, conceptOf } from "../../../support/concept";
import { pooled as withPooler } from "../../../support/plans";

const stored = (name: string): Child[] => [
  ["secretsmanager.Secret", name],
  ["secretsmanager.SecretVersion", `${name}-value`],
];

describe("aws postgres", () => {
  let postgres: Concept;
  before(async () => {
    postgres = await conceptOf("fixture-aws-prod", "postgres");
  });

  it("is a primary, a replica, and how to connect", () => {
    postgres.isMadeOf([
      ["kms.Key", "key"],
      ["random.RandomPassword", "admin-password"],
      ["random.RandomPassword", "password-1"],
      ["random.RandomId", "final-snapshot"],
      ["rds.SubnetGroup", "subnets"],
      ["rds.ParameterGroup", "parameters-15", "postgres15"],
      ["iam.Role", "monitoring"],
      ["iam.RolePolicyAttachment", "monitoring-policy"],
      ["cloudwatch.LogGroup", "log-postgresql", "/aws/rds/instance/fixture-prod/postgresql"],
      ["cloudwatch.LogGroup", "log-upgrade", "/aws/rds/instance/fixture-prod/upgrade"],
      ["rds.Instance", "instance", "fixture-prod"],
      ["cloudwatch.LogGroup", "replica-1-log-postgresql", "/aws/rds/instance/fixture-prod-replica-1/postgresql"],
      ["cloudwatch.LogGroup", "replica-1-log-upgrade", "/aws/rds/instance/fixture-prod-replica-1/upgrade"],
      ["rds.Instance", "replica-1", "fixture-prod-replica-1"],
      ...["url", "direct-url", "read-url", "user-password", "admin-password"].flatMap(stored),
    ]);
  });

  it("says where it is: the primary itself where there is no pooler", () => {
    const { address, port } = postgres.child("rds.Instance", "instance").outputs;
    assert.deepEqual(postgres.outputs, { host: address, port });
    assert.equal(port, 5432);
  });

  it("is encrypted, private, in two zones, and hard to delete", () => {
    const key = postgres.child("kms.Key", "key").outputs.arn;
    postgres.has("rds.Instance", "instance", {
      engine: "postgres",
      engineVersion: "15",
      instanceClass: "db.m7g.large",
      allocatedStorage: 20,
      maxAllocatedStorage: 100,
      storageEncrypted: true,
      kmsKeyId: key,
      publiclyAccessible: false,
      multiAz: true,
      deletionProtection: true,
      skipFinalSnapshot: false,
      copyTagsToSnapshot: true,
    });
    assert.match(
      String(postgres.child("rds.Instance", "instance").inputs.finalSnapshotIdentifier),
      /^fixture-prod-final-.+$/,
    );
    // The snapshot outlives the database, and its name with it.
    postgres.has("random.RandomId", "final-snapshot", { byteLength: 4, keepers: { identifier: "fixture-prod" } });
    assert.equal(postgres.child("rds.Instance", "instance").protect, true);
    assert.equal(postgres.child("kms.Key", "key").protect, true);
  });

  it("is backed up for 30 days, which outlive it", () => {
    postgres.has("rds.Instance", "instance", {
      backupRetentionPeriod: 30,
      backupWindow: "03:00-04:00",
      deleteAutomatedBackups: false,
      maintenanceWindow: "sun:04:00-sun:05:00",
      autoMinorVersionUpgrade: true,
    });
  });

  it("takes TLS only and logs what is slow", () => {
    const { parameters } = postgres.child("rds.ParameterGroup", "parameters-15").inputs;
    assert.deepEqual(parameters, [
      { name: "rds.force_ssl", value: "1", applyMethod: "immediate" },
      { name: "ssl_min_protocol_version", value: "TLSv1.2", applyMethod: "immediate" },
      { name: "password_encryption", value: "scram-sha-256", applyMethod: "immediate" },
      { name: "log_min_duration_statement", value: "250", applyMethod: "immediate" },
      { name: "log_connections", value: "1", applyMethod: "immediate" },
      { name: "log_disconnections", value: "1", applyMethod: "immediate" },
      { name: "log_lock_waits", value: "1", applyMethod: "immediate" },
      { name: "shared_preload_libraries", value: "pg_stat_statements", applyMethod: "pending-reboot" },
    ]);
    postgres.has("rds.Instance", "instance", {
      enabledCloudwatchLogsExports: ["postgresql", "upgrade"],
      performanceInsightsEnabled: true,
      monitoringInterval: 60,
    });
  });

  it("can have another major version, and is changed when `up` says so", () => {
    postgres.has("rds.Instance", "instance", {
      allowMajorVersionUpgrade: true,
      applyImmediately: true,
      engineLifecycleSupport: "open-source-rds-extended-support-disabled",
    });
  });

  it("has a replica that grows with it, is as encrypted and as private, and can go", () => {
    postgres.has("rds.Instance", "replica-1", {
      replicateSourceDb: "fixture-prod",
      instanceClass: "db.m7g.large",
      storageEncrypted: true,
      publiclyAccessible: false,
      storageType: "gp3",
      engineLifecycleSupport: undefined, // unknown to CreateDBInstanceReadReplica
      maxAllocatedStorage: 100,
      enabledCloudwatchLogsExports: ["postgresql", "upgrade"],
      deletionProtection: false,
      backupRetentionPeriod: 0,
      skipFinalSnapshot: true,
      password: undefined,
    });
  });

  it("waits for its log groups, so that RDS does not make them", () => {
    const before = postgres.waitsFor("rds.Instance", "instance");
    for (const kind of ["postgresql", "upgrade"]) assert.ok(before.has(`fixture-prod-postgres-log-${kind}`));
    assert.ok(postgres.waitsFor("rds.Instance", "replica-1").has("fixture-prod-postgres-replica-1-log-postgresql"));
  });

  it("keeps its secrets out of the plan", () => {
    postgres.has("rds.Instance", "instance", { username: "isotopo_admin", dbName: "fixture", password: "[secret]" });
    for (const version of Object.values(postgres.children("secretsmanager.SecretVersion"))) {
      assert.equal(version.inputs.secretString, "[secret]");
    }
  });

  it("is reached through RDS Proxy where pooling is asked for", async () => {
    const pooled = await conceptOf("fixture-aws-prod", "postgres", withPooler);
    const proxy = pooled.child("rds.Proxy", "proxy");
    assert.equal(pooled.outputs.host, proxy.outputs.endpoint);
    pooled.has("rds.Proxy", "proxy", { name: "fixture-prod", requireTls: true, debugLogging: false });
    pooled.has("rds.ProxyDefaultTargetGroup", "proxy-targets", { "connectionPoolConfig.maxConnectionsPercent": 90 });
    pooled.has("rds.ProxyTarget", "proxy-target", { dbInstanceIdentifier: "fixture-prod" });
  });
});
