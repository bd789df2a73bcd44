import type * as aws from "@pulumi/aws";
import type * as gcp from "@pulumi/gcp";
import type { Finding } from "../../core/finding";
import { type Check, check, forTypes, type Rule } from "../../core/rule";
import type { View } from "../../core/view";
import { membersOf, openPolicies } from "../../kinds/breaks";
import { callers, fixesAccount, isFixed } from "../../kinds/conditions/callers";
import { isService } from "../../kinds/conditions/services";
import { namedSource, ofGrants, openMembers, openStatements } from "../../kinds/everyone";
import { otherGrants, siteGrants, treeGrants } from "../../kinds/google-grants";
import { ofDocuments, otherResourcePolicies } from "../../kinds/policy-documents";

/** What is wrong with a caller that is everybody, unless one of these says which. */
function everybody(principal: View<string | undefined>, conditions: readonly [key: string, value: View][]): Finding[] {
  const namesCaller = ([key, value]: readonly [string, View]) =>
    !value.known || (value.isSet && (callers(key) ?? isFixed)(value.text() ?? ""));
  if (conditions.some(namesCaller) || principal.text() !== "*") return [];
  return [{ path: principal.path, found: '"*"', required: "a principal that you name" }];
}

/**
 * A permission is a statement in other words. Buckets have no account in their ARNs: another account may have the name later
 * (AWS Security Hub, "Lambda.1").
 */
const ofFunction = check<aws.lambda.PermissionArgs>((permission): Finding[] => {
  const [principal, account] = [permission.at("principal"), permission.at("sourceAccount")];
  if (!account.known || isFixed(account.text() ?? "")) return [];
  if (principal.text() === "s3.amazonaws.com") {
    return [{ path: account.path, found: account.shown(), required: "the account that owns the bucket" }];
  }
  const source = permission.at("sourceArn");
  if (isService(principal.text() ?? "")) {
    if (!source.known || fixesAccount(source.text() ?? "")) return [];
    return [{ path: source.path, found: source.shown(), required: namedSource }];
  }
  return everybody(principal, [
    ["aws:sourcearn", source],
    ["aws:principalorgid", permission.at("principalOrgId")],
  ]);
});

const ofEndpoint: Check = check<aws.ec2.VpcEndpointServiceArgs>((service) =>
  service
    .at("allowedPrincipals")
    .items()
    .flatMap((principal) => everybody(principal, [])),
);

const ofDocument = check<aws.ssm.DocumentArgs>((document) =>
  document
    .at("permissions")
    .entries()
    .filter(([key, ids]) => key === "accountIds" && /^all$/i.test(ids.text() ?? ""))
    .map(([, ids]) => ({ path: ids.path, found: ids.shown(), required: "accounts that you name" })),
);

const domains = {
  "aws:opensearch/domain:Domain": "accessPolicies",
  "aws:elasticsearch/domain:Domain": "accessPolicies",
};

/**
 * A domain in a network, or with users of its own, asks who comes in another way; AWS has such a domain's policy let
 * everybody in (OpenSearch Service, "Identity and Access Management", "Fine-grained access control").
 */
const ofDomain = check<aws.opensearch.DomainArgs>((domain) => {
  const [subnets, users] = [
    domain.at("vpcOptions").at("subnetIds"),
    domain.at("advancedSecurityOptions").at("enabled"),
  ];
  const guarded = !subnets.known || subnets.items().length > 0 || users.mayBe(true);
  return guarded ? [] : openStatements(domain.at("accessPolicies"));
});

/**
 * Queues, topics, keys, secrets, data sets, functions and all else that has a policy of its own name those who may use them.
 * A website on Cloud Run may let everybody call it: `exposure-service-ingress` has it stand behind a load balancer. Azure's
 * roles are given to identities, and have no word for everybody.
 */
export const rule: Rule = {
  id: "exposure-resource-policy",
  title: "Queues, topics, keys, secrets, functions and other resources name those who may use them.",
  severity: "critical",
  frameworks: {
    "CIS AWS Foundations 7.0": ["2.21"],
    "CIS GCP Foundation 5.0": ["1.10", "7.1"],
    "PCI DSS 4.0": ["1.3.1"],
    "ISO 27001:2022": ["A.8.3"],
    "SOC 2": ["CC6.1"],
  },
  why: 'A policy for "*" lets every account of the world in, past every network and firewall.',
  fix: "Name the principals, or add a condition such as aws:SourceArn or aws:PrincipalOrgID.",
  source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-resources.html",
  breaksBy: {
    ...openPolicies(otherResourcePolicies),
    ...openPolicies(domains, ["advancedSecurityOptions.enabled", "vpcOptions.subnetIds"]),
    "aws:lambda/permission:Permission": ["principal", "principalOrgId", "sourceAccount", "sourceArn"],
    "aws:lambda/layerVersionPermission:LayerVersionPermission": ["organizationId", "principal"],
    "aws:cloudwatch/eventPermission:EventPermission": ["condition.value", "principal"],
    "aws:ec2/vpcEndpointService:VpcEndpointService": ["allowedPrincipals"],
    "aws:ec2/vpcEndpointServiceAllowedPrinciple:VpcEndpointServiceAllowedPrinciple": ["principalArn"],
    "aws:ssm/document:Document": ["permissions.accountIds"],
    ...membersOf([...otherGrants, ...treeGrants]),
    ...membersOf(siteGrants, ["role"]),
    "gcp:bigquery/dataset:Dataset": ["accesses[].iamMember", "accesses[].specialGroup"],
    "gcp:bigquery/datasetAccess:DatasetAccess": ["iamMember", "specialGroup"],
  },
  checks: {
    ...ofDocuments(otherResourcePolicies, openStatements),
    ...forTypes(Object.keys(domains), ofDomain),
    "aws:lambda/permission:Permission": ofFunction,
    "aws:lambda/layerVersionPermission:LayerVersionPermission": check<aws.lambda.LayerVersionPermissionArgs>((layer) =>
      everybody(layer.at("principal"), [["aws:principalorgid", layer.at("organizationId")]]),
    ),
    "aws:cloudwatch/eventPermission:EventPermission": check<aws.cloudwatch.EventPermissionArgs>((permission) =>
      everybody(permission.at("principal"), [["aws:principalorgid", permission.at("condition").at("value")]]),
    ),
    "aws:ec2/vpcEndpointService:VpcEndpointService": ofEndpoint,
    "aws:ec2/vpcEndpointServiceAllowedPrinciple:VpcEndpointServiceAllowedPrinciple":
      check<aws.ec2.VpcEndpointServiceAllowedPrincipleArgs>((allowed) => everybody(allowed.at("principalArn"), [])),
    "aws:ssm/document:Document": ofDocument,
    ...ofGrants([...otherGrants, ...treeGrants]),
    ...ofGrants(siteGrants, ({ role, members }) => {
      const open = openMembers(members);
      return open.length === 0 || !role.known || role.text() === "roles/run.invoker" ? [] : open;
    }),
    "gcp:bigquery/dataset:Dataset": check<gcp.bigquery.DatasetArgs>((dataset) =>
      dataset
        .at("accesses")
        .items()
        .flatMap((access) => openMembers([access.at("specialGroup"), access.at("iamMember")])),
    ),
    "gcp:bigquery/datasetAccess:DatasetAccess": check<gcp.bigquery.DatasetAccessArgs>((access) =>
      openMembers([access.at("specialGroup"), access.at("iamMember")]),
    ),
  },
};
