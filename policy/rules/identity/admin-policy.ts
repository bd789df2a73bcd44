import type * as aws from "@pulumi/aws";
import type * as azure from "@pulumi/azure-native";
import type { types } from "@pulumi/kubernetes";
import type { Finding } from "../../core/finding";
import { alike, type Check, check, forTypes, type Rule } from "../../core/rule";
import type { View } from "../../core/view";
import { rolesLeft } from "../../kinds/conditions/azure";
import { whomMatches } from "../../kinds/conditions/cel";
import {
  basicRoles,
  grantingRoles,
  leadsToAll,
  namesResource,
  namesService,
  namesTag,
} from "../../kinds/conditions/google";
import { adminPolicies } from "../../kinds/escalation-ways";
import { type Grant, ofGrants } from "../../kinds/everyone";

const required = "a role for what is needed";

/** Azure's (Microsoft Learn, "Azure built-in roles"): Owner, Contributor, User Access Administrator, RBAC Administrator. */
const ofAzure =
  /(8e3af657-a8ff-443c-a75c-2fe8c4bcb635|b24988ac-6180-42a0-ab88-20f7382dd24c|18d7d88d-d35e-4fb5-a5c3-7773c20a72d9|f58310d9-a9f6-439a-9e8d-f62e7b41a168)$/i;
/** The one of them that assigns none: what it is over is all that it has. */
const contributor = /b24988ac-6180-42a0-ab88-20f7382dd24c$/i;
/** A subscription, a management group, or the whole tenant. */
const wideScope = /^\/?$|^\/subscriptions\/[^/]+\/?$|^\/providers\/Microsoft\.Management\/managementGroups\/[^/]+\/?$/i;
/** Those of them that only assign roles, which a condition may hold back: the last two. */
const mayAssign = /(18d7d88d-d35e-4fb5-a5c3-7773c20a72d9|f58310d9-a9f6-439a-9e8d-f62e7b41a168)$/i;

function over(value: View<string | undefined>, isOver: (text: string) => boolean): Finding[] {
  return isOver(value.text() ?? "") ? [{ path: value.path, found: value.shown(), required }] : [];
}

/** By type: the one policy that is attached, or all of them. */
const attachments: Readonly<Record<string, string>> = {
  "aws:iam/rolePolicyAttachment:RolePolicyAttachment": "policyArn",
  "aws:iam/userPolicyAttachment:UserPolicyAttachment": "policyArn",
  "aws:iam/groupPolicyAttachment:GroupPolicyAttachment": "policyArn",
  "aws:iam/policyAttachment:PolicyAttachment": "policyArn",
  "aws:iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive": "policyArns",
  "aws:iam/userPolicyAttachmentsExclusive:UserPolicyAttachmentsExclusive": "policyArns",
  "aws:iam/groupPolicyAttachmentsExclusive:GroupPolicyAttachmentsExclusive": "policyArns",
  "aws:iam/role:Role": "managedPolicyArns",
  "aws:ssoadmin/managedPolicyAttachment:ManagedPolicyAttachment": "managedPolicyArn",
  "aws:ssoadmin/managedPolicyAttachmentsExclusive:ManagedPolicyAttachmentsExclusive": "managedPolicyArns",
};

const attached = (property: string): Check =>
  check<Record<string, string | string[]>>((args) => {
    const policies = args.at(property);
    return [policies, ...policies.as<string[]>().items()].flatMap((arn) =>
      over(arn.as<string>(), (text) => adminPolicies.test(text)),
    );
  });

/**
 * A condition may hold a role to some resources, or to granting roles that it names; a time does not. A tag holds what grants to
 * some of the projects of a folder; of a project that is granted itself, it is about that one or about none.
 */
const inTree =
  (isProject: boolean) =>
  (grant: Grant): Finding[] => {
    const { role, condition } = grant;
    const isBasic = basicRoles.has(role.text() ?? "");
    if (!isBasic && !grantingRoles.has(role.text() ?? "")) return [];
    const expression = condition.at("expression");
    if (!expression.known) return [];
    const names = (path: string) => {
      if (path === "resource.name") return namesResource;
      if (/^resource\.matchTag(Id)?$/.test(path)) return isBasic || !isProject ? namesTag : undefined;
      if (path === "resource.service" || path === "resource.type") return isBasic ? namesService : undefined;
      return path === "iam.googleapis.com/modifiedGrantsByRole" ? (value: string) => !leadsToAll(value) : undefined;
    };
    const left = expression.isSet ? whomMatches(expression.text() ?? "", { names }) : "everybody";
    return left === "everybody" || left === undefined ? [{ path: role.path, found: role.shown(), required }] : [];
  };

/**
 * The condition of a role that may assign others says which; one that can't be read says nothing. Contributor may be given for
 * a resource group or a resource (Microsoft Learn, "Best practices for Azure RBAC": "use a narrow scope, such as resource group
 * or resource"); Owner may not, who lets others in.
 */
const ofAssignment = check<azure.authorization.RoleAssignmentArgs>((assignment) => {
  const [role, condition] = [assignment.at("roleDefinitionId"), assignment.at("condition")];
  const found = over(role, (text) => ofAzure.test(text));
  if (found.length === 0 || !condition.known) return [];
  if (contributor.test(role.text() ?? "")) {
    const scope = assignment.at("scope");
    return scope.known && wideScope.test(scope.text() ?? "") ? found : [];
  }
  const left = mayAssign.test(role.text() ?? "")
    ? rolesLeft(condition.text() ?? "", (id) => ofAzure.test(id))
    : undefined;
  return left === "named" || left === "nobody" ? [] : found;
});

/** Roles of Azure's that somebody has, or may take when he likes. */
const assignments = [
  "azure-native:authorization:RoleAssignment",
  "azure-native:authorization:PimRoleEligibilitySchedule",
];

/** User Access Administrator, who in another tenant may assign the roles only that are delegated to him. */
const accessAdmin = /18d7d88d-d35e-4fb5-a5c3-7773c20a72d9$/i;

/** Rights that another tenant has by Azure Lighthouse, or may take. */
const ofDelegation = check<azure.managedservices.RegistrationDefinitionArgs>((definition) => {
  const properties = definition.at("properties");
  const authorizations = properties.at("authorizations").items();
  const eligible = properties.at("eligibleAuthorizations").items();
  return [
    ...authorizations.flatMap((authorization) => {
      const role = authorization.at("roleDefinitionId");
      if (!accessAdmin.test(role.text() ?? "")) return over(role, (text) => ofAzure.test(text));
      const delegated = authorization.at("delegatedRoleDefinitionIds").items();
      return delegated.flatMap((one) => over(one, (text) => ofAzure.test(text)));
    }),
    ...eligible.flatMap((one) => over(one.at("roleDefinitionId"), (text) => ofAzure.test(text))),
  ];
});

/** What a binding of Kubernetes says. */
interface Binding {
  metadata?: { name?: string };
  roleRef?: types.output.rbac.v1.RoleRef;
  subjects?: types.output.rbac.v1.Subject[];
}
const binding = check<Binding>((args) => over(args.at("roleRef").at("name"), (text) => text === "cluster-admin"));
const bindings = ["RoleBinding", "ClusterRoleBinding", "RoleBindingPatch"].map(
  (kind) => `kubernetes:rbac.authorization.k8s.io/v1:${kind}`,
);

/**
 * A patch may leave out the role, which can't be changed: who is put into a cluster's own binding of `cluster-admin` has it
 * (Kubernetes documentation, "Default roles and role bindings"; kubeadm makes the second one).
 */
const clusterPatch = "kubernetes:rbac.authorization.k8s.io/v1:ClusterRoleBindingPatch";
const ofClusterPatch = check<Binding>((patch, context) => {
  const found = binding(patch, context);
  if (found.length > 0 || patch.at("subjects").items().length === 0) return found;
  return over(patch.at("metadata").at("name"), (name) => /^(cluster-admin|kubeadm:cluster-admins)$/.test(name));
});

/** Nobody has a role that allows everything, or to grant it to himself. */
export const rule: Rule = {
  id: "identity-admin-policy",
  title: "Nobody has a role that allows everything, or to grant it.",
  severity: "high",
  frameworks: {
    "CIS AWS Foundations 7.0": ["2.14"],
    "CIS Kubernetes 2.0.1": ["5.1.1"],
    "ISO 27001:2022": ["A.8.2"],
    "SOC 2": ["CC6.3"],
    "PCI DSS 4.0": ["7.2.2"],
  },
  why: "One program that is broken into is then the whole account.",
  fix: "Grant a role for the task, on the resource that it is about.",
  source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege",
  breaksBy: {
    ...Object.fromEntries(Object.entries(attachments).map(([type, property]) => [type, [property]])),
    "aws:eks/accessPolicyAssociation:AccessPolicyAssociation": ["accessScope.type", "policyArn"],
    "gcp:folder/iAMMember:IAMMember": ["condition.expression", "role"],
    "gcp:organizations/iAMMember:IAMMember": ["condition.expression", "role"],
    "gcp:projects/iAMMember:IAMMember": ["condition.expression", "role"],
    "gcp:folder/iAMBinding:IAMBinding": ["condition.expression", "members", "role"],
    "gcp:organizations/iAMBinding:IAMBinding": ["condition.expression", "members", "role"],
    "gcp:projects/iAMBinding:IAMBinding": ["condition.expression", "members", "role"],
    "gcp:folder/iAMPolicy:IAMPolicy": [
      "policyData.bindings[].condition.expression",
      "policyData.bindings[].members",
      "policyData.bindings[].role",
    ],
    "gcp:organizations/iAMPolicy:IAMPolicy": [
      "policyData.bindings[].condition.expression",
      "policyData.bindings[].members",
      "policyData.bindings[].role",
    ],
    "gcp:projects/iAMPolicy:IAMPolicy": [
      "policyData.bindings[].condition.expression",
      "policyData.bindings[].members",
      "policyData.bindings[].role",
    ],
    ...alike(assignments, ["condition", "roleDefinitionId", "scope"]),
    "azure-native:managedservices:RegistrationDefinition": [
      "properties.authorizations[].delegatedRoleDefinitionIds",
      "properties.authorizations[].roleDefinitionId",
      "properties.eligibleAuthorizations[].roleDefinitionId",
    ],
    ...alike(bindings, ["roleRef.name"]),
    [clusterPatch]: ["metadata.name", "roleRef.name", "subjects"],
  },
  checks: {
    ...Object.fromEntries(Object.entries(attachments).map(([type, property]) => [type, attached(property)])),
    "aws:eks/accessPolicyAssociation:AccessPolicyAssociation": check<aws.eks.AccessPolicyAssociationArgs>(
      (association) =>
        association.at("accessScope").at("type").mayBe("namespace")
          ? []
          : over(association.at("policyArn"), (text) =>
              /:cluster-access-policy\/AmazonEKSClusterAdminPolicy$/.test(text),
            ),
    ),
    ...ofGrants(["gcp:folder/iAM", "gcp:organizations/iAM"], inTree(false)),
    ...ofGrants(["gcp:projects/iAM"], inTree(true)),
    ...forTypes(assignments, ofAssignment),
    "azure-native:managedservices:RegistrationDefinition": ofDelegation,
    ...forTypes(bindings, binding),
    [clusterPatch]: ofClusterPatch,
  },
};
