import type { types } from "@pulumi/gcp";
import * as compute from "@pulumi/gcp/compute";
import type * as pulumi from "@pulumi/pulumi";
import { type ComponentContext, type RateRuleSpec, type Transform, transformed, type WafSpec } from "../../contract";
import { labels } from "../labels";
import { rangeLists } from "./denied-ranges";
import { bodyAbove, fromCountries, pathBegins, pathEnds } from "./expressions";
import { type Band, bandWidth, placed, type UnplacedRule } from "./priorities";
import { rateWindow } from "./rate-window";

type Rule = types.input.compute.SecurityPolicyRule;

/** Arguments of the firewall. */
export interface FirewallArgs {
  context: ComponentContext;
  spec: WafSpec;
  transform?: Transform<compute.SecurityPolicyArgs>;
}

/**
 * OWASP Core Rule Set 4.22 as Cloud Armor has it ("Preconfigured WAF rules overview"). `generic` has the rules for Node.js
 * (934xxx), which had a set of their own in 3.3. Not among them: the rules on methods, which refuse PUT, PATCH and DELETE,
 * and those for PHP and Java, which no application here is written in.
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
  "generic-v422-stable",
] as const;

/**
 * How much of a body the managed rules look at: the most there is (compute.v1, `requestBodyInspectionSize`); the default is
 * the first 8 KB, behind which an attack would pass unseen.
 */
const inspectedBody = "64KB";

/** Priority of the last rule, which every policy has (upstream provider). */
const lastPriority = 2147483647;

/** Where each kind of rule begins: what is denied, then Google's managed rules, then rates. */
const bands = { origins: 1000, extensions: 2000, body: 3000, managed: 10_000, rates: 100_000 } as const;
/** Longest prefix whose length still orders the rate rules. */
const longestPath = 1000;

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
    rules: withLast([
      { from: bands.origins, rules: deniedOrigins(spec) },
      { from: bands.extensions, rules: deniedExtensions(spec) },
      { from: bands.body, rules: [deny("body-limit", bodyAbove(spec.maxBodyMiB * 1024 * 1024))] },
      { from: bands.managed, rules: spec.managedRules ? managedRules.map(managedRule) : [] },
      ...rates(spec.rateRules),
    ]),
    adaptiveProtectionConfig: { layer7DdosDefenseConfig: { enable: true, ruleVisibility: "STANDARD" } },
    advancedOptionsConfig: { jsonParsing: "STANDARD", logLevel: "NORMAL", requestBodyInspectionSize: inspectedBody },
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
      rules: withLast([{ from: bands.origins, rules }]),
      labels: labels(context),
    },
    { parent },
  );
}

function withLast(rules: readonly Band[]): Rule[] {
  const last = {
    action: "allow",
    description: "all others",
    priority: lastPriority,
    match: { versionedExpr: "SRC_IPS_V1", config: { srcIpRanges: ["*"] } },
  };
  return [...placed(rules), last];
}

/** Cloud Armor answers with 403, 404, 429 or 502 and nothing else (upstream provider, `action`). */
function deny(key: string, expression: string): UnplacedRule {
  return { key, rule: { action: "deny(403)", match: { expr: { expression } } } };
}

function deniedOrigins({ deniedCidrs, deniedCountries }: WafSpec): UnplacedRule[] {
  return [
    ...[...rangeLists(deniedCidrs)].map(([key, srcIpRanges]) => ({
      key,
      rule: { action: "deny(403)", match: { versionedExpr: "SRC_IPS_V1", config: { srcIpRanges } } },
    })),
    ...(deniedCountries.length === 0 ? [] : [deny("denied-countries", fromCountries(deniedCountries))]),
  ];
}

function deniedExtensions({ deniedExtensions: endings }: WafSpec): UnplacedRule[] {
  return endings.length === 0 ? [] : [deny("denied-extensions", pathEnds(endings))];
}

/** Sensitivity 1 of 4: only near-certain attacks, so that no ordinary text is taken for one. */
function managedRule(rule: (typeof managedRules)[number]): UnplacedRule {
  return deny(rule, `evaluatePreconfiguredWaf('${rule}', {'sensitivity': 1})`);
}

/** A longer path is asked before a shorter one, since the first rate that matches counts alone. */
function rates(rules: readonly RateRuleSpec[]): Band[] {
  const lengths = [...new Set(rules.map(longestPrefix))].sort((a, b) => b - a);
  return lengths.map((length) => ({
    from: bands.rates + (longestPath - length) * bandWidth,
    rules: rules.filter((rule) => longestPrefix(rule) === length).map(rateRule),
  }));
}

function rateRule(rule: RateRuleSpec): UnplacedRule {
  return {
    key: `rate-${rule.name}`,
    rule: {
      action: "throttle",
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
    },
  };
}

function longestPrefix({ pathPrefixes }: RateRuleSpec): number {
  return Math.min(longestPath, Math.max(0, ...pathPrefixes.map((prefix) => prefix.length)));
}
