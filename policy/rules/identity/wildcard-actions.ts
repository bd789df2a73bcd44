import type * as azure from "@pulumi/azure-native";
import type * as gcp from "@pulumi/gcp";
import type { Finding } from "../../core/finding";
import { alike, check, forTypes, type Rule } from "../../core/rule";
import type { View } from "../../core/view";
import { isWholeService } from "../../kinds/escalation";
import { statementsOf } from "../../kinds/iam";
import { identityPolicies, ofDocuments } from "../../kinds/policy-documents";
import { clusterRoles, type RbacRole, rbacRoles } from "../../kinds/rbac";

const required = "actions that you name";

/** A name of wildcards alone, in any number and order, is every name: at Azure its parts may have one each. */
const everythingOfAzure = /^\*(\/\*)*$/;

function texts(value: View<string | string[] | undefined>): View<string>[] {
  const items = value.as<string[]>().items();
  return items.length > 0 ? items : value.text() === undefined ? [] : [value.as<string>()];
}

function inStatements(policy: View<unknown>): Finding[] {
  return statementsOf(policy).flatMap((statement) => {
    if (statement.at("Effect").mayBe("Deny")) return [];
    const all = texts(statement.at("Action")).filter((action) => isWholeService(action.text() ?? ""));
    const but = statement.at("NotAction");
    return [
      ...all.map((action) => ({ path: action.path, found: action.shown(), required })),
      ...(but.isSet && but.known ? [{ path: but.path, found: "everything but some", required }] : []),
    ];
  });
}

const role = check<RbacRole>((args) =>
  args
    .at("rules")
    .items()
    .flatMap((one) => [...one.at("verbs").items(), ...one.at("resources").items(), ...one.at("apiGroups").items()])
    .filter((item) => item.text() === "*")
    .map((item) => ({ path: item.path, found: '"*"', required: "names of what is needed" })),
);

/** A selector that asks for nothing takes in every cluster role, the administrator's among them. */
const aggregated = check<RbacRole>((args) =>
  args
    .at("aggregationRule")
    .at("clusterRoleSelectors")
    .items()
    .filter((one) => one.isObject && !selects(one.at("matchLabels")) && !selects(one.at("matchExpressions")))
    .map((one) => ({ path: one.path, found: "a selector of every role", required: "labels of what is needed" })),
);

/** What is unknown may ask for something. */
function selects(view: View): boolean {
  return (
    !view.known || view.as<unknown[]>().items().length > 0 || view.as<Record<string, unknown>>().entries().length > 0
  );
}

/** Policies name what they allow. */
export const rule: Rule = {
  id: "identity-wildcard-actions",
  title: "Policies and roles name the actions that they allow.",
  severity: "high",
  frameworks: {
    "CIS Kubernetes 2.0.1": ["5.1.3"],
    "ISO 27001:2022": ["A.5.15", "A.8.2"],
    "SOC 2": ["CC6.3"],
    "PCI DSS 4.0": ["7.2.2"],
    HIPAA: ["164.312(a)(1)"],
  },
  why: "What is allowed by a star includes what the service learns next year, deletion and new grants among it.",
  fix: "Name the actions that are used; the service's last-accessed report or audit log shows them.",
  source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege",
  breaksBy: {
    ...alike(
      [
        "aws:iam/groupPolicy:GroupPolicy",
        "aws:iam/policy:Policy",
        "aws:iam/rolePolicy:RolePolicy",
        "aws:iam/userPolicy:UserPolicy",
        "aws:iot/policy:Policy",
      ],
      ["policy.Statement[].Action", "policy.Statement[].Effect", "policy.Statement[].NotAction"],
    ),
    "aws:iam/role:Role": [
      "inlinePolicies[].policy.Statement[].Action",
      "inlinePolicies[].policy.Statement[].Effect",
      "inlinePolicies[].policy.Statement[].NotAction",
    ],
    "aws:ssoadmin/permissionSetInlinePolicy:PermissionSetInlinePolicy": [
      "inlinePolicy.Statement[].Action",
      "inlinePolicy.Statement[].Effect",
      "inlinePolicy.Statement[].NotAction",
    ],
    "gcp:projects/iAMCustomRole:IAMCustomRole": ["permissions"],
    "azure-native:authorization:RoleDefinition": ["permissions[].actions", "permissions[].dataActions"],
    "kubernetes:rbac.authorization.k8s.io/v1:Role": ["rules[].apiGroups", "rules[].resources", "rules[].verbs"],
    "kubernetes:rbac.authorization.k8s.io/v1:RolePatch": ["rules[].apiGroups", "rules[].resources", "rules[].verbs"],
    "kubernetes:rbac.authorization.k8s.io/v1:ClusterRole": [
      "aggregationRule.clusterRoleSelectors[].matchExpressions",
      "aggregationRule.clusterRoleSelectors[].matchLabels",
      "rules[].apiGroups",
      "rules[].resources",
      "rules[].verbs",
    ],
    "kubernetes:rbac.authorization.k8s.io/v1:ClusterRolePatch": [
      "aggregationRule.clusterRoleSelectors[].matchExpressions",
      "aggregationRule.clusterRoleSelectors[].matchLabels",
      "rules[].apiGroups",
      "rules[].resources",
      "rules[].verbs",
    ],
  },
  checks: {
    ...ofDocuments(identityPolicies, inStatements),
    "gcp:projects/iAMCustomRole:IAMCustomRole": check<gcp.projects.IAMCustomRoleArgs>((args) =>
      args
        .at("permissions")
        .items()
        .filter((permission) => permission.text()?.includes("*"))
        .map((permission) => ({ path: permission.path, found: permission.shown(), required })),
    ),
    "azure-native:authorization:RoleDefinition": check<azure.authorization.RoleDefinitionArgs>((definition) =>
      definition
        .at("permissions")
        .items()
        .flatMap((permission) => [...permission.at("actions").items(), ...permission.at("dataActions").items()])
        .filter((action) => everythingOfAzure.test(action.text() ?? ""))
        .map((action) => ({ path: action.path, found: action.shown(), required })),
    ),
    ...forTypes(rbacRoles, role),
    ...forTypes(clusterRoles, (...args) => [...role(...args), ...aggregated(...args)]),
  },
};
