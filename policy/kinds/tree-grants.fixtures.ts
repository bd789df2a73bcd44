import type { Failing, Passing } from "../core/fixture";
import { grantType } from "./everyone";
import { treeGrants } from "./google-grants";

const until = { condition: { title: "a", expression: "request.time < timestamp('2030-01-01T00:00:00Z')" } };
const some = { condition: { title: "a", expression: "resource.name.startsWith('projects/_/buckets/shop')" } };
const grantsOnly = (role: string) => ({
  condition: {
    title: "a",
    expression: `api.getAttribute('iam.googleapis.com/modifiedGrantsByRole', []).hasOnly(['${role}'])`,
  },
});
const forTask = "Any other role is one for a task.";
const admin = { role: "roles/resourcemanager.projectIamAdmin" };

/** Grants in projects, folders and organizations that are held to something. */
export const treePasses = treeGrants.flatMap((grant): Passing[] => [
  ...["Member", "Binding"].flatMap((kind): Passing[] => [
    {
      name: "a role for a task",
      type: grantType(grant, kind),
      properties: { role: "roles/storage.objectViewer" },
      harmless: { role: forTask },
    },
    {
      name: "a role on some buckets",
      type: grantType(grant, kind),
      properties: { role: "roles/editor", ...some },
      harmless: { role: forTask },
    },
    {
      name: "grants one role",
      type: grantType(grant, kind),
      properties: { ...admin, ...grantsOnly("roles/viewer") },
      harmless: { role: forTask },
    },
  ]),
  {
    name: "a role for a task",
    type: grantType(grant, "Policy"),
    properties: { policyData: JSON.stringify({ bindings: [{ role: "roles/viewer", members: [] }] }) },
    harmless: {
      policyData: forTask,
      "policyData.bindings": forTask,
      "policyData.bindings[0].members": "Whoever it is granted to.",
      "policyData.bindings[0].role": forTask,
    },
  },
]);

/** Grants of everything there. */
export const treeFailsWith = (required: string, fix: string): Failing[] =>
  treeGrants.flatMap((grant): Failing[] => [
    ...["Member", "Binding"].flatMap((kind) =>
      [
        { role: "roles/owner" },
        { role: "roles/editor", ...until },
        { ...admin },
        { ...admin, ...grantsOnly("roles/owner") },
        { ...admin, condition: { title: "a", expression: "no expression" } },
      ].map(
        (properties): Failing => ({
          name: JSON.stringify(properties),
          type: grantType(grant, kind),
          properties,
          messages: [`role is "${properties.role}"; required: ${required}. ${fix}`],
        }),
      ),
    ),
    {
      name: "everything",
      type: grantType(grant, "Policy"),
      properties: {
        policyData: JSON.stringify({ bindings: [{ role: "roles/editor", members: [], condition: until.condition }] }),
      },
      messages: [`policyData.bindings[0].role is "roles/editor"; required: ${required}. ${fix}`],
    },
  ]);
