import assert from "node:assert/strict";
import { type Concept, conceptOf } from "../../support/concept";
import { changedPlanOf } from "../../support/plans";

const type = "sql.DatabaseInstance";

describe("gcp postgres", () => {
  let postgres: Concept;
  before(async () => {
    postgres = await conceptOf("icosistem-gcp-prod", "postgres");
  });

  it("has a private address only, and speaks TLS only, with a name that a client can verify", () => {
    postgres.has(type, "instance", {
      "settings.ipConfiguration.ipv4Enabled": false,
      "settings.ipConfiguration.sslMode": "ENCRYPTED_ONLY",
      "settings.ipConfiguration.serverCaMode": "GOOGLE_MANAGED_CAS_CA",
    });
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
    assert.deepEqual(Object.keys(postgres.children("secretmanager.Secret")).sort(), [
      "authorities",
      "direct-url",
      "read-url",
      "url",
      "user-password",
    ]);
    postgres.has("secretmanager.SecretVersion", "url-value", { secretData: "[secret]" });
  });

  it("is encrypted with a key of its own where that is asked for", async () => {
    const plan = await changedPlanOf("icosistem-gcp-prod", { overrides: { customerManagedKeys: true } });
    const held = ["sql/databaseInstance:DatabaseInstance", "redis/instance:Instance", "storage/bucket:Bucket"];
    for (const kind of held) {
      const [found] = plan.resources.filter((resource) => resource.type === `gcp:${kind}`);
      assert.match(JSON.stringify(found?.inputs), /crypto-key/, kind);
    }
  });
});
