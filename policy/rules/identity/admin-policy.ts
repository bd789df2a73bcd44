import type * as aws from "@pulumi/aws";
import type * as azure from "@pulumi/azure-native";
import type * as gcp from "@pulumi/gcp";
import type { types } from "@pulumi/kubernetes";
import type { Finding } from "../../core/finding";
import { alike, check, forTypes, type Rule } from "../../core/rule";
import type { View } from "../../core/view";

const required = "a role for what is needed";

/** AWS' managed policies that allow everything, or to grant it (AWS Managed Policy Reference Guide). */
const ofAws = /:policy\/(AdministratorAccess|PowerUserAccess|IAMFullAccess)$/;
/** Google Cloud's basic roles, which reach over all services (IAM documentation, "Basic roles"). */
const ofGcp = ["roles/owner", "roles/editor"];
/** Azure's (Microsoft Learn, "Azure built-in roles"): Owner, Contributor, User Access Administrator, RBAC Administrator. */
const ofAzure =
  /(8e3af657-a8ff-443c-a75c-2fe8c4bcb635|b24988ac-6180-42a0-ab88-20f7382dd24c|18d7d88d-d35e-4fb5-a5c3-7773c20a72d9|f58310d9-a9f6-439a-9e8d-f62e7b41a168)$/i;

function over(value: View<string | undefined>, isOver: (text: string) => boolean): Finding[] {
  return isOver(value.text() ?? "") ? [{ path: value.path, found: value.shown(), required }] : [];
}

const attachment = check<aws.iam.RolePolicyAttachmentArgs>((args) =>
  over(args.at("policyArn"), (text) => ofAws.test(text)),
);
const grant = check<gcp.projects.IAMMemberArgs>((args) => over(args.at("role"), (text) => ofGcp.includes(text)));

/** What a binding of Kubernetes says. */
interface Binding {
  roleRef?: types.output.rbac.v1.RoleRef;
}
const binding = check<Binding>((args) => over(args.at("roleRef").at("name"), (text) => text === "cluster-admin"));

/** Nobody has a role that allows everything. */
export const rule: Rule = {
  id: "identity-admin-policy",
  title: "Nobody has a role that allows everything.",
  severity: "high",
  frameworks: {
    "CIS AWS Foundations 7.0": ["2.14"],
    "CIS Kubernetes 2.0.1": ["5.1.1"],
    "ISO 27001:2022": ["A.8.2"],
    "SOC 2": ["CC6.3"],
    "PCI DSS 4.0": ["7.2.2"],
  },
  why: "One program that is broken into is then the whole account.",
  mend: "Grant a role for the task, on the resource that it is about.",
  source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege",
  breaksBy: {
    ...alike(
      [
        "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
        "aws:iam/userPolicyAttachment:UserPolicyAttachment",
        "aws:iam/groupPolicyAttachment:GroupPolicyAttachment",
        "aws:iam/policyAttachment:PolicyAttachment",
      ],
      ["policyArn"],
    ),
    ...alike(
      [
        "gcp:projects/iAMMember:IAMMember",
        "gcp:projects/iAMBinding:IAMBinding",
        "gcp:folder/iAMMember:IAMMember",
        "gcp:organizations/iAMMember:IAMMember",
      ],
      ["role"],
    ),
    "azure-native:authorization:RoleAssignment": ["roleDefinitionId"],
    "kubernetes:rbac.authorization.k8s.io/v1:RoleBinding": ["roleRef.name"],
    "kubernetes:rbac.authorization.k8s.io/v1:ClusterRoleBinding": ["roleRef.name"],
    "aws:iam/role:Role": ["managedPolicyArns"],
  },
  checks: {
    ...forTypes(
      [
        "rolePolicyAttachment:RolePolicyAttachment",
        "userPolicyAttachment:UserPolicyAttachment",
        "groupPolicyAttachment:GroupPolicyAttachment",
        "policyAttachment:PolicyAttachment",
      ].map((kind) => `aws:iam/${kind}`),
      attachment,
    ),
    "aws:iam/role:Role": check<aws.iam.RoleArgs>((role) =>
      role
        .at("managedPolicyArns")
        .items()
        .flatMap((arn) => over(arn, (text) => ofAws.test(text))),
    ),
    ...forTypes(
      [
        "gcp:projects/iAMMember:IAMMember",
        "gcp:projects/iAMBinding:IAMBinding",
        "gcp:folder/iAMMember:IAMMember",
        "gcp:organizations/iAMMember:IAMMember",
      ],
      grant,
    ),
    "azure-native:authorization:RoleAssignment": check<azure.authorization.RoleAssignmentArgs>((assignment) =>
      over(assignment.at("roleDefinitionId"), (text) => ofAzure.test(text)),
    ),
    ...forTypes(
      ["RoleBinding", "ClusterRoleBinding"].map((kind) => `kubernetes:rbac.authorization.k8s.io/v1:${kind}`),
      binding,
    ),
  },
};
