import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { at, conceptOf } from "../../../support/concept";
import { pooled } from "../../../support/plans";
import { projectDir } from "../../../support/project";

/**
 * First release of CloudNativePG, of those that the page may name, whose webhook takes a parameter of the pooler
 * (`AllowedPgbouncerGenericConfigurationParameters` in pooler_webhook.go at the tags, read 2026-11-30). A line of releases has
 * its own: `client_tls_sslmode` came to 1.26.2 and 1.27.1, and 1.26.0, 1.26.1 and 1.27.0 refuse the pooler.
 */
const poolerParameters: Readonly<Record<string, string>> = {
  client_tls_sslmode: "1.28.0",
  max_client_conn: "1.18.0",
  default_pool_size: "1.18.0",
  max_db_connections: "1.18.0",
  max_prepared_statements: "1.19.6",
};

/** First release whose Cluster has a field that came late (config/crd/bases at the tags, read 2026-11-30). */
const clusterFields: Readonly<Record<string, string>> = {
  enablePDB: "1.23.0",
  "plugins.0.isWALArchiver": "1.25.0",
  "postgresql.synchronous.dataDurability": "1.25.0",
  "walStorage.resizeInUseVolumes": "1.17.0",
};

describe("the version of CloudNativePG that the page asks for", () => {
  const page = readFileSync(join(projectDir, "docs/kubernetes.md"), "utf8");
  const named = /\[CloudNativePG\]\(\S+\) ([\d.]+) or newer/.exec(page)?.[1] ?? assert.fail("the page names none");

  it("takes all parameters of the pooler, each of which was looked up", async () => {
    const pooler = (await conceptOf("fixture-kubernetes-prod", "postgres", pooled)).child(
      "postgresql.cnpg.io/v1 Pooler",
      "pooler",
    );
    const written = Object.keys(at(pooler.inputs, "spec.pgbouncer.parameters") as object);
    assert.deepEqual(written.sort(), Object.keys(poolerParameters).sort());
    assert.deepEqual(newerThan(named, poolerParameters), []);
  });

  it("has the fields of the Cluster that came late", async () => {
    const { inputs } = (await conceptOf("fixture-kubernetes-prod", "postgres")).child(
      "postgresql.cnpg.io/v1 Cluster",
      "cluster",
    );
    for (const path of Object.keys(clusterFields)) assert.notEqual(at(inputs, `spec.${path}`), undefined, path);
    assert.deepEqual(newerThan(named, clusterFields), []);
  });

  it("would be too old with the one before", () => {
    assert.deepEqual(newerThan("1.27.0", poolerParameters), ["client_tls_sslmode: 1.28.0"]);
  });
});

function newerThan(version: string, first: Readonly<Record<string, string>>): string[] {
  return Object.entries(first)
    .filter(([, since]) => compare(since, version) > 0)
    .map(([what, since]) => `${what}: ${since}`);
}

function compare(a: string, b: string): number {
  const numbers = (version: string) => version.split(".").map(Number);
  const [one, other] = [numbers(a), numbers(b)];
  for (let i = 0; i < 3; i += 1) {
    const difference = (one[i] ?? 0) - (other[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
