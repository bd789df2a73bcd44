import assert from "node:assert/strict";
import { topologyOf } from "../support/configs";

const rolesOf = (rotate: Record<string, number> = {}, config: object = {}) => {
  const { compute, postgres } = topologyOf("fixture", "prod", { rotate, ...config });
  const [first] = compute.migrations;
  assert.ok(first !== undefined);
  return { first, postgres };
};

describe("the workload that makes the database's roles", () => {
  it("comes first, on every application", () => {
    for (const app of ["fixture", "small"]) {
      assert.equal(topologyOf(app).compute.migrations[0]?.name, "database-roles");
    }
  });

  it("makes the owner and the login of this version, as the administrator, past the pooler", () => {
    const { first, postgres } = rolesOf({ postgres: 3 });
    const { ROLES_SCRIPT, ...variables } = first.variables;
    assert.deepEqual(variables, {
      OWNER_ROLE: postgres.user,
      LOGIN_ROLE: `${postgres.user}_3`,
      LOGIN_NUMBER: "3",
      PGCONNECT_TIMEOUT: "15",
      PGDATABASE: { ref: "postgres.database" },
      PGHOST: { ref: "postgres.directHost" },
      PGPORT: { ref: "postgres.directPort" },
      PGSSLMODE: { ref: "postgres.sslMode" },
      PGSSLROOTCERT: { ref: "postgres.caPath" },
      PGUSER: { ref: "postgres.adminUser" },
    });
    assert.match(String(ROLES_SCRIPT), /^\\password :login$/m);
    assert.deepEqual(first.secrets, { LOGIN_PASSWORD: "postgres.password", PGPASSWORD: "postgres.adminPassword" });
  });

  it("holds no text of a password, and reaches nothing but the database", () => {
    const { first } = rolesOf();
    assert.deepEqual([first.egress, first.buckets], [[], {}]);
    assert.doesNotMatch(JSON.stringify(first.command), /PASSWORD '/);
  });

  it("runs the image that the stack gives", () => {
    const databaseClientImage = "registry.test/postgres:17.11";
    assert.equal(rolesOf({}, { databaseClientImage }).first.image, databaseClientImage);
    assert.match(rolesOf().first.image, /^docker\.io\/library\/postgres:[0-9.]+-alpine@sha256:[0-9a-f]{64}$/);
  });
});
