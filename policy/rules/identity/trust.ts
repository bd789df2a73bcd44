import type * as aws from "@pulumi/aws";
import { check, type Rule } from "../../core/rule";
import { membersOf, openPolicies } from "../../kinds/breaks";
import { ofGrants } from "../../kinds/everyone";
import {
  type FederatedCredential,
  openCredential,
  openProvider,
  openTrust,
  type PoolProvider,
  wholePools,
} from "../../kinds/federation";
import { allGrants } from "../../kinds/google-grants";

/**
 * Roles trust somebody, and of a foreign issuer of tokens only those whose owner they fix: an audience is what the caller asked
 * for. Providers of SAML and of AWS accounts are one's own.
 */
export const rule: Rule = {
  id: "identity-trust",
  title: "Roles and federations trust only those that they name.",
  severity: "critical",
  frameworks: { "ISO 27001:2022": ["A.5.15"], "SOC 2": ["CC6.1"], "PCI DSS 4.0": ["7.2.1"] },
  why: "Every repository of a code host has tokens of the same issuer: without its subject, all of them may take the role.",
  fix: "Name the principal; for OIDC add a condition that fixes the token's sub, or another claim that says whose it is.",
  source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html",
  breaksBy: {
    ...openPolicies({ "aws:iam/role:Role": "assumeRolePolicy" }),
    "gcp:iam/workloadIdentityPoolProvider:WorkloadIdentityPoolProvider": [
      "attributeCondition",
      "attributeMapping.*",
      "oidc.issuerUri",
    ],
    ...membersOf(allGrants),
    "azure-native:managedidentity:FederatedIdentityCredential": ["claimsMatchingExpression.value", "issuer", "subject"],
  },
  checks: {
    "aws:iam/role:Role": check<aws.iam.RoleArgs>((role) => openTrust(role.at("assumeRolePolicy"))),
    "gcp:iam/workloadIdentityPoolProvider:WorkloadIdentityPoolProvider": check<PoolProvider>((provider) =>
      provider.at("oidc").isSet ? openProvider(provider) : [],
    ),
    ...ofGrants(allGrants, ({ members }) => wholePools(members)),
    "azure-native:managedidentity:FederatedIdentityCredential": check<FederatedCredential>(openCredential),
  },
};
