import type * as azure from "@pulumi/azure-native";
import type { Unwrap } from "@pulumi/pulumi";
import { type Finding, isOneOf, must, mustIfSet } from "../core/finding";
import type { View } from "../core/view";

type Gateway = View<Unwrap<azure.network.ApplicationGatewayArgs>>;
type Policy = View<Unwrap<azure.types.input.network.ApplicationGatewaySslPolicyArgs> | undefined>;

/** Azure Application Gateway, "TLS policy overview": those whose lowest version is 1.2. */
const modern = isOneOf(["AppGwSslPolicy20170401S", "AppGwSslPolicy20220101", "AppGwSslPolicy20220101S"]);
const versions = isOneOf(["TLSv1_2", "TLSv1_3"]);

/** A gateway's policies. Without one it has that of 2022 (API version 2023-02-01 and later), whose lowest version is 1.2. */
export function gatewayPolicies(gateway: Gateway): Finding[] {
  const profiles = gateway
    .at("sslProfiles")
    .items()
    .map((profile) => profile.at("sslPolicy"));
  return [gateway.at("sslPolicy"), ...profiles].flatMap((policy: Policy) => {
    // A policy of one's own has no name, and says its lowest version.
    const custom = ["Custom", "CustomV2"].includes(policy.at("policyType").text() ?? "");
    return custom ? must(policy.at("minProtocolVersion"), versions) : mustIfSet(policy.at("policyName"), modern);
  });
}

/** Listeners of plain HTTP whose rules lead to servers, where they should lead to HTTPS. */
export function clearListeners(gateway: Gateway): Finding[] {
  const rules = gateway.at("requestRoutingRules").items();
  return gateway
    .at("httpListeners")
    .items()
    .filter((listener) => listener.at("protocol").text()?.toLowerCase() === "http")
    .flatMap((listener) => {
      const name = listener.at("name").text();
      return rules
        .filter((rule) => name !== undefined && idEndsWith(rule.at("httpListener").at("id"), name))
        .filter((rule) => rule.at("redirectConfiguration").known && !rule.at("redirectConfiguration").isSet)
        .flatMap((rule) => {
          const map = rule.at("urlPathMap");
          if (!map.known) return [];
          if (!map.isSet) return [toServers(rule.at("redirectConfiguration"), listener)];
          return gateway
            .at("urlPathMaps")
            .items()
            .filter((one) => idEndsWith(map.at("id"), one.at("name").text() ?? ""))
            .flatMap((one) => [
              one.at("defaultRedirectConfiguration"),
              ...one
                .at("pathRules")
                .items()
                .map((path) => path.at("redirectConfiguration")),
            ])
            .filter((redirect) => redirect.known && !redirect.isSet)
            .map((redirect) => toServers(redirect, listener));
        });
    });
}

function toServers(redirect: View, listener: View<{ name?: string }>): Finding {
  return {
    path: redirect.path,
    found: `not set, for the HTTP listener ${listener.at("name").shown()}`,
    required: "a redirect to an HTTPS listener",
  };
}

function idEndsWith(id: View, name: string): boolean {
  return id.text()?.toLowerCase().endsWith(`/${name.toLowerCase()}`) ?? false;
}
