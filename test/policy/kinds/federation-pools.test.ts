import assert from "node:assert/strict";
import { View } from "../../../policy/core/view";
import { openCredential, openProvider } from "../../../policy/kinds/federation";
import { eks, github, pulumi, vercel } from "./federation-claims";

describe("a provider of a workload identity pool", () => {
  const github1 = `https://${github}`;
  const rows: readonly [issuerUri: string, attributeCondition: string | undefined, open: number][] = [
    [github1, undefined, 1],
    [`${github1}/shop`, undefined, 0],
    ["https://gitlab.com", undefined, 1],
    ["https://oidc.codefresh.io", undefined, 1],
    ["https://scalr.io", undefined, 1],
    [`https://${pulumi}`, undefined, 1],
    [`https://${pulumi}`, "assertion.sub.startsWith('pulumi:environments:org:')", 1],
    [`https://${pulumi}`, "assertion.sub.startsWith('pulumi:environments:org:shop:')", 0],
    [`https://${pulumi}`, "assertion.aud == 'gcp:shop'", 0],
    [`https://${vercel}`, "assertion.environment == 'production'", 1],
    [`https://${vercel}/shop`, undefined, 0],
    [`https://${eks}`, undefined, 0],
    ["https://container.googleapis.com/v1/projects/p/locations/l/clusters/c", undefined, 0],
    ["https://eu.oic.prod-aks.azure.com/tenant/cluster/", undefined, 0],
    ["https://gitlab.example.com", undefined, 0],
    ["https://login.microsoftonline.com/tenant/v2.0", undefined, 0],
    ["https://login.microsoftonline.com/tenant/v2.0", "true", 0],
    ["https://login.microsoftonline.com/tenant/v2.0", "assertion.sub =", 1],
  ];
  for (const [issuerUri, attributeCondition, open] of rows) {
    it(`${issuerUri}, ${attributeCondition ?? "no condition"}: ${open} open`, () => {
      const provider = {
        oidc: { issuerUri },
        attributeCondition,
        attributeMapping: { "google.subject": "assertion.sub" },
      };
      assert.equal(openProvider(View.of(provider)).length, open);
    });
  }
});

describe("a federated credential of Azure's", () => {
  const rows: readonly [issuer: string, subject: string, open: number][] = [
    [`https://${github}`, "repo:shop/web:environment:production", 0],
    [`https://${github}`, "environment:production", 1],
    [`https://${github}`, "job_workflow_ref:shop/ci/.github/workflows/x.yml@refs/heads/main", 1],
    ["https://gitlab.com", "project_path:shop/web:ref_type:branch:ref:main", 0],
    ["https://gitlab.com", "environment:production", 1],
    ["https://agent.buildkite.com", "01849a90-477b-4fa8-9968-496074483cee", 0],
    ["https://agent.buildkite.com", "organization:shop:pipeline:web:ref:refs/heads/main:commit:a:step:b", 0],
    ["https://agent.buildkite.com", "pipeline:web", 1],
    ["https://app.terraform.io", "organization:shop:project:p:workspace:w:run_phase:apply", 0],
    [`https://${pulumi}`, "pulumi:environments:org:shop:env:web/prod", 0],
    [`https://${vercel}`, "owner:shop:project:web:environment:production", 0],
    [`https://${eks}`, "system:serviceaccount:shop:web", 0],
    ["https://login.example.com", "any", 0],
    ["https://login.example.com", "any*", 1],
  ];
  for (const [issuer, subject, open] of rows) {
    it(`${issuer}, ${subject}: ${open} open`, () =>
      assert.equal(openCredential(View.of({ issuer, subject })).length, open));
  }
});
