import assert from "node:assert/strict";
import { at, conceptOf } from "../../../support/concept";
import { pooled as withPooler } from "../../../support/plans";

const pooler = { "cnpg.io/poolerName": "postgres-pooler" };

describe("kubernetes pooler of the database", () => {
  it("is reached through PgBouncer where pooling is asked for", async () => {
    const pooled = await conceptOf("fixture-kubernetes-prod", "postgres", withPooler);
    assert.deepEqual(pooled.outputs, { host: "postgres-pooler.fixture-prod.svc", port: 5432 });
    const { inputs } = pooled.child("postgresql.cnpg.io/v1 Pooler", "pooler");
    assert.deepEqual(
      ["metadata.name", "spec.type", "spec.instances", "spec.pgbouncer.poolMode"].map((path) => at(inputs, path)),
      ["postgres-pooler", "rw", 2, "transaction"],
    );
    // 800 connections, 90 % of them for two Pods and the one more of a rollout; clear text is refused.
    pooled.has("postgresql.cnpg.io/v1 Pooler", "pooler", {
      "spec.pgbouncer.parameters": {
        client_tls_sslmode: "require",
        max_client_conn: "2000",
        default_pool_size: "240",
        max_db_connections: "240",
        max_prepared_statements: "200",
      },
    });
    pooled.has("policy/v1 PodDisruptionBudget", "pooler-budget", {
      spec: {
        maxUnavailable: 1,
        unhealthyPodEvictionPolicy: "AlwaysAllow",
        selector: { matchLabels: pooler },
      },
    });
    // Clients verify the name by which they call.
    const names = at(pooled.child("cert-manager.io/v1 Certificate", "certificate").inputs, "spec.dnsNames") as string[];
    for (const service of ["postgres-rw", "postgres-ro", "postgres-r", "postgres-pooler"]) {
      for (const suffix of ["", ".fixture-prod", ".fixture-prod.svc", ".fixture-prod.svc.cluster.local"]) {
        assert.ok(names.includes(`${service}${suffix}`), `${service}${suffix}`);
      }
    }
  });
});
