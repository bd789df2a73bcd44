import type * as aws from "@pulumi/aws";
import * as wafv2 from "@pulumi/aws/wafv2";
import type * as pulumi from "@pulumi/pulumi";
import { type ComponentContext, type RateRuleSpec, type Transform, transformed, type WafSpec } from "../../contract";
import { logGroup } from "../log-group";
import { logKey } from "../log-key";
import { tags } from "../tags";
import { rateWindow } from "./rate-window";
import { bodyPattern, extensionPatterns, longestPattern } from "./waf-patterns";

type Rule = aws.types.input.wafv2.WebAclRule;
type Statement = aws.types.input.wafv2.WebAclRuleStatement;

/** Arguments of the firewall. */
export interface FirewallArgs {
  context: ComponentContext;
  spec: WafSpec;
  logRetentionDays: number;
  transform?: Transform<wafv2.WebAclArgs>;
}

/** Firewalls of CloudFront live in this region whatever the stack's is. */
export const cloudFrontRegion = "us-east-1";

/** Managed rule groups of AWS, as they are named in the API (AWS WAF Developer Guide, "AWS Managed Rules rule groups list"). */
const managedGroups = [
  "AWSManagedRulesAmazonIpReputationList",
  "AWSManagedRulesCommonRuleSet",
  "AWSManagedRulesKnownBadInputsRuleSet",
  "AWSManagedRulesSQLiRuleSet",
] as const;

/**
 * A web ACL for CloudFront. Order: what is denied outright, then rates, then AWS' managed rules.
 */
export function firewall(name: string, args: FirewallArgs, parent: pulumi.Resource): wafv2.WebAcl {
  const { context, spec, transform } = args;
  const rules = prioritized([
    ...deniedAddresses(name, args, parent),
    ...deniedCountries(spec),
    ...deniedExtensions(spec),
    bodyLimit(spec),
    ...spec.rateRules.map(rateRule),
    ...(spec.managedRules ? managedGroups.map(managedRule) : []),
  ]);
  const aclArgs: wafv2.WebAclArgs = {
    name: context.name,
    description: `Firewall of ${context.name}`,
    scope: "CLOUDFRONT",
    region: cloudFrontRegion,
    defaultAction: { allow: {} },
    rules,
    visibilityConfig: visibility(context.name),
    tags: tags(context, name),
  };
  const acl = new wafv2.WebAcl(name, transformed(transform, aclArgs, name), { parent });
  logging(name, args, acl, parent);
  return acl;
}

type Unprioritized = Omit<Rule, "priority">;

function prioritized(rules: Unprioritized[]): Rule[] {
  return rules.map((rule, i) => ({ ...rule, priority: (i + 1) * 10 }));
}

function blocking(name: string, statement: Statement, responseCode = 403): Unprioritized {
  return {
    name,
    statement,
    action: { block: { customResponse: { responseCode } } },
    visibilityConfig: visibility(name),
  };
}

function visibility(metricName: string) {
  return { cloudwatchMetricsEnabled: true, sampledRequestsEnabled: true, metricName };
}

function deniedAddresses(name: string, { context, spec }: FirewallArgs, parent: pulumi.Resource): Unprioritized[] {
  const families = [
    { version: "IPV4", addresses: spec.deniedCidrs.filter((cidr) => !cidr.includes(":")) },
    { version: "IPV6", addresses: spec.deniedCidrs.filter((cidr) => cidr.includes(":")) },
  ];
  return families
    .filter(({ addresses }) => addresses.length > 0)
    .map(({ version, addresses }) => {
      const suffix = `denied-${version.toLowerCase()}`;
      const set = new wafv2.IpSet(
        `${name}-${suffix}`,
        {
          name: `${context.name}-${suffix}`,
          scope: "CLOUDFRONT",
          region: cloudFrontRegion,
          ipAddressVersion: version,
          addresses,
          tags: tags(context, `${name}-${suffix}`),
        },
        { parent },
      );
      return blocking(suffix, { ipSetReferenceStatement: { arn: set.arn } });
    });
}

function deniedCountries({ deniedCountries: countryCodes }: WafSpec): Unprioritized[] {
  return countryCodes.length === 0 ? [] : [blocking("denied-countries", { geoMatchStatement: { countryCodes } })];
}

function deniedExtensions({ deniedExtensions: extensions }: WafSpec): Unprioritized[] {
  if (extensions.length === 0) return [];
  const statements = extensionPatterns(extensions).map((regexString) => ({
    regexMatchStatement: { regexString, fieldToMatch: { uriPath: {} }, textTransformations: plainPath },
  }));
  const [first, ...more] = statements;
  if (first === undefined) return [];
  return [blocking("denied-extensions", more.length === 0 ? first : { orStatement: { statements } })];
}

/** A path as the application reads it, so that no one passes by with `%2F` or capitals. */
const plainPath = [
  { priority: 0, type: "URL_DECODE" },
  { priority: 1, type: "NORMALIZE_PATH" },
  { priority: 2, type: "LOWERCASE" },
];

/** A body is refused by what its Content-Length says; one that says nothing passes (capability table). */
function bodyLimit({ maxBodyMiB }: WafSpec): Unprioritized {
  const regexString = bodyPattern(maxBodyMiB);
  if (regexString.length > longestPattern) {
    throw new Error(
      `the edge's largest body is ${maxBodyMiB} MiB: the rule of AWS WAF that says so has ${regexString.length} characters of ${longestPattern}`,
    );
  }
  return blocking(
    "body-limit",
    {
      regexMatchStatement: {
        regexString,
        fieldToMatch: { singleHeader: { name: "content-length" } },
        textTransformations: [{ priority: 0, type: "NONE" }],
      },
    },
    413,
  );
}

function rateRule(rule: RateRuleSpec): Unprioritized {
  const { limit, evaluationWindowSec } = rateWindow(rule);
  return blocking(
    `rate-${rule.name}`,
    {
      rateBasedStatement: {
        limit,
        evaluationWindowSec,
        aggregateKeyType: "IP",
        scopeDownStatement: pathStatement(rule.pathPrefixes),
      },
    },
    429,
  );
}

function pathStatement(prefixes: string[]): Statement | undefined {
  const statements = prefixes.map((prefix) => ({
    byteMatchStatement: {
      searchString: prefix.toLowerCase(),
      positionalConstraint: "STARTS_WITH",
      fieldToMatch: { uriPath: {} },
      textTransformations: plainPath,
    },
  }));
  return statements.length > 1 ? { orStatement: { statements } } : statements[0];
}

/** Bodies of uploads are larger than what is inspected, so that one rule only counts; the body limit is ours. */
function managedRule(name: (typeof managedGroups)[number]): Unprioritized {
  return {
    name,
    overrideAction: { none: {} },
    statement: {
      managedRuleGroupStatement: {
        vendorName: "AWS",
        name,
        ruleActionOverrides:
          name === "AWSManagedRulesCommonRuleSet"
            ? [{ name: "SizeRestrictions_BODY", actionToUse: { count: {} } }]
            : undefined,
      },
    },
    visibilityConfig: visibility(name),
  };
}

/** Requests that a rule stopped, without what identifies a session. */
function logging(
  name: string,
  { context, logRetentionDays }: FirewallArgs,
  acl: wafv2.WebAcl,
  parent: pulumi.Resource,
): void {
  const key = logKey(
    `${name}-log-key`,
    { context, description: `Firewall logs of ${context.name}`, region: cloudFrontRegion },
    parent,
  );
  const group = logGroup(
    `${name}-log`,
    {
      context,
      // The firewall writes only to groups of this beginning.
      path: `aws-waf-logs-${context.name}`,
      retentionDays: logRetentionDays,
      keyArn: key.arn,
      region: cloudFrontRegion,
    },
    { parent },
  );
  new wafv2.WebAclLoggingConfiguration(
    `${name}-logging`,
    {
      resourceArn: acl.arn,
      region: cloudFrontRegion,
      logDestinationConfigs: [group.arn],
      redactedFields: [{ singleHeader: { name: "authorization" } }, { singleHeader: { name: "cookie" } }],
      loggingFilter: {
        defaultBehavior: "DROP",
        filters: [
          {
            behavior: "KEEP",
            requirement: "MEETS_ANY",
            conditions: [{ actionCondition: { action: "BLOCK" } }, { actionCondition: { action: "COUNT" } }],
          },
        ],
      },
    },
    { parent },
  );
}
