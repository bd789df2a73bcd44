import type { ResourceFixtures } from "../../core/fixture";
import { grantType, namedSource } from "../../kinds/everyone";
import { namingDocuments, namingGrants, openDocuments, openGrants } from "../../kinds/everyone.fixtures";
import { otherGrants, siteGrants, treeGrants } from "../../kinds/google-grants";
import { otherResourcePolicies } from "../../kinds/policy-documents";

const fix = "Name the principals, or add a condition such as aws:SourceArn or aws:PrincipalOrgID.";
const grants = [...otherGrants, ...treeGrants, ...siteGrants];
const permission = "aws:lambda/permission:Permission";
const layer = "aws:lambda/layerVersionPermission:LayerVersionPermission";
const bus = "aws:cloudwatch/eventPermission:EventPermission";
const service = "aws:ec2/vpcEndpointService:VpcEndpointService";
const allowed = "aws:ec2/vpcEndpointServiceAllowedPrinciple:VpcEndpointServiceAllowedPrinciple";
const document = "aws:ssm/document:Document";
const domains = ["aws:opensearch/domain:Domain", "aws:elasticsearch/domain:Domain"];
const dataset = "gcp:bigquery/dataset:Dataset";
const account = "arn:aws:iam::111122223333:root";
const named = "a principal that you name";
const only = "only one name is everybody";
const open = JSON.stringify({ Statement: { Effect: "Allow", Principal: "*", Action: "es:*", Resource: "*" } });
const access = "gcp:bigquery/datasetAccess:DatasetAccess";

export const fixtures: ResourceFixtures = {
  passes: [
    ...namingDocuments(otherResourcePolicies),
    {
      name: "a service, for one source",
      type: permission,
      properties: { principal: "events.amazonaws.com", sourceArn: "arn:aws:events:eu-west-1:111122223333:rule/a" },
      harmless: { principal: only },
    },
    {
      name: "a service, for one account",
      type: permission,
      properties: { principal: "sns.amazonaws.com", sourceAccount: "111122223333" },
    },
    {
      name: "buckets of an account",
      type: permission,
      properties: { principal: "s3.amazonaws.com", sourceAccount: "111122223333", sourceArn: "arn:aws:s3:::data" },
    },
    { name: "an organization", type: layer, properties: { principal: "*", organizationId: "o-1" } },
    { name: "an account", type: layer, properties: { principal: "111122223333" } },
    {
      name: "an organization",
      type: bus,
      properties: { principal: "*", condition: { key: "aws:PrincipalOrgID", type: "StringEquals", value: "o-1" } },
    },
    { name: "an account", type: bus, properties: { principal: "111122223333" } },
    {
      name: "an account",
      type: service,
      properties: { allowedPrincipals: [account] },
      harmless: { allowedPrincipals: "without principals nobody is let in" },
    },
    { name: "an account", type: allowed, properties: { principalArn: account } },
    {
      name: "an account",
      type: document,
      properties: { permissions: { type: "Share", accountIds: "111122223333" } },
      harmless: {
        permissions: "without permissions it is shared with nobody",
        "permissions.accountIds": only,
      },
    },
    ...domains.flatMap((type) => [
      {
        name: "in a network",
        type,
        properties: { vpcOptions: { subnetIds: ["subnet-1"] }, accessPolicies: open },
      },
      {
        name: "with users of its own",
        type,
        properties: { advancedSecurityOptions: { enabled: true }, accessPolicies: open },
      },
    ]),
    {
      name: "a group",
      type: dataset,
      properties: { accesses: [{ role: "READER", specialGroup: "projectReaders", iamMember: "group:a@example.com" }] },
      harmless: { accesses: only, "accesses[0].specialGroup": only, "accesses[0].iamMember": only },
    },
    {
      name: "one source",
      type: permission,
      properties: { principal: "*", sourceArn: "arn:aws:s3:::data" },
      harmless: { principal: only },
    },
    {
      name: "an organization",
      type: permission,
      properties: { principal: "*", principalOrgId: "o-1" },
      harmless: { principal: only },
    },
    ...namingGrants(grants, {}),
    ...siteGrants.map((grant) => ({
      name: "a website",
      type: grantType(grant, "Member"),
      properties: { role: "roles/run.invoker", member: "allUsers" },
      harmless: { member: only },
    })),
    {
      name: "a group",
      type: access,
      properties: { role: "READER", specialGroup: "projectReaders" },
      harmless: { specialGroup: "only one group is everybody" },
    },
  ],
  fails: [
    ...openDocuments(otherResourcePolicies, fix),
    {
      name: "everybody",
      type: permission,
      properties: { principal: "*", action: "lambda:InvokeFunction" },
      messages: [`principal is "*"; required: ${named}. ${fix}`],
    },
    {
      name: "a function URL for everybody",
      type: permission,
      properties: { principal: "*", action: "lambda:InvokeFunctionUrl", functionUrlAuthType: "NONE" },
      messages: [`principal is "*"; required: ${named}. ${fix}`],
    },
    {
      name: "every topic",
      type: permission,
      properties: { principal: "*", sourceArn: "arn:aws:sns:*:*:*", sourceAccount: "*" },
      messages: [`principal is "*"; required: ${named}. ${fix}`],
    },
    {
      name: "a bucket's name",
      type: permission,
      properties: { principal: "s3.amazonaws.com", sourceArn: "arn:aws:s3:::data" },
      messages: [`sourceAccount is not set; required: the account that owns the bucket. ${fix}`],
    },
    ...[{}, { sourceArn: "arn:aws:sns:*:*:*" }].map((source) => ({
      name: "a service, for everybody",
      type: permission,
      properties: { principal: "sns.amazonaws.com", ...source },
      messages: [
        `sourceArn is ${"sourceArn" in source ? JSON.stringify(source.sourceArn) : "not set"}; required: ${namedSource}. ${fix}`,
      ],
    })),
    {
      name: "everybody",
      type: layer,
      properties: { principal: "*" },
      messages: [`principal is "*"; required: ${named}. ${fix}`],
    },
    {
      name: "every organization",
      type: bus,
      properties: { principal: "*", condition: { key: "aws:PrincipalOrgID", type: "StringLike", value: "o-*" } },
      messages: [`principal is "*"; required: ${named}. ${fix}`],
    },
    {
      name: "everybody",
      type: service,
      properties: { allowedPrincipals: [account, "*"] },
      messages: [`allowedPrincipals[1] is "*"; required: ${named}. ${fix}`],
    },
    {
      name: "everybody",
      type: allowed,
      properties: { principalArn: "*" },
      messages: [`principalArn is "*"; required: ${named}. ${fix}`],
    },
    {
      name: "everybody",
      type: document,
      properties: { permissions: { type: "Share", accountIds: "All" } },
      messages: [`permissions.accountIds is "All"; required: accounts that you name. ${fix}`],
    },
    {
      name: "everybody",
      type: dataset,
      properties: { accesses: [{ specialGroup: "projectOwners" }, { iamMember: "allUsers" }] },
      messages: [`accesses[1].iamMember is "allUsers"; required: members that you name. ${fix}`],
    },
    ...openGrants(grants, {}, fix),
    {
      name: "everybody with an account",
      type: access,
      properties: { role: "READER", specialGroup: "allAuthenticatedUsers" },
      messages: [`specialGroup is "allAuthenticatedUsers"; required: members that you name. ${fix}`],
    },
  ],
};
