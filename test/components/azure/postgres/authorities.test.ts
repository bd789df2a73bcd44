import assert from "node:assert/strict";
import { X509Certificate } from "node:crypto";
import { posix } from "node:path";
import { rootCertificates } from "node:tls";
import { postgresAuthorities } from "../../../../components/azure/postgres/authorities";
import { usesPostgres } from "../../../../components/contract";
import type { PlanResource } from "../../../../preview/model/plan";
import { topologyOfStack } from "../../../parity/topologies";
import { at, conceptOf } from "../../../support/concept";

const pems = postgresAuthorities.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];

describe("the authorities of Azure's database", () => {
  it("are the roots that Microsoft names, byte for byte those that Node.js trusts", () => {
    const names = pems.map((pem) => {
      const { subject, issuer, ca, fingerprint256 } = new X509Certificate(pem);
      assert.equal(subject, issuer);
      assert.ok(ca);
      assert.ok(
        rootCertificates.some((root) => new X509Certificate(root).fingerprint256 === fingerprint256),
        subject,
      );
      return /CN=(.+)/.exec(subject)?.[1];
    });
    assert.deepEqual(names, [
      "DigiCert Global Root G2",
      "Microsoft RSA Root Certificate Authority 2017",
      "DigiCert Global Root CA",
    ]);
  });

  it("are in a file of every workload that connects, where its address and variables say", async () => {
    const compute = await conceptOf("fixture-azure-prod", "compute");
    const { api: _without, ...services } = compute.children("app.ContainerApp");
    const workloads = { ...services, ...compute.children("app.Job") };
    assert.ok(Object.keys(workloads).length >= 5);
    for (const [name, { inputs }] of Object.entries(workloads)) {
      const variables = at(inputs, "template.containers.0.env") as { name: string; value?: string }[];
      const said = variables.find((each) => ["PGSSLROOTCERT", "DB_SSL_CA_PATH"].includes(each.name))?.value ?? "";
      const mounts = at(inputs, "template.containers.0.volumeMounts") as { volumeName: string; mountPath: string }[];
      const mount = mounts.find(({ mountPath }) => mountPath === posix.dirname(said));
      const volumes = at(inputs, "template.volumes") as { name: string; storageType: string; secrets?: unknown[] }[];
      const volume = volumes.find((each) => each.name === mount?.volumeName);
      assert.equal(volume?.storageType, "Secret", name);
      assert.equal(at(volume, "secrets.0.path"), posix.basename(said));
      const secrets = at(inputs, "configuration.secrets") as { name: string; value?: string }[];
      const secret = secrets.find((each) => each.name === at(volume, "secrets.0.secretRef"));
      assert.equal(secret?.value, postgresAuthorities, name);
    }
  });

  it("are in no workload that does not know the database", async () => {
    const without: string[] = [];
    for (const app of ["fixture", "small"]) {
      const { plan } = await conceptOf(`${app}-azure-prod`, "compute");
      const apps = plan.resources.filter(({ type }) => type === "azure-native:app:ContainerApp");
      const isMounted = (each: PlanResource) =>
        JSON.stringify(at(each.inputs, "template.volumes") ?? []).includes("postgres-ca");
      for (const service of topologyOfStack(`${app}-azure-prod`).compute.services) {
        const found = apps.find(({ name }) => name === `${app}-prod-compute-${service.name}`);
        assert.ok(found !== undefined, service.name);
        assert.equal(isMounted(found), usesPostgres(service), found.name);
        if (!usesPostgres(service)) without.push(found.name);
      }
    }
    assert.ok(without.length > 0, "a service without a database");
  });
});
