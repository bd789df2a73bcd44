import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stringify } from "yaml";
import { build, hasGo, judge, type Operator, operators, type Verdict } from "../support/judges";
import { kubernetesStacks, manifestsOf } from "../support/rendered";

/** Kinds that every shipped stack renders, by the operator that validates them. */
const judged: Readonly<Record<Operator, readonly string[]>> = {
  "cloudnative-pg": ["Cluster", "ScheduledBackup"],
  "cert-manager": ["Certificate", "Issuer"],
  "external-secrets": ["ExternalSecret"],
};

/** What each operator would refuse, warn of or store otherwise: a judge that can't fail proves nothing. */
const faults: readonly { operator: Operator; of: string; manifest: object; verdict: Partial<Verdict> }[] = [
  {
    operator: "cloudnative-pg",
    of: "a role that the operator keeps for itself",
    manifest: cluster({ managed: { roles: [{ name: "postgres", login: true }] } }),
    verdict: {
      refused:
        'Cluster.postgresql.cnpg.io "sample" is invalid: spec.managed.roles: Invalid value: "postgres": This role is reserved for operator use',
    },
  },
  {
    operator: "cloudnative-pg",
    of: "metrics that are asked for at each scrape",
    manifest: cluster({ monitoring: { metricsQueriesTTL: "0s" } }),
    verdict: {
      warnings: [
        "spec.monitoring.metricsQueriesTTL is explicitly set to 0; this disables automatic TTL behavior and can cause heavy load on the PostgreSQL server.",
      ],
    },
  },
  {
    operator: "cloudnative-pg",
    of: "a quantity that is not in its canonical form",
    manifest: cluster({ resources: { requests: { memory: "8192Mi" } } }),
    verdict: { rewritten: ['/spec/resources/requests/memory becomes "8Gi"'] },
  },
  {
    operator: "cloudnative-pg",
    of: "a pooler with the name of its cluster",
    manifest: {
      apiVersion: "postgresql.cnpg.io/v1",
      kind: "Pooler",
      metadata: { name: "sample" },
      spec: { cluster: { name: "sample" }, pgbouncer: { poolMode: "transaction" } },
    },
    verdict: {
      refused:
        'Pooler.postgresql.cnpg.io "sample" is invalid: metadata.name: Invalid value: "sample": the pooler resource cannot have the same name of a cluster',
    },
  },
  {
    operator: "cert-manager",
    of: "a certificate without names",
    manifest: {
      apiVersion: "cert-manager.io/v1",
      kind: "Certificate",
      metadata: { name: "sample" },
      spec: { secretName: "sample", issuerRef: { name: "sample", kind: "Issuer", group: "cert-manager.io" } },
    },
    verdict: {
      refused:
        'spec: Invalid value: "": at least one of commonName (from the commonName field or from a literalSubject), dnsNames, emailSANs, ipAddresses, otherNames, or uriSANs must be set',
    },
  },
  {
    operator: "cert-manager",
    of: "an issuer of two kinds",
    manifest: {
      apiVersion: "cert-manager.io/v1",
      kind: "Issuer",
      metadata: { name: "sample" },
      spec: { selfSigned: {}, ca: { secretName: "sample" } },
    },
    verdict: { refused: "spec.selfSigned: Forbidden: may not specify more than one issuer type" },
  },
  {
    operator: "external-secrets",
    of: "a secret that is read from nowhere",
    manifest: {
      apiVersion: "external-secrets.io/v1",
      kind: "ExternalSecret",
      metadata: { name: "sample" },
      spec: { dataFrom: [{ sourceRef: {} }] },
    },
    verdict: { refused: "generatorRef or storeRef must be set when using sourceRef in dataFrom" },
  },
];

describe("operators' own validation", function () {
  this.timeout(900_000);

  before(async function () {
    if (await hasGo()) return;
    console.log("    skipped: there is no Go to build it with");
    this.skip();
  });

  for (const operator of operators) {
    describe(operator, () => {
      before(() => build(operator));

      for (const stack of kubernetesStacks) {
        it(`accepts ${stack} as it is`, async () => {
          const verdicts = await judge(operator, await manifestsOf(stack));
          const kinds = new Set(verdicts.map(({ kind }) => kind));
          assert.deepEqual(
            judged[operator].filter((kind) => !kinds.has(kind)),
            [],
            "kinds of which it was asked nothing",
          );
          assert.deepEqual(
            verdicts.filter(
              ({ refused, warnings, rewritten }) => refused !== "" || warnings.length > 0 || rewritten.length > 0,
            ),
            [],
          );
        });
      }

      for (const fault of faults.filter((fault) => fault.operator === operator)) {
        it(`finds ${fault.of}`, async () => {
          const folder = mkdtempSync(join(tmpdir(), "isotopo-fault-"));
          try {
            writeFileSync(join(folder, "fault.yaml"), stringify(fault.manifest));
            const [verdict, ...others] = await judge(operator, folder);
            assert.deepEqual(others, []);
            assert.deepEqual(verdict, { ...verdict, ...fault.verdict });
          } finally {
            rmSync(folder, { recursive: true });
          }
        });
      }
    });
  }
});

/** A Cluster that is accepted as it is, but for what is said. */
function cluster(spec: object): object {
  return {
    apiVersion: "postgresql.cnpg.io/v1",
    kind: "Cluster",
    metadata: { name: "sample" },
    spec: { instances: 1, storage: { size: "1Gi" }, ...spec },
  };
}
