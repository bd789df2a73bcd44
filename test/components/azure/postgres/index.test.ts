import assert from "node:assert/strict";
import { type Concept, conceptOf } from "../../../support/concept";
import { pooled as withPooler } from "../../../support/plans";

const server = "dbforpostgresql.Server";

/** Parameters of the server, by name. */
function parametersOf(postgres: Concept): Record<string, unknown> {
  const set = Object.values(postgres.children("dbforpostgresql.Configuration"));
  return Object.fromEntries(set.map(({ inputs }) => [String(inputs.configurationName), inputs.value]));
}

describe("azure postgres", () => {
  let postgres: Concept;
  before(async () => {
    postgres = await conceptOf("fixture-azure-prod", "postgres");
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
      privateZoneName: "fixture-prod.private.postgres.database.azure.com",
    });
    // Without the link, the server's name is nowhere to be found.
    assert.ok(postgres.waitsFor(server, "server").has("fixture-prod-postgres-zone-link"));
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
      log_min_duration_statement: "250",
      "pg_qs.query_capture_mode": "top",
      "pgms_wait_sampling.query_capture_mode": "all",
    });
  });

  it("leaves the number of connections to the machine, which has more than is promised", () => {
    // A replica may not have fewer than its primary: what each machine has of itself grows with it.
    assert.equal(parametersOf(postgres).max_connections, undefined);
  });

  it("sets one parameter after the other", () => {
    const before = postgres.waitsFor("dbforpostgresql.Configuration", "pgms-wait-sampling-query-capture-mode");
    for (const suffix of ["require-secure-transport", "ssl-min-protocol-version", "log-min-duration-statement"]) {
      assert.ok(before.has(`fixture-prod-postgres-${suffix}`));
    }
  });

  it("has a replica that is as private", () => {
    postgres.has(server, "replica-1", {
      createMode: "Replica",
      sourceServerResourceId: postgres.child(server, "server").id,
      sku: { name: "Standard_D2ds_v5", tier: "GeneralPurpose" },
      "network.publicNetworkAccess": "Disabled",
      administratorLoginPassword: undefined,
      // What the primary has by then: it may have grown.
      "storage.storageSizeGB": 32,
    });
    const { propertyDependencies } = postgres.child(server, "replica-1");
    assert.ok(propertyDependencies.storage?.includes(postgres.child(server, "server").urn));
  });

  it("keeps the logs of server, sessions and pooler, of the primary and the replica", () => {
    for (const [suffix, source] of [
      ["log-primary", "server"],
      ["log-replica-1", "replica-1"],
    ] as const) {
      postgres.has("monitor.DiagnosticSetting", suffix, {
        resourceUri: postgres.child(server, source).id,
        workspaceId: postgres.child("operationalinsights.Workspace", "log").id,
        logs: ["PostgreSQLLogs", "PostgreSQLFlexSessions", "PostgreSQLFlexPGBouncer"].map((category) => ({
          category,
          enabled: true,
        })),
      });
    }
    postgres.has("operationalinsights.Workspace", "log", { retentionInDays: 90 });
  });

  it("has an administrator whose password has all kinds of letters that Azure asks for", () => {
    postgres.has("random.RandomPassword", "admin-password", { minLower: 1, minUpper: 1, minNumeric: 1 });
  });

  it("keeps its secrets out of the plan and in the vault", () => {
    postgres.has(server, "server", { administratorLogin: "isotopo_admin", administratorLoginPassword: "[secret]" });
    const secrets = postgres.children("keyvault.Secret");
    assert.deepEqual(Object.keys(secrets).sort(), ["admin-password", "direct-url", "read-url", "url", "user-password"]);
    for (const { inputs } of Object.values(secrets)) assert.equal(Object(inputs.properties).value, "[secret]");
  });

  it("is reached by PgBouncer's port where pooling is asked for", async () => {
    const pooled = await conceptOf("fixture-azure-prod", "postgres", withPooler);
    assert.equal(postgres.outputs.port, 5432);
    assert.equal(pooled.outputs.port, 6432);
    const { "pgbouncer.enabled": on, "pgbouncer.pool_mode": mode, ...rest } = parametersOf(pooled);
    assert.deepEqual([on, mode, rest["pgbouncer.default_pool_size"]], ["true", "transaction", "720"]);
    // Clients may name their statements, which is off by default.
    assert.equal(rest["pgbouncer.max_prepared_statements"], "200");
  });

  it("in development has no standby, no replica, and backups of a week", async () => {
    const small = await conceptOf("fixture-azure-dev", "postgres");
    small.has(server, "server", {
      "highAvailability.mode": "Disabled",
      backup: { backupRetentionDays: 7, geoRedundantBackup: "Disabled" },
    });
    assert.deepEqual(Object.keys(small.children(server)), ["server"]);
    assert.deepEqual(Object.keys(small.children("authorization.ManagementLockByScope")), []);
  });
});
