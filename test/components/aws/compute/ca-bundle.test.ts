import assert from "node:assert/strict";
import { needsCaBundle } from "../../../../components/aws/compute/ca-bundle";
import type { SecretReference, VariableValue } from "../../../../components/contract";

const rows: [name: string, secrets: SecretReference[], variables: Record<string, VariableValue>, needs: boolean][] = [
  ["the database's address", ["postgres.url"], {}, true],
  ["the replicas' address", ["postgres.readUrl"], {}, true],
  ["the file by its path", ["postgres.password"], { PGSSLROOTCERT: { ref: "postgres.caPath" } }, true],
  ["a password alone", ["postgres.password"], { PGHOST: { ref: "postgres.host" } }, false],
  ["the address of a cache", ["redis.cache.url"], {}, false],
  ["a secret of its own that is called so", ["secret.postgres_url"], {}, false],
];

describe("aws authorities of the database", () => {
  for (const [name, secrets, variables, needs] of rows) {
    it(`${needs ? "are" : "are not"} there for a workload that has ${name}`, () => {
      assert.equal(needsCaBundle({ secrets, variables }), needs);
      const byVariable = Object.fromEntries(secrets.map((secret, i) => [`SECRET_${i}`, secret]));
      assert.equal(needsCaBundle({ secrets: byVariable, variables }), needs);
    });
  }
});
