import * as cdn from "@pulumi/azure-native/cdn";
import type * as pulumi from "@pulumi/pulumi";
import { type CacheSpec, contentName, digest } from "../../contract";
import { blobServiceVersion } from "../blob-service";
import { type FrontDoorArgs, inProfile } from "./profile";
import { actionsOf, corsRules, type EdgeRule, header, redirectRule, securityHeaders } from "./rules";

/** How static files are cached. */
export type CachedFiles = CacheSpec & { kind: "static" };

/** A rule set with its rules: a route may name it when both are there. */
export interface EdgeRuleSet {
  set: cdn.RuleSet;
  rules: cdn.Rule[];
}

/**
 * Rules of every path, in this order: redirects, headers, dropped headers, cross-origin headers. Each redirect and each
 * origin has its own set, as the rules of a set are numbered: an additional rule would move the others.
 */
export function commonRules(name: string, args: FrontDoorArgs, parent: pulumi.Resource): EdgeRuleSet[] {
  const { redirects, headers, waf, cors } = args.spec;
  // Front Door writes X-Forwarded-Host itself, so that a client's never arrives.
  const dropped = waf.droppedHeaders.filter((each) => each.toLowerCase() !== "x-forwarded-host");
  const set = (kind: string, content: string, rules: readonly EdgeRule[]) =>
    ruleSet(
      `${name}-${[kind, content].filter(Boolean).join("-")}`,
      `${kind}${setDigest(content)}`,
      rules,
      args,
      parent,
    );
  return [
    ...redirects.map((redirect) => set("redirect", contentName(redirect.from), [redirectRule(redirect)])),
    set("headers", "", actionsOf(securityHeaders(headers))),
    ...(dropped.length === 0
      ? []
      : [
          set(
            "dropped",
            "",
            actionsOf(dropped.map((each) => header("ModifyRequestHeader", cdn.HeaderAction.Delete, each))),
          ),
        ]),
    ...(cors?.origins ?? []).map((origin) =>
      set("cors", contentName(origin), cors === undefined ? [] : corsRules(cors, origin)),
    ),
  ];
}

/**
 * How long the edge keeps a static file. The origin sets the header for browsers: a rule can't read the status of the
 * answer, so a missing file would stay missing for as long.
 */
export function cacheRules(
  name: string,
  { maxAgeSeconds }: CachedFiles,
  args: FrontDoorArgs,
  parent: pulumi.Resource,
): EdgeRuleSet {
  const rule: EdgeRule = {
    conditions: [],
    actions: [
      {
        name: "RouteConfigurationOverride",
        parameters: {
          typeName: "DeliveryRuleRouteConfigurationOverrideActionParameters",
          cacheConfiguration: {
            cacheBehavior: cdn.RuleCacheBehavior.OverrideIfOriginMissing,
            cacheDuration: cacheDuration(maxAgeSeconds),
            queryStringCachingBehavior: cdn.RuleQueryStringCachingBehavior.UseQueryString,
            isCompressionEnabled: args.spec.compression
              ? cdn.RuleIsCompressionEnabled.Enabled
              : cdn.RuleIsCompressionEnabled.Disabled,
          },
        },
      },
    ],
  };
  return ruleSet(`${name}-cache-${maxAgeSeconds}`, `cache${maxAgeSeconds}`, [rule], args, parent);
}

/** Headers that a request to a bucket needs beside the token that Front Door adds. */
export function blobRules(name: string, args: FrontDoorArgs, parent: pulumi.Resource): EdgeRuleSet {
  const version = header("ModifyRequestHeader", cdn.HeaderAction.Overwrite, "x-ms-version", blobServiceVersion);
  return ruleSet(name, "blobs", actionsOf([version]), args, parent);
}

/** `[d.]hh:mm:ss` (SDK, `CacheConfigurationArgs.cacheDuration`). */
function cacheDuration(seconds: number): string {
  const two = (value: number) => String(Math.floor(value)).padStart(2, "0");
  const time = [(seconds % 86_400) / 3600, (seconds % 3600) / 60, seconds % 60].map(two).join(":");
  return seconds < 86_400 ? time : `${Math.floor(seconds / 86_400)}.${time}`;
}

/** Names of rule sets have letters and digits only. */
function setDigest(content: string): string {
  return content === "" ? "" : digest(content, 12);
}

function ruleSet(
  name: string,
  ruleSetName: string,
  edgeRules: readonly EdgeRule[],
  args: FrontDoorArgs,
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
