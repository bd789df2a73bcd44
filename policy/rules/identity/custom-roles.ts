import type * as azure from "@pulumi/azure-native";
import type * as gcp from "@pulumi/gcp";
import { alike, check, forTypes, type Rule } from "../../core/rule";
import { covers } from "../../kinds/conditions/patterns";

/**
 * Permissions of Google Cloud that lead to the rights of others. Source: Rhino Security Labs, "GCP IAM Privilege Escalation",
 * whose list ends with every permission to set a policy.
 */
const ofGoogle = new Set([
  "deploymentmanager.deployments.create",
  "iam.roles.update",
  "iam.serviceAccountKeys.create",
  "iam.serviceAccounts.actAs",
  "iam.serviceAccounts.getAccessToken",
  "iam.serviceAccounts.implicitDelegation",
  "iam.serviceAccounts.signBlob",
  "iam.serviceAccounts.signJwt",
  "orgpolicy.policy.set",
  "storage.hmacKeys.create",
]);

/** Azure's, by which roles are assigned or made, or the caller is made an administrator of all ("Elevate access"). */
const ofAzure = [
  "Microsoft.Authorization/roleAssignments/write",
  "Microsoft.Authorization/roleDefinitions/write",
  "Microsoft.Authorization/elevateAccess/action",
];

const required = "permissions that lead to no more";

const googleRoles = ["gcp:projects/iAMCustomRole:IAMCustomRole", "gcp:organizations/iAMCustomRole:IAMCustomRole"];

/** Roles that one makes do not let their holders grant themselves more. A star alone is `identity-wildcard-actions`' matter. */
export const rule: Rule = {
  id: "identity-custom-roles",
  title: "Custom roles of Google Cloud and Azure do not lead to more rights.",
  severity: "medium",
  frameworks: {
    "ISO 27001:2022": ["A.8.2"],
    "SOC 2": ["CC6.3"],
    "PCI DSS 4.0": ["7.2.2"],
  },
  why: "Whoever may set a policy, act as a service account or assign roles is an administrator in two steps.",
  fix: "Leave these to administrators; grant a predefined role on the one resource where a task needs it.",
  source: "https://github.com/RhinoSecurityLabs/GCP-IAM-Privilege-Escalation",
  breaksBy: {
    ...alike(googleRoles, ["permissions"]),
    "azure-native:authorization:RoleDefinition": ["permissions[].actions", "permissions[].notActions"],
  },
  checks: {
    ...forTypes(
      googleRoles,
      check<gcp.projects.IAMCustomRoleArgs>((role) =>
        role
          .at("permissions")
          .items()
          .filter((permission) => {
            const text = permission.text() ?? "";
            return ofGoogle.has(text) || text.endsWith(".setIamPolicy");
          })
          .map((permission) => ({ path: permission.path, found: permission.shown(), required })),
      ),
    ),
    "azure-native:authorization:RoleDefinition": check<azure.authorization.RoleDefinitionArgs>((definition) =>
      definition
        .at("permissions")
        .items()
        .flatMap((permission) =>
          permission
            .at("actions")
            .items()
            .filter((action) => {
              const text = action.text() ?? "";
              const allowed = text === "*" ? [] : ofAzure.filter((one) => covers(text, one));
              if (allowed.length === 0) return false;
              const but = permission.at("notActions");
              return (
                !but.hasUnknown() && allowed.some((one) => !but.texts().some((exception) => covers(exception, one)))
              );
            })
            .map((action) => ({ path: action.path, found: action.shown(), required })),
        ),
    ),
  },
};
