import * as cdn from "@pulumi/azure-native/cdn";
import type * as pulumi from "@pulumi/pulumi";
import type { CacheSpec } from "../../contract";
import { type EdgeArgs, inProfile } from "./profile";
import { actionsOf, corsRules, type EdgeRule, header, redirectRules, securityHeaders } from "./rules";

/** A rule set with its rules: a route may name it when both are there. */
export interface EdgeRuleSet {
  set: cdn.RuleSet;
  rules: cdn.Rule[];
}

/** What every path has: redirects first, then headers. Names have letters and digits only. */
export function commonRules(name: string, args: EdgeArgs, parent: pulumi.Resource): EdgeRuleSet {
  const { spec } = args;
  // Front Door writes X-Forwarded-Host itself, so that a client's never arrives.
  const dropped = spec.waf.droppedHeaders.filter((each) => each.toLowerCase() !== "x-forwarded-host");
  return ruleSet(
    name,
    "common",
    [
      ...redirectRules(spec.redirects),
      ...actionsOf(securityHeaders(spec.headers)),
      ...actionsOf(dropped.map((each) => header("ModifyRequestHeader", cdn.HeaderAction.Delete, each))),
      ...(spec.cors === undefined ? [] : corsRules(spec.cors)),
    ],
    args,
    parent,
  );
}

/** How long the edge and browsers keep a static file. */
export function cacheRules(
  name: string,
  { maxAgeSeconds, immutable }: CacheSpec & { kind: "static" },
  args: EdgeArgs,
  parent: pulumi.Resource,
): EdgeRuleSet {
  const control = `public, max-age=${maxAgeSeconds}${immutable ? ", immutable" : ""}`;
  const rule: EdgeRule = {
    conditions: [],
    actions: [
      {
        name: "RouteConfigurationOverride",
        parameters: {
          typeName: "DeliveryRuleRouteConfigurationOverrideActionParameters",
          cacheConfiguration: {
            cacheBehavior: cdn.RuleCacheBehavior.OverrideAlways,
            cacheDuration: cacheDuration(maxAgeSeconds),
            queryStringCachingBehavior: cdn.RuleQueryStringCachingBehavior.UseQueryString,
            isCompressionEnabled: args.spec.compression
              ? cdn.RuleIsCompressionEnabled.Enabled
              : cdn.RuleIsCompressionEnabled.Disabled,
          },
        },
      },
      header("ModifyResponseHeader", cdn.HeaderAction.Overwrite, "Cache-Control", control),
    ],
  };
  return ruleSet(name, `cache${maxAgeSeconds}${immutable ? "immutable" : ""}`, [rule], args, parent);
}

/** `[d.]hh:mm:ss` (SDK, `CacheConfigurationArgs.cacheDuration`). */
function cacheDuration(seconds: number): string {
  const two = (value: number) => String(Math.floor(value)).padStart(2, "0");
  const time = [(seconds % 86_400) / 3600, (seconds % 3600) / 60, seconds % 60].map(two).join(":");
  return seconds < 86_400 ? time : `${Math.floor(seconds / 86_400)}.${time}`;
}

function ruleSet(
  name: string,
  ruleSetName: string,
  edgeRules: readonly EdgeRule[],
  args: EdgeArgs,
  parent: pulumi.Resource,
): EdgeRuleSet {
  const set = new cdn.RuleSet(name, { ...inProfile(args), ruleSetName }, { parent });
  const rules = edgeRules.map(
    ({ conditions, actions }, i) =>
      new cdn.Rule(
        `${name}-rule-${i + 1}`,
        {
          ...inProfile(args),
          ruleSetName: set.name,
          ruleName: `rule${i + 1}`,
          order: i + 1,
          conditions,
          actions,
          matchProcessingBehavior: cdn.MatchProcessingBehavior.Continue,
        },
        { parent },
      ),
  );
  return { set, rules };
}
