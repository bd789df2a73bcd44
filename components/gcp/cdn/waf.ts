import type { types } from "@pulumi/gcp";
import * as compute from "@pulumi/gcp/compute";
import type * as pulumi from "@pulumi/pulumi";
import { type ComponentContext, type RateRuleSpec, type Transform, transformed, type WafSpec } from "../../contract";
import { labels } from "../labels";
import { bodyAbove, fromCountries, pathBegins, pathEnds } from "./expressions";
import { rateWindow } from "./rate-window";

type Rule = types.input.compute.SecurityPolicyRule;
type Unprioritized = Omit<Rule, "priority">;

/** What the firewall is built from. */
export interface FirewallArgs {
  context: ComponentContext;
  spec: WafSpec;
  transform?: Transform<compute.SecurityPolicyArgs>;
}

/**
 * OWASP Core Rule Set 4.22 as Cloud Armor has it ("Preconfigured WAF rules overview"). Not among them: the rules on
 * methods, which refuse PUT, PATCH and DELETE, and those for PHP and Java, which no application here is written in.
 */
const managedRules = [
  "sqli-v422-stable",
  "xss-v422-stable",
  "lfi-v422-stable",
  "rfi-v422-stable",
  "rce-v422-stable",
  "scannerdetection-v422-stable",
  "protocolattack-v422-stable",
  "sessionfixation-v422-stable",
] as const;

/** Where the last rule stands, which every policy has (upstream provider). */
const lastPriority = 2147483647;

/** Ranges that one rule takes (upstream provider, `src_ip_ranges`). */
const rangesPerRule = 10;

/**
 * A Cloud Armor policy for what is not answered from the cache. The first rule that matches decides, and a rate that is
 * kept lets a request in: what is denied comes first, then Google's managed rules, then rates, the longest path before
 * the others.
 */
export function firewall(name: string, args: FirewallArgs, parent: pulumi.Resource): compute.SecurityPolicy {
  const { context, spec, transform } = args;
  const policyArgs: compute.SecurityPolicyArgs = {
    description: `Firewall of ${context.name}`,
    type: "CLOUD_ARMOR",
    rules: prioritized([
      ...deniedOrigins(spec),
      ...deniedExtensions(spec),
      deny("body-limit", bodyAbove(spec.maxBodyMiB * 1024 * 1024)),
      ...(spec.managedRules ? managedRules.map(managedRule) : []),
      ...[...spec.rateRules].sort((a, b) => longestPrefix(b) - longestPrefix(a)).map(rateRule),
    ]),
    adaptiveProtectionConfig: { layer7DdosDefenseConfig: { enable: true, ruleVisibility: "STANDARD" } },
    advancedOptionsConfig: { jsonParsing: "STANDARD", logLevel: "NORMAL" },
    labels: labels(context),
  };
  return new compute.SecurityPolicy(name, transformed(transform, policyArgs, name), { parent });
}

/**
 * A policy for what the cache answers, which the other one never sees: addresses and countries, all that such a policy
 * is needed for here. Undefined where none is denied.
 */
export function edgeFirewall(
  name: string,
  { context, spec }: FirewallArgs,
  parent: pulumi.Resource,
): compute.SecurityPolicy | undefined {
  const rules = deniedOrigins(spec);
  if (rules.length === 0) return undefined;
  return new compute.SecurityPolicy(
    name,
    {
      description: `Firewall of the cache of ${context.name}`,
      type: "CLOUD_ARMOR_EDGE",
      rules: prioritized(rules),
      labels: labels(context),
    },
    { parent },
  );
}

function prioritized(rules: Unprioritized[]): Rule[] {
  const last = {
    action: "allow",
    description: "all others",
    priority: lastPriority,
    match: { versionedExpr: "SRC_IPS_V1", config: { srcIpRanges: ["*"] } },
  };
  return [...rules.map((rule, i) => ({ ...rule, priority: (i + 1) * 10 })), last];
}

/** Cloud Armor answers with 403, 404, 429 or 502 and nothing else (upstream provider, `action`). */
function deny(description: string, expression: string): Unprioritized {
  return { action: "deny(403)", description, match: { expr: { expression } } };
}

function deniedOrigins({ deniedCidrs, deniedCountries }: WafSpec): Unprioritized[] {
  const lists = Array.from({ length: Math.ceil(deniedCidrs.length / rangesPerRule) }, (_, i) =>
    deniedCidrs.slice(i * rangesPerRule, (i + 1) * rangesPerRule),
  );
  return [
    ...lists.map((srcIpRanges, i) => ({
      action: "deny(403)",
      description: `denied-ranges-${i + 1}`,
      match: { versionedExpr: "SRC_IPS_V1", config: { srcIpRanges } },
    })),
    ...(deniedCountries.length === 0 ? [] : [deny("denied-countries", fromCountries(deniedCountries))]),
  ];
}

function deniedExtensions({ deniedExtensions: endings }: WafSpec): Unprioritized[] {
  return endings.length === 0 ? [] : [deny("denied-extensions", pathEnds(endings))];
}

/** Sensitivity 1 of 4: what is an attack almost surely, so that nobody's text is taken for one. */
function managedRule(rule: (typeof managedRules)[number]): Unprioritized {
  return deny(rule, `evaluatePreconfiguredWaf('${rule}', {'sensitivity': 1})`);
}

function rateRule(rule: RateRuleSpec): Unprioritized {
  return {
    action: "throttle",
    description: `rate-${rule.name}`,
    match:
      rule.pathPrefixes.length === 0
        ? { versionedExpr: "SRC_IPS_V1", config: { srcIpRanges: ["*"] } }
        : { expr: { expression: pathBegins(rule.pathPrefixes) } },
    rateLimitOptions: {
      conformAction: "allow",
      exceedAction: "deny(429)",
      enforceOnKey: "IP",
      rateLimitThreshold: rateWindow(rule),
    },
  };
}

function longestPrefix({ pathPrefixes }: RateRuleSpec): number {
  return Math.max(0, ...pathPrefixes.map((prefix) => prefix.length));
}
