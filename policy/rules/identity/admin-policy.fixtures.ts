import type { Failing, Passing, ResourceFixtures } from "../../core/fixture";
import { treeFailsWith, treePasses } from "../../kinds/tree-grants.fixtures";

const fix = "Grant a role for the task, on the resource that it is about.";
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
    ["aws:ssoadmin/managedPolicyAttachment:ManagedPolicyAttachment"],
    "managedPolicyArn",
    "arn:aws:iam::aws:policy/ReadOnlyAccess",
    "arn:aws:iam::aws:policy/AdministratorAccess",
  ],
  [
    ["RoleAssignment", "PimRoleEligibilitySchedule"].map((kind) => `azure-native:authorization:${kind}`),
    "roleDefinitionId",
    "/providers/Microsoft.Authorization/roleDefinitions/7f951dda-4ed3-4680-a7ca-43fe172d538d",
    "/providers/Microsoft.Authorization/roleDefinitions/8e3af657-a8ff-443c-a75c-2fe8c4bcb635",
  ],
  [
    ["RoleBinding", "ClusterRoleBinding", "RoleBindingPatch", "ClusterRoleBindingPatch"].map(
      (kind) => `kubernetes:rbac.authorization.k8s.io/v1:${kind}`,
    ),
    "roleRef.name",
    "view",
    "cluster-admin",
  ],
];

const clusterPatch = "kubernetes:rbac.authorization.k8s.io/v1:ClusterRoleBindingPatch";
const subjects = [{ kind: "ServiceAccount", name: "app", namespace: "shop" }];

function propertiesOf(path: string, value: string): Record<string, unknown> {
  const [first = path, second] = path.split(".");
  return { [first]: second === undefined ? value : { [second]: value } };
}

/** Any role but those few may be granted. */
const harmlessOf = (path: string) =>
  Object.fromEntries(
    path.split(".").map((_, i, parts) => [parts.slice(0, i + 1).join("."), "Any other role is one for a task."]),
  );
/** Types that have all policies of somebody in a list. */
const lists = [
  ["aws:iam/role:Role", "managedPolicyArns"],
  ["aws:iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive", "policyArns"],
  ["aws:iam/userPolicyAttachmentsExclusive:UserPolicyAttachmentsExclusive", "policyArns"],
  ["aws:iam/groupPolicyAttachmentsExclusive:GroupPolicyAttachmentsExclusive", "policyArns"],
  ["aws:ssoadmin/managedPolicyAttachmentsExclusive:ManagedPolicyAttachmentsExclusive", "managedPolicyArns"],
] as const;

const eks = "aws:eks/accessPolicyAssociation:AccessPolicyAssociation";
const clusterAdmin = "arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy";
const assignment = "azure-native:authorization:RoleAssignment";
const eligibility = "azure-native:authorization:PimRoleEligibilitySchedule";
const delegation = "azure-native:managedservices:RegistrationDefinition";
const roles = "/providers/Microsoft.Authorization/roleDefinitions";
const rbacAdmin = `${roles}/f58310d9-a9f6-439a-9e8d-f62e7b41a168`;
const accessAdmin = "18d7d88d-d35e-4fb5-a5c3-7773c20a72d9";
const owner = "8e3af657-a8ff-443c-a75c-2fe8c4bcb635";
const contributor = `${roles}/b24988ac-6180-42a0-ab88-20f7382dd24c`;
const subscription = "/subscriptions/0b1f6471-1bf0-4dda-aec3-111122223333";
const reader = "acdd72a7-3385-48ef-bd42-f606fba81ae7";
/** A condition that holds assignments to a role, as the portal of Azure writes it. */
const mayOnly = (role: string, operator = "GuidEquals") =>
  `((!(ActionMatches{'Microsoft.Authorization/roleAssignments/write'})) OR (@Request[Microsoft.Authorization/roleAssignments:RoleDefinitionId] ForAnyOfAnyValues:${operator} {${role}})) AND ((!(ActionMatches{'Microsoft.Authorization/roleAssignments/delete'})) OR (@Resource[Microsoft.Authorization/roleAssignments:RoleDefinitionId] ForAnyOfAnyValues:GuidEquals {${role}}))`;
const forTask = "Any other role is one for a task.";
export const fixtures: ResourceFixtures = {
  passes: [
    {
      name: "somebody in a binding of one's own",
      type: clusterPatch,
      properties: { metadata: { name: "web" }, subjects },
      harmless: {
        "metadata.name": "Any other binding is of a role that somebody chose.",
        subjects: "Anybody may be bound to another role.",
      },
    },
    {
      name: "a label of the cluster's own binding",
      type: clusterPatch,
      properties: { metadata: { name: "cluster-admin", labels: { team: "ops" } } },
    },
    ...treePasses,
    {
      name: "in a namespace",
      type: eks,
      properties: { policyArn: clusterAdmin, accessScope: { type: "namespace", namespaces: ["shop"] } },
    },
    {
      name: "another policy",
      type: eks,
      properties: {
        policyArn: "arn:aws:eks::aws:cluster-access-policy/AmazonEKSViewPolicy",
        accessScope: { type: "cluster" },
      },
      harmless: { policyArn: forTask, "accessScope.type": forTask },
    },
    {
      name: "assigns one role",
      type: assignment,
      properties: { roleDefinitionId: rbacAdmin, condition: mayOnly(reader) },
      harmless: { roleDefinitionId: forTask },
    },
    ...[
      `${subscription}/resourceGroups/shop`,
      `${subscription}/resourceGroups/shop/providers/Microsoft.Web/sites/web`,
    ].flatMap((scope) =>
      [assignment, eligibility].map(
        (type): Passing => ({
          name: `contributor of ${scope}`,
          type,
          properties: { roleDefinitionId: contributor, scope },
          harmless: { roleDefinitionId: forTask },
        }),
      ),
    ),
    {
      name: "another tenant, to read and to assign reading",
      type: delegation,
      properties: {
        properties: {
          authorizations: [
            { roleDefinitionId: reader },
            { roleDefinitionId: accessAdmin, delegatedRoleDefinitionIds: [reader] },
          ],
          eligibleAuthorizations: [{ roleDefinitionId: reader }],
        },
      },
      harmless: {
        ...Object.fromEntries(
          ["authorizations", "eligibleAuthorizations"].map((list) => [`properties.${list}`, forTask]),
        ),
        "properties.authorizations[0].roleDefinitionId": forTask,
        "properties.authorizations[1].roleDefinitionId": forTask,
        "properties.authorizations[1].delegatedRoleDefinitionIds": forTask,
        "properties.authorizations[1].delegatedRoleDefinitionIds[0]": forTask,
        "properties.eligibleAuthorizations[0].roleDefinitionId": forTask,
      },
    },
    ...shapes.flatMap(([types, path, good]) =>
      types.map(
        (type): Passing => ({
          name: "a role for a task",
          type,
          properties: propertiesOf(path, good),
          harmless: { [path]: harmlessOf(path)[path] ?? "" },
        }),
      ),
    ),
    ...lists.map(
      ([type, property]): Passing => ({
        name: "a policy for a task",
        type,
        properties: { [property]: ["arn:aws:iam::aws:policy/ReadOnlyAccess"] },
        harmless: { [property]: "Any other policy is one for a task.", [`${property}[0]`]: "As above." },
      }),
    ),
  ],
  fails: [
    ...["cluster-admin", "kubeadm:cluster-admins"].map((name) => ({
      name: `somebody in the cluster's own binding ${name}`,
      type: clusterPatch,
      properties: { metadata: { name }, subjects },
      messages: [`metadata.name is "${name}"; required: ${required}. ${fix}`],
    })),
    ...treeFailsWith(required, fix),
    {
      name: "everything in a cluster",
      type: eks,
      properties: { policyArn: clusterAdmin, accessScope: { type: "cluster" } },
      messages: [`policyArn is "${clusterAdmin}"; required: ${required}. ${fix}`],
    },
    ...[mayOnly(owner), mayOnly(reader, "GuidNotEquals"), mayOnly(`${reader}, ${owner}`), "strange"].map(
      (condition): Failing => ({
        name: condition,
        type: assignment,
        properties: { roleDefinitionId: rbacAdmin, condition },
        messages: [`roleDefinitionId is "${rbacAdmin}"; required: ${required}. ${fix}`],
      }),
    ),
    ...[subscription, `${subscription}/`, "/providers/Microsoft.Management/managementGroups/shop", "/"].map(
      (scope): Failing => ({
        name: `contributor of ${scope}`,
        type: assignment,
        properties: { roleDefinitionId: contributor, scope },
        messages: [`roleDefinitionId is "${contributor}"; required: ${required}. ${fix}`],
      }),
    ),
    {
      name: "an owner of one resource group, who lets others in",
      type: assignment,
      properties: { roleDefinitionId: `${roles}/${owner}`, scope: `${subscription}/resourceGroups/shop` },
      messages: [`roleDefinitionId is "${roles}/${owner}"; required: ${required}. ${fix}`],
    },
    {
      name: "an owner, who may do more than assign",
      type: assignment,
      properties: { roleDefinitionId: `${roles}/${owner}`, condition: mayOnly(reader) },
      messages: [`roleDefinitionId is "${roles}/${owner}"; required: ${required}. ${fix}`],
    },
    {
      name: "another tenant, to change everything and to let others",
      type: delegation,
      properties: {
        properties: {
          authorizations: [{ roleDefinitionId: accessAdmin, delegatedRoleDefinitionIds: [reader, owner] }],
          eligibleAuthorizations: [{ roleDefinitionId: contributor }],
        },
      },
      messages: [
        `properties.authorizations[0].delegatedRoleDefinitionIds[1] is "${owner}"; required: ${required}. ${fix}`,
        `properties.eligibleAuthorizations[0].roleDefinitionId is "${contributor}"; required: ${required}. ${fix}`,
      ],
    },
    ...shapes.flatMap(([types, path, , bad]) =>
      types.map(
        (type): Failing => ({
          name: "everything",
          type,
          properties: propertiesOf(path, bad),
          messages: [`${path} is ${JSON.stringify(bad)}; required: ${required}. ${fix}`],
        }),
      ),
    ),
    ...lists.map(
      ([type, property]): Failing => ({
        name: "everything",
        type,
        properties: { [property]: ["arn:aws:iam::aws:policy/PowerUserAccess"] },
        messages: [`${property}[0] is "arn:aws:iam::aws:policy/PowerUserAccess"; required: ${required}. ${fix}`],
      }),
    ),
  ],
};
