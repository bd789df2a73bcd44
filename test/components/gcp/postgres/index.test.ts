import assert from "node:assert/strict";
import { at, type Concept, conceptOf } from "../../../support/concept";
import { ownKeys, planOf, pooled } from "../../../support/plans";

const type = "sql.DatabaseInstance";

describe("gcp postgres", () => {
  let postgres: Concept;
  before(async () => {
    postgres = await conceptOf("fixture-gcp-prod", "postgres");
  });

  it("has a private address only, and speaks TLS only, with a name that a client can verify", () => {
    postgres.has(type, "instance", {
      "settings.ipConfiguration.ipv4Enabled": false,
      "settings.ipConfiguration.sslMode": "ENCRYPTED_ONLY",
      "settings.ipConfiguration.serverCaMode": "GOOGLE_MANAGED_CAS_CA",
    });
    for (const instance of ["instance", "replica-1"]) {
      postgres.has(type, instance, {
        "settings.ipConfiguration.serverCertificateRotationMode": "AUTOMATIC_ROTATION_DURING_MAINTENANCE",
      });
    }
    postgres.has("dns.ManagedZone", "names", { dnsName: "sql-psa.goog.", visibility: "private" });
  });

  it("stands in two zones and keeps its backups as long as the environment says", () => {
    postgres.has(type, "instance", {
      databaseVersion: "POSTGRES_15",
      "settings.availabilityType": "REGIONAL",
      "settings.backupConfiguration.backupRetentionSettings.retainedBackups": 30,
      "settings.backupConfiguration.pointInTimeRecoveryEnabled": true,
      "settings.backupConfiguration.startTime": "03:00",
    });
  });

  it("logs who signs in, slow statements and waits, and never other statements", () => {
    const flags = at(postgres.child(type, "instance").inputs, "settings.databaseFlags");
    assert.ok(Array.isArray(flags));
    assert.deepEqual(Object.fromEntries(flags.map((flag) => [at(flag, "name"), at(flag, "value")])), {
      log_checkpoints: "on",
      log_connections: "on",
      log_disconnections: "on",
      log_lock_waits: "on",
      log_min_duration_statement: "250",
      log_temp_files: "10240",
      max_connections: "800",
    });
  });

  it("pools so that two users together stay within the share, on a disk cache", async () => {
    const shared = await conceptOf("fixture-gcp-prod", "postgres", pooled);
    const { inputs } = shared.child(type, "instance");
    const flags = at(inputs, "settings.connectionPoolConfigs.0.flags");
    assert.ok(Array.isArray(flags));
    const flag = (list: unknown[], name: string) =>
      at(
        list.find((each) => at(each, "name") === name),
        "value",
      );
    const database = at(inputs, "settings.databaseFlags");
    assert.ok(Array.isArray(database));
    const [pool, most] = [flag(flags, "max_pool_size"), flag(database, "max_connections")].map(Number);
    assert.ok(pool !== undefined && most !== undefined && pool > 0 && 2 * pool < most, `${pool} of ${most}`);
    assert.deepEqual(at(inputs, "settings.dataCacheConfig"), { dataCacheEnabled: true });
    assert.equal(at(postgres.child(type, "instance").inputs, "settings.dataCacheConfig"), undefined);
  });

  it("refuses to be deleted, and takes a last backup where it is", () => {
    postgres.has(type, "instance", {
      deletionProtection: true,
      "settings.deletionProtectionEnabled": true,
      "settings.finalBackupConfig.enabled": true,
    });
    assert.equal(postgres.child(type, "instance").protect, true);
  });

  it("grows by itself: its storage is not the program's to set", () => {
    postgres.has(type, "instance", { "settings.diskAutoresize": true, "settings.diskAutoresizeLimit": 100 });
    assert.deepEqual(postgres.child(type, "instance").ignoreChanges, ["settings.diskSize"]);
  });

  it("has a replica of its primary, and hands out secrets by reference", () => {
    const primary = postgres.child(type, "instance");
    postgres.has(type, "replica-1", { masterInstanceName: primary.outputs.name });
    const from = postgres.child(type, "replica-1").propertyDependencies.settings ?? [];
    assert.ok(from.includes(primary.urn), "a replica is made as large as its primary is");
    assert.deepEqual(Object.keys(postgres.children("secretmanager.Secret")).sort(), [
      "admin-password",
      "authorities",
      "direct-url",
      "read-url",
      "url",
      "user-password",
    ]);
    postgres.has("secretmanager.SecretVersion", "url-value", { secretData: "[secret]" });
  });

  it("is encrypted with a key of its own where that is asked for", async () => {
    const plan = await planOf("fixture-gcp-prod", {}, ownKeys);
    const held = ["sql/databaseInstance:DatabaseInstance", "redis/instance:Instance", "storage/bucket:Bucket"];
    for (const kind of held) {
      const [found] = plan.resources.filter((resource) => resource.type === `gcp:${kind}`);
      assert.match(JSON.stringify(found?.inputs), /crypto-key/, kind);
    }
  });
});
