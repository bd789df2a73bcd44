import type { Failing, Passing, ResourceFixtures } from "../../core/fixture";
import { grantType } from "../../kinds/everyone";
import { treeGrants } from "../../kinds/google-grants";

const fix = "Grant the role on the service account, with gcp.serviceaccount.IAMMember.";
const required = "a grant on the service account that it is about";
const role = "roles/iam.serviceAccountTokenCreator";
const on = (expression: string) => ({ condition: { title: "a", expression } });
const one = on("resource.name.endsWith('/serviceAccounts/shop@shop.iam.gserviceaccount.com')");
const until = on("request.time < timestamp('2030-01-01T00:00:00Z')");
const other = "Other roles are not this rule's.";

export const fixtures: ResourceFixtures = {
  passes: treeGrants.flatMap((grant): Passing[] => [
    ...["Member", "Binding"].flatMap((kind): Passing[] => [
      {
        name: "another role",
        type: grantType(grant, kind),
        properties: { role: "roles/iam.serviceAccountViewer" },
        harmless: { role: other },
      },
      { name: "of one account", type: grantType(grant, kind), properties: { role, ...one }, harmless: { role: other } },
    ]),
    {
      name: "another role",
      type: grantType(grant, "Policy"),
      properties: { policyData: JSON.stringify({ bindings: [{ role: "roles/viewer", members: [] }] }) },
      harmless: {
        policyData: other,
        "policyData.bindings": other,
        "policyData.bindings[0].members": "Whoever it is granted to.",
        "policyData.bindings[0].role": other,
      },
    },
  ]),
  fails: treeGrants.flatMap((grant): Failing[] => [
    ...["Member", "Binding"].flatMap((kind) =>
      [{ role }, { role: "roles/iam.serviceAccountUser", ...until }, { role, ...on("no expression") }].map(
        (properties): Failing => ({
          name: JSON.stringify(properties),
          type: grantType(grant, kind),
          properties,
          messages: [`role is "${properties.role}"; required: ${required}. ${fix}`],
        }),
      ),
    ),
    {
      name: "every account",
      type: grantType(grant, "Policy"),
      properties: { policyData: JSON.stringify({ bindings: [{ role, members: [], ...until }] }) },
      messages: [`policyData.bindings[0].role is "${role}"; required: ${required}. ${fix}`],
    },
  ]),
};
