import type * as aws from "@pulumi/aws";
import { isNotTrue, must } from "../../core/finding";
import { type Check, check, type Rule } from "../../core/rule";

/** A domain in a network has subnets; any other has a public address, and it can't be moved later. */
const inNetwork: Check = check<aws.opensearch.DomainArgs>((domain) => {
  const subnets = domain.at("vpcOptions").at("subnetIds");
  if (!subnets.known || subnets.items().length > 0) return [];
  return [{ path: subnets.path, found: subnets.shown(), required: "private subnets" }];
});

/** A part of a network policy of OpenSearch Serverless. */
interface NetworkRule {
  AllowFromPublic: boolean;
}

/** A policy of collections: a list of a network's rules, or the keys that encrypt, which are no list. */
const notFromPublic: Check = check<aws.opensearch.ServerlessSecurityPolicyArgs>((policy) =>
  policy
    .at("policy")
    .json<NetworkRule[]>()
    .items()
    .flatMap((rule) => must(rule.at("AllowFromPublic"), isNotTrue)),
);

/** Search domains and collections are in a network. Google has no such service, and of Azure's `exposure-platform-network` says it. */
export const rule: Rule = {
  id: "exposure-search",
  title: "Search domains and collections are in a network, without a public address.",
  severity: "high",
  frameworks: {
    "PCI DSS 4.0": ["1.3.1", "1.4.2"],
    "ISO 27001:2022": ["A.8.20", "A.8.22"],
    "SOC 2": ["CC6.6"],
  },
  why: "Indexes hold copies of the data, and those that the internet reaches are looked for and wiped by machine.",
  fix: "Name subnets in vpcOptions when the domain is made; name SourceVPCEs or SourceServices in the network policy of collections.",
  source: "https://docs.aws.amazon.com/opensearch-service/latest/developerguide/vpc.html",
  breaksBy: {
    "aws:opensearch/domain:Domain": ["vpcOptions.subnetIds"],
    "aws:elasticsearch/domain:Domain": ["vpcOptions.subnetIds"],
    "aws:opensearch/serverlessSecurityPolicy:ServerlessSecurityPolicy": ["policy[].AllowFromPublic"],
  },
  checks: {
    "aws:opensearch/domain:Domain": inNetwork,
    "aws:elasticsearch/domain:Domain": inNetwork,
    "aws:opensearch/serverlessSecurityPolicy:ServerlessSecurityPolicy": notFromPublic,
  },
};
