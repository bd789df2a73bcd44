import type * as aws from "@pulumi/aws";
import type * as azure from "@pulumi/azure-native";
import type * as gcp from "@pulumi/gcp";
import type { Unwrap } from "@pulumi/pulumi";
import type { Context } from "../../core/context";
import { type Finding, isSet, must } from "../../core/finding";
import { check, type Rule } from "../../core/rule";
import type { View } from "../../core/view";

const associations = ["aws:wafv2/webAclAssociation:WebAclAssociation"];
const regional = "aws:wafregional/webAclAssociation:WebAclAssociation";
const distribution = "aws:cloudfront/distribution:Distribution";
const frontDoorFirewall = "azure-native:cdn:SecurityPolicy";

/** Whether CloudFront, with a firewall, is in front of servers of this stack. */
function isBehindCloudFront(context: Context): boolean {
  return context.all<aws.cloudfront.DistributionArgs>(distribution).some(({ properties }) => {
    const servers = properties.at("origins");
    const isInFront = !servers.known || servers.items().some((origin) => origin.at("customOriginConfig").isSet);
    return isInFront && isSet.allows(properties.at("webAclId"));
  });
}

function loadBalancer(balancer: View<Unwrap<aws.lb.LoadBalancerArgs>>, context: Context): Finding[] {
  const type = balancer.at("loadBalancerType");
  // A network load balancer forwards packets, and has no firewall for requests.
  if (!type.known || ["network", "gateway"].includes(type.text() ?? "")) return [];
  if (balancer.at("internal").mayBe(true)) return [];
  const own = context.companions([...associations, regional], "resourceArn");
  if (own.length > 0 || isBehindCloudFront(context)) return [];
  return [{ path: balancer.at("name").path, found: "open to the internet without a firewall", required: "one" }];
}

/** Those of the internet; what is left out is the classic external one, of HTTP. */
function backend(service: View<Unwrap<gcp.compute.BackendServiceArgs>>, schemes: readonly string[]): Finding[] {
  const policy = service.at("securityPolicy");
  if (isSet.allows(policy)) return [];
  const [scheme, protocol] = [service.at("loadBalancingScheme"), service.at("protocol")];
  if (!scheme.known || !schemes.includes(scheme.text() ?? "EXTERNAL")) return [];
  if (!protocol.known || ["TCP", "SSL", "UDP", "UNSPECIFIED"].includes(protocol.text() ?? "HTTP")) return [];
  return must(policy, isSet);
}

/** A gateway of the internet has a policy, or the firewall of its own that came before policies. */
function gateway(args: View<Unwrap<azure.network.ApplicationGatewayArgs>>): Finding[] {
  const policy = args.at("firewallPolicy").at("id");
  const own = args.at("webApplicationFirewallConfiguration").at("enabled");
  if (isSet.allows(policy) || own.mayBe(true)) return [];
  const isPublic = args
    .at("frontendIPConfigurations")
    .items()
    .some((frontend) => frontend.at("publicIPAddress").known && frontend.at("publicIPAddress").isSet);
  return isPublic ? must(policy, isSet) : [];
}

/** What takes requests from the internet has a firewall that reads them. */
export const rule: Rule = {
  id: "exposure-waf",
  title: "What takes HTTP requests from the internet has a web application firewall.",
  severity: "medium",
  frameworks: {
    "CIS Azure Foundations 6.0": ["7.10"],
    "PCI DSS 4.0": ["6.4.1", "6.4.2"],
    "ISO 27001:2022": ["A.8.20", "A.8.26"],
    "SOC 2": ["CC6.6"],
  },
  why: "Injections, floods and scanners reach the application, which has to withstand all of them by itself.",
  fix: "Attach a web ACL of AWS WAF, a policy of Cloud Armor, or a WAF policy of Azure.",
  source: "https://docs.aws.amazon.com/waf/latest/developerguide/how-aws-waf-works-resources.html",
  breaksBy: {
    "aws:lb/loadBalancer:LoadBalancer": ["internal", "loadBalancerType"],
    "aws:cloudfront/distribution:Distribution": ["enabled", "origins[].customOriginConfig", "webAclId"],
    "gcp:compute/backendService:BackendService": ["loadBalancingScheme", "protocol", "securityPolicy"],
    "gcp:compute/regionBackendService:RegionBackendService": ["loadBalancingScheme", "protocol", "securityPolicy"],
    "azure-native:network:ApplicationGateway": [
      "firewallPolicy.id",
      "frontendIPConfigurations[].publicIPAddress",
      "webApplicationFirewallConfiguration.enabled",
    ],
    "azure-native:cdn:Profile": ["sku.name"],
    "aws:wafv2/webAclAssociation:WebAclAssociation": ["resourceArn"],
    "aws:wafregional/webAclAssociation:WebAclAssociation": ["resourceArn"],
    "azure-native:cdn:SecurityPolicy": ["profileName"],
  },
  companions: [...associations, regional, frontDoorFirewall],
  checks: {
    "aws:lb/loadBalancer:LoadBalancer": check<aws.lb.LoadBalancerArgs>(loadBalancer),
    [distribution]: check<aws.cloudfront.DistributionArgs>((cdn) =>
      cdn.at("enabled").mayBe(false) ? [] : must(cdn.at("webAclId"), isSet),
    ),
    "gcp:compute/backendService:BackendService": check<gcp.compute.BackendServiceArgs>((service) =>
      backend(service, ["EXTERNAL", "EXTERNAL_MANAGED"]),
    ),
    // The external scheme of a region is a load balancer of packets.
    "gcp:compute/regionBackendService:RegionBackendService": check<gcp.compute.BackendServiceArgs>((service) =>
      backend(service, ["EXTERNAL_MANAGED"]),
    ),
    "azure-native:network:ApplicationGateway": check<azure.network.ApplicationGatewayArgs>(gateway),
    // The other SKUs are older CDNs, which have no such policy.
    "azure-native:cdn:Profile": check<azure.cdn.ProfileArgs>((profile, context) => {
      if (context.companions(frontDoorFirewall, "profileName").length > 0) return [];
      const sku = profile.at("sku").at("name");
      if (!sku.known || /_(Microsoft|Akamai|Verizon|ChinaCdn)$/.test(sku.text() ?? "")) return [];
      return [{ path: profile.at("profileName").path, found: "without a SecurityPolicy", required: "one" }];
    }),
  },
};
