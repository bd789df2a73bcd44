import assert from "node:assert/strict";
import { type Concept, conceptOf } from "../../support/concept";

const server = "dbforpostgresql.Server";

/** Parameters of the server, by name. */
function parametersOf(postgres: Concept): Record<string, unknown> {
  const set = Object.values(postgres.children("dbforpostgresql.Configuration"));
  return Object.fromEntries(set.map(({ inputs }) => [String(inputs.configurationName), inputs.value]));
}

describe("azure postgres", () => {
  let postgres: Concept;
  before(async () => {
    postgres = await conceptOf("icosistem-azure-prod", "postgres");
  });

  it("is a server in two zones, in the network only", () => {
    postgres.has(server, "server", {
      version: "15",
      sku: { name: "Standard_D2ds_v5", tier: "GeneralPurpose" },
      storage: { autoGrow: "Enabled", storageSizeGB: 32, type: "Premium_LRS" },
      highAvailability: { mode: "ZoneRedundant", standbyAvailabilityZone: "2" },
      availabilityZone: "1",
      "network.publicNetworkAccess": "Disabled",
      "network.privateDnsZoneArmResourceId": postgres.child("privatedns.PrivateZone", "zone").id,
    });
    postgres.has("privatedns.PrivateZone", "zone", {
      privateZoneName: "icosistem-prod.private.postgres.database.azure.com",
    });
    // Without the link, the server's name is nowhere to be found.
    assert.ok(postgres.waitsFor(server, "server").has("icosistem-prod-postgres-zone-link"));
  });

  it("is backed up in two regions, kept from deletion, and changed on Sundays at four", () => {
    postgres.has(server, "server", {
      backup: { backupRetentionDays: 30, geoRedundantBackup: "Enabled" },
      maintenanceWindow: { customWindow: "Enabled", dayOfWeek: 0, startHour: 4, startMinute: 0 },
    });
    assert.equal(postgres.child(server, "server").protect, true);
    assert.equal(postgres.child("dbforpostgresql.Database", "database").protect, true);
    postgres.has("authorization.ManagementLockByScope", "lock", {
      level: "CanNotDelete",
      scope: postgres.child(server, "server").id,
    });
  });

  it("forces TLS 1.2 and logs slow statements", () => {
    assert.deepEqual(parametersOf(postgres), {
      require_secure_transport: "on",
      ssl_min_protocol_version: "TLSv1.2",
      max_connections: "800",
      log_min_duration_statement: "250",
      "pg_qs.query_capture_mode": "top",
      "pgms_wait_sampling.query_capture_mode": "all",
    });
  });

  it("sets one parameter after the other", () => {
    const before = postgres.waitsFor("dbforpostgresql.Configuration", "pgms-wait-sampling-query-capture-mode");
    for (const suffix of ["require-secure-transport", "ssl-min-protocol-version", "max-connections"]) {
      assert.ok(before.has(`icosistem-prod-postgres-${suffix}`));
    }
  });

  it("has a replica that is as private", () => {
    postgres.has(server, "replica-1", {
      createMode: "Replica",
      sourceServerResourceId: postgres.child(server, "server").id,
      sku: { name: "Standard_D2ds_v5", tier: "GeneralPurpose" },
      "network.publicNetworkAccess": "Disabled",
      administratorLoginPassword: undefined,
    });
  });

  it("keeps its secrets out of the plan and in the vault", () => {
    postgres.has(server, "server", { administratorLogin: "icosistem_user", administratorLoginPassword: "[secret]" });
    const secrets = postgres.children("keyvault.Secret");
    assert.deepEqual(Object.keys(secrets).sort(), ["direct-url", "read-url", "url", "user-password"]);
    for (const { inputs } of Object.values(secrets)) assert.equal(Object(inputs.properties).value, "[secret]");
  });

  it("is reached by PgBouncer's port where pooling is asked for", async () => {
    const pooled = await conceptOf("anclora-azure-prod", "postgres");
    assert.equal(postgres.outputs.port, 5432);
    assert.equal(pooled.outputs.port, 6432);
    const { "pgbouncer.enabled": on, "pgbouncer.pool_mode": mode, ...rest } = parametersOf(pooled);
    assert.deepEqual([on, mode, rest["pgbouncer.default_pool_size"]], ["true", "transaction", "720"]);
  });

  it("in development has no standby, no replica, and backups of a week", async () => {
    const small = await conceptOf("icosistem-azure-dev", "postgres");
    small.has(server, "server", {
      "highAvailability.mode": "Disabled",
      backup: { backupRetentionDays: 7, geoRedundantBackup: "Disabled" },
    });
    assert.deepEqual(Object.keys(small.children(server)), ["server"]);
    assert.deepEqual(Object.keys(small.children("authorization.ManagementLockByScope")), []);
  });
});
