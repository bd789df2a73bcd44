import type * as aws from "@pulumi/aws";
import type * as azure from "@pulumi/azure-native";
import type * as gcp from "@pulumi/gcp";
import type { Finding } from "../../core/finding";
import { isSet, require } from "../../core/finding";
import { check, type Rule } from "../../core/rule";
import type { View } from "../../core/view";
import { type Statement, statementsOf } from "../../kinds/iam";

/** Whether a condition asks for the subject of a token, by a key such as `token.actions.githubusercontent.com:sub`. */
function asksForSubject(condition: View<Statement["Condition"]>): boolean {
  if (!condition.known) return true;
  return condition
    .entries()
    .some(([operator, keys]) => /^String/.test(operator) && keys.entries().some(([key]) => /:(sub|aud)$/.test(key)));
}

function inStatement(statement: View<Statement>): Finding[] {
  const principal = statement.at("Principal");
  const condition = statement.at("Condition");
  if (statement.at("Effect").mayBe("Deny") || !principal.known) return [];
  const account = principal.as<{ AWS: string | string[] }>().at("AWS");
  const open = principal.text() === "*" || account.texts().includes("*");
  if (open && condition.known && condition.entries().length === 0) {
    return [{ path: principal.path, found: '"*" without a condition', required: "principals that you name" }];
  }
  const federated = principal.as<{ Federated: string }>().at("Federated").text();
  return federated?.includes(":oidc-provider/") && !asksForSubject(condition)
    ? [{ path: condition.path, found: "without the token's subject", required: "a condition on its sub" }]
    : [];
}

/** Roles trust somebody, and of a foreign issuer of tokens only the subjects that they know. */
export const rule: Rule = {
  id: "identity-trust",
  title: "Roles and federations trust only those that they name.",
  severity: "critical",
  frameworks: { "ISO 27001:2022": ["A.5.15"], "SOC 2": ["CC6.1"], "PCI DSS 4.0": ["7.2.1"] },
  why: "Every repository of a code host has tokens of the same issuer: without its subject, all of them may take the role.",
  mend: "Name the principal; for OIDC add a condition on the token's sub.",
  source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html",
  breaksBy: {
    "aws:iam/role:Role": [
      "assumeRolePolicy.Statement[].Condition.StringLike",
      "assumeRolePolicy.Statement[].Effect",
      "assumeRolePolicy.Statement[].Principal.AWS",
      "assumeRolePolicy.Statement[].Principal.Federated",
    ],
    "gcp:iam/workloadIdentityPoolProvider:WorkloadIdentityPoolProvider": ["attributeCondition", "oidc"],
    "azure-native:managedidentity:FederatedIdentityCredential": ["subject"],
  },
  checks: {
    "aws:iam/role:Role": check<aws.iam.RoleArgs>((role) =>
      statementsOf(role.at("assumeRolePolicy")).flatMap((statement) => inStatement(statement)),
    ),
    "gcp:iam/workloadIdentityPoolProvider:WorkloadIdentityPoolProvider":
      check<gcp.iam.WorkloadIdentityPoolProviderArgs>((provider) =>
        provider.at("oidc").isSet ? require(provider.at("attributeCondition"), isSet) : [],
      ),
    "azure-native:managedidentity:FederatedIdentityCredential":
      check<azure.managedidentity.FederatedIdentityCredentialArgs>((credential) =>
        require(credential.at("subject"), {
          words: "a whole subject",
          allows: (value) => !/^$|\*/.test(value.text() ?? ""),
        }),
      ),
  },
};
