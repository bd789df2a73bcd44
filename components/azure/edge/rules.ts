import type { types } from "@pulumi/azure-native";
import * as cdn from "@pulumi/azure-native/cdn";
import type { EdgeCorsSpec, RedirectSpec, SecurityHeadersSpec } from "../../contract";
import { redirectTarget } from "./redirect-target";

type HeaderRule =
  | types.input.cdn.DeliveryRuleRequestHeaderActionArgs
  | types.input.cdn.DeliveryRuleResponseHeaderActionArgs;
type Action =
  | HeaderRule
  | types.input.cdn.DeliveryRuleRouteConfigurationOverrideActionArgs
  | types.input.cdn.UrlRedirectActionArgs;
type Condition =
  | types.input.cdn.DeliveryRuleUrlPathConditionArgs
  | types.input.cdn.DeliveryRuleRequestHeaderConditionArgs;

/** A rule of a rule set, without its place. */
export interface EdgeRule {
  conditions: Condition[];
  actions: Action[];
}

/** A rule has at most this many actions (Microsoft Learn, "What is a rule set in Azure Front Door?"). */
const mostActions = 5;

/** A header's value is at most so long in one action (Microsoft Learn, "Azure Front Door rule set actions"); the rest is appended. */
const longestValue = 640;

/** A change of one header. */
export function header(
  name: "ModifyRequestHeader" | "ModifyResponseHeader",
  headerAction: cdn.HeaderAction,
  headerName: string,
  value?: string,
): HeaderRule {
  const parameters = { typeName: "DeliveryRuleHeaderActionParameters" as const, headerAction, headerName, value };
  return name === "ModifyRequestHeader" ? { name, parameters } : { name, parameters };
}

/** As many rules as the actions fill. */
export function actionsOf(actions: readonly Action[], conditions: Condition[] = []): EdgeRule[] {
  const rules: EdgeRule[] = [];
  for (let i = 0; i < actions.length; i += mostActions) {
    rules.push({ conditions, actions: actions.slice(i, i + mostActions) });
  }
  return rules;
}

/** The security headers, whatever the application says. */
export function securityHeaders(spec: SecurityHeadersSpec): Action[] {
  const { maxAgeSeconds, includeSubDomains, preload } = spec.hsts;
  const hsts = [
    `max-age=${maxAgeSeconds}`,
    ...(includeSubDomains ? ["includeSubDomains"] : []),
    ...(preload ? ["preload"] : []),
  ];
  return [
    ...response("Strict-Transport-Security", hsts.join("; ")),
    ...response("X-Content-Type-Options", "nosniff"),
    ...response("X-Frame-Options", spec.frameOptions),
    ...response("Referrer-Policy", spec.referrerPolicy),
    ...(spec.contentSecurityPolicy === undefined
      ? []
      : response("Content-Security-Policy", spec.contentSecurityPolicy)),
  ];
}

/** Cross-origin headers for one origin that may ask. */
export function corsRules(
  { credentials, methods, headers, maxAgeSeconds }: Omit<EdgeCorsSpec, "origins">,
  origin: string,
): EdgeRule[] {
  return actionsOf(
    [
      ...response("Access-Control-Allow-Origin", origin),
      ...(credentials ? response("Access-Control-Allow-Credentials", "true") : []),
      ...response("Access-Control-Allow-Methods", methods.join(", ")),
      ...response("Access-Control-Allow-Headers", headers.join(", ")),
      ...response("Access-Control-Max-Age", String(maxAgeSeconds)),
      ...response("Vary", "Origin"),
    ],
    [
      {
        name: "RequestHeader",
        parameters: {
          typeName: "DeliveryRuleRequestHeaderConditionParameters",
          selector: "Origin",
          operator: cdn.RequestHeaderOperator.Equal,
          matchValues: [origin],
          negateCondition: false,
        },
      },
    ],
  );
}

/** One path leads to another, or to another address. */
export function redirectRule({ from, to, permanent }: RedirectSpec): EdgeRule {
  return {
    conditions: [
      {
        name: "UrlPath",
        parameters: {
          typeName: "DeliveryRuleUrlPathMatchConditionParameters",
          operator: cdn.UrlPathOperator.Equal,
          // The path without its leading slash (Microsoft Learn, "Azure Front Door rules match conditions", Request path); the root has
          // nothing else, and is matched by a slash (hashicorp/terraform-provider-azurerm#21851).
          matchValues: [from === "/" ? from : from.replace(/^\//, "")],
          negateCondition: false,
        },
      },
    ],
    actions: [
      {
        name: "UrlRedirect",
        parameters: {
          typeName: "DeliveryRuleUrlRedirectActionParameters",
          redirectType: permanent ? cdn.RedirectType.Moved : cdn.RedirectType.Found,
          destinationProtocol: cdn.DestinationProtocol.Https,
          ...redirectTarget(to),
        },
      },
    ],
  };
}

function response(name: string, value: string): Action[] {
  const parts = value.match(new RegExp(`.{1,${longestValue}}`, "gs")) ?? [];
  return parts.map((part, i) =>
    header("ModifyResponseHeader", i === 0 ? cdn.HeaderAction.Overwrite : cdn.HeaderAction.Append, name, part),
  );
}
