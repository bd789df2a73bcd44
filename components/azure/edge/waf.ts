import type { types } from "@pulumi/azure-native";
import * as frontdoor from "@pulumi/azure-native/frontdoor";
import type * as pulumi from "@pulumi/pulumi";
import { type ComponentContext, type RateRuleSpec, type Transform, transformed, type WafSpec } from "../../contract";
import { tags } from "../tags";
import { bodyLargerThan, endingIn, startingWith } from "./waf-patterns";

/** Arguments of the firewall. */
export interface FirewallArgs {
  context: ComponentContext;
  spec: WafSpec;
  resourceGroupName: pulumi.Input<string>;
  transform?: Transform<frontdoor.PolicyArgs>;
}

type Rule = types.input.frontdoor.CustomRuleArgs;
type Condition = types.input.frontdoor.MatchConditionArgs;

/** The firewall of Front Door: what is denied first, then rates, then Microsoft's own rules. */
export function firewall(
  name: string,
  { context, spec, resourceGroupName, transform }: FirewallArgs,
  parent: pulumi.Resource,
): frontdoor.Policy {
  const args: frontdoor.PolicyArgs = {
    // Letters and digits only (Azure naming rules, Microsoft.Network/frontdoorWebApplicationFirewallPolicies).
    policyName: context.name.replaceAll("-", ""),
    resourceGroupName,
    location: "Global",
    sku: { name: frontdoor.SkuName.Premium_AzureFrontDoor },
    policySettings: {
      enabledState: frontdoor.PolicyEnabledState.Enabled,
      mode: frontdoor.PolicyMode.Prevention,
      requestBodyCheck: frontdoor.PolicyRequestBodyCheck.Enabled,
    },
    customRules: { rules: customRules(spec) },
    managedRules: {
      managedRuleSets: spec.managedRules
        ? [
            {
              ruleSetType: "Microsoft_DefaultRuleSet",
              ruleSetVersion: "2.1",
              ruleSetAction: frontdoor.ManagedRuleSetActionType.Block,
            },
            { ruleSetType: "Microsoft_BotManagerRuleSet", ruleSetVersion: "1.1" },
          ]
        : [],
    },
    tags: tags(context, name),
  };
  return new frontdoor.Policy(name, transformed(transform, args, name), { parent });
}

/** The rules of the topology's own, in order. */
function customRules(spec: WafSpec): Rule[] {
  const denied: [string, Condition[]][] = [
    ...(spec.deniedCidrs.length === 0
      ? []
      : [denial("deniedCidrs", condition("SocketAddr", "IPMatch", spec.deniedCidrs))]),
    ...(spec.deniedCountries.length === 0
      ? []
      : [denial("deniedCountries", condition("SocketAddr", "GeoMatch", spec.deniedCountries))]),
    ...(spec.deniedExtensions.length === 0
      ? []
      : [
          denial("deniedExtensions", {
            ...condition("RequestUri", "RegEx", [endingIn(spec.deniedExtensions)]),
            transforms: [frontdoor.TransformType.Lowercase],
          }),
        ]),
    denial("bodyLimit", {
      // Not "GreaterThan": that compares the length of the header's text, not the number it says.
      ...condition("RequestHeader", "RegEx", [bodyLargerThan(spec.maxBodyMiB)]),
      selector: "Content-Length",
    }),
  ];
  const matches = denied.map(
    ([name, matchConditions], i): Rule => ({
      name,
      priority: (i + 1) * 10,
      ruleType: frontdoor.RuleType.MatchRule,
      action: frontdoor.ActionType.Block,
      matchConditions,
    }),
  );
  return [...matches, ...spec.rateRules.map((rule, i) => rateRule(rule, (matches.length + i + 1) * 10))];
}

/** Front Door counts in windows of one minute or five (SDK, `rateLimitDurationInMinutes`; Microsoft Learn, "What is rate limiting for Azure Front Door?"). */
function rateRule({ name, pathPrefixes, requests, perSeconds }: RateRuleSpec, priority: number): Rule {
  const minutes = perSeconds <= 60 ? 1 : 5;
  const matchConditions =
    pathPrefixes.length === 0
      ? [condition("SocketAddr", "IPMatch", ["0.0.0.0/0", "::/0"])]
      : [condition("RequestUri", "RegEx", pathPrefixes.map(startingWith))];
  return {
    name: `rate${name.replaceAll("-", "")}`,
    priority,
    ruleType: frontdoor.RuleType.RateLimitRule,
    action: frontdoor.ActionType.Block,
    rateLimitDurationInMinutes: minutes,
    rateLimitThreshold: Math.max(Math.floor((requests * minutes * 60) / perSeconds), 1),
    groupBy: [{ variableName: frontdoor.VariableName.SocketAddr }],
    matchConditions,
  };
}

function denial(name: string, match: Condition): [string, Condition[]] {
  return [name, [match]];
}

function condition(
  matchVariable: frontdoor.MatchVariable,
  operator: frontdoor.Operator,
  matchValue: string[],
): Condition {
  return { matchVariable, operator, matchValue, negateCondition: false };
}
