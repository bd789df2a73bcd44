import type { Failing, Passing, ResourceFixtures } from "../../core/fixture";

const fix = "Leave these to administrators; grant a predefined role on the one resource where a task needs it.";
const required = "permissions that lead to no more";
const google = ["gcp:projects/iAMCustomRole:IAMCustomRole", "gcp:organizations/iAMCustomRole:IAMCustomRole"];
const azure = "azure-native:authorization:RoleDefinition";
const other = "Other permissions lead to no more.";

export const fixtures: ResourceFixtures = {
  passes: [
    ...google.map(
      (type): Passing => ({
        name: "reads",
        type,
        properties: { permissions: ["storage.objects.get", "storage.buckets.getIamPolicy"] },
        harmless: { permissions: other, "permissions[0]": other, "permissions[1]": other },
      }),
    ),
    {
      name: "reads",
      type: azure,
      properties: { permissions: [{ actions: ["Microsoft.Authorization/*/read"] }] },
      harmless: { permissions: other, "permissions[0].actions": other, "permissions[0].actions[0]": other },
    },
    {
      name: "all of it but writing",
      type: azure,
      properties: {
        permissions: [{ actions: ["Microsoft.Authorization/*"], notActions: ["*/write", "*/elevateAccess/action"] }],
      },
      harmless: {
        permissions: other,
        "permissions[0].actions": other,
        "permissions[0].actions[0]": other,
      },
    },
  ],
  fails: [
    ...google.flatMap((type) =>
      ["iam.serviceAccounts.actAs", "pubsub.topics.setIamPolicy"].map(
        (permission): Failing => ({
          name: permission,
          type,
          properties: { permissions: ["storage.objects.get", permission] },
          messages: [`permissions[1] is "${permission}"; required: ${required}. ${fix}`],
        }),
      ),
    ),
    ...["Microsoft.Authorization/*", "Microsoft.Authorization/*/Write", "*/write"].map(
      (action): Failing => ({
        name: action,
        type: azure,
        properties: { permissions: [{ actions: [action], notActions: ["Microsoft.Authorization/roleDefinitions/*"] }] },
        messages: [`permissions[0].actions[0] is "${action}"; required: ${required}. ${fix}`],
      }),
    ),
  ],
};
