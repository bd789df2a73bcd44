import type { Failing, Passing, ResourceFixtures } from "../../core/fixture";

const mend = "Grant a role for the task, on the resource that it is about.";
const required = "a role for what is needed";

/** By type: where the role is named, one that is fine, one that is not. */
const shapes: readonly (readonly [types: readonly string[], path: string, good: string, bad: string])[] = [
  [
    [
      "rolePolicyAttachment:RolePolicyAttachment",
      "userPolicyAttachment:UserPolicyAttachment",
      "groupPolicyAttachment:GroupPolicyAttachment",
      "policyAttachment:PolicyAttachment",
    ].map((kind) => `aws:iam/${kind}`),
    "policyArn",
    "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess",
    "arn:aws:iam::aws:policy/AdministratorAccess",
  ],
  [
    [
      "gcp:projects/iAMMember:IAMMember",
      "gcp:projects/iAMBinding:IAMBinding",
      "gcp:folder/iAMMember:IAMMember",
      "gcp:organizations/iAMMember:IAMMember",
    ],
    "role",
    "roles/storage.objectViewer",
    "roles/editor",
  ],
  [
    ["azure-native:authorization:RoleAssignment"],
    "roleDefinitionId",
    "/providers/Microsoft.Authorization/roleDefinitions/7f951dda-4ed3-4680-a7ca-43fe172d538d",
    "/providers/Microsoft.Authorization/roleDefinitions/8e3af657-a8ff-443c-a75c-2fe8c4bcb635",
  ],
  [
    ["RoleBinding", "ClusterRoleBinding"].map((kind) => `kubernetes:rbac.authorization.k8s.io/v1:${kind}`),
    "roleRef.name",
    "view",
    "cluster-admin",
  ],
];

function propertiesOf(path: string, value: string): Record<string, unknown> {
  const [first = path, second] = path.split(".");
  return { [first]: second === undefined ? value : { [second]: value } };
}

/** Any role but those few may be granted. */
const harmlessOf = (path: string) =>
  Object.fromEntries(
    path.split(".").map((_, i, parts) => [parts.slice(0, i + 1).join("."), "Any other role is one for a task."]),
  );
const arns = { managedPolicyArns: ["arn:aws:iam::aws:policy/ReadOnlyAccess"] };

export const fixtures: ResourceFixtures = {
  passes: [
    ...shapes.flatMap(([types, path, good]) =>
      types.map(
        (type): Passing => ({
          ...{ name: "a role for a task", type, properties: propertiesOf(path, good) },
          harmless: { [path]: harmlessOf(path)[path] ?? "" },
        }),
      ),
    ),
    {
      name: "a policy for a task",
      type: "aws:iam/role:Role",
      properties: arns,
      harmless: { managedPolicyArns: "Any other policy is one for a task.", "managedPolicyArns[0]": "As above." },
    },
  ],
  fails: [
    ...shapes.flatMap(([types, path, , bad]) =>
      types.map(
        (type): Failing => ({
          ...{ name: "everything", type, properties: propertiesOf(path, bad) },
          messages: [`${path} is ${JSON.stringify(bad)}; required: ${required}. ${mend}`],
        }),
      ),
    ),
    {
      name: "everything",
      type: "aws:iam/role:Role",
      properties: { managedPolicyArns: ["arn:aws:iam::aws:policy/PowerUserAccess"] },
      messages: [`managedPolicyArns[0] is "arn:aws:iam::aws:policy/PowerUserAccess"; required: ${required}. ${mend}`],
    },
  ],
};
