import type * as aws from "@pulumi/aws";
import { isTrue, must } from "../../core/finding";
import { check, forTypes, type Rule } from "../../core/rule";
import { required } from "../../kinds/table";

const domain = check<aws.opensearch.DomainArgs>((args) => [
  ...must(args.at("domainEndpointOptions").at("enforceHttps"), isTrue),
  ...must(args.at("nodeToNodeEncryption").at("enabled"), isTrue),
]);

/** Search domains answer HTTPS only, and their nodes speak TLS with each other. */
export const rule: Rule = {
  id: "encryption-in-transit-search",
  title: "Search domains use TLS, to clients and between their nodes.",
  severity: "high",
  frameworks: {
    "PCI DSS 4.0": ["4.2.1"],
    "ISO 27001:2022": ["A.8.24"],
    "SOC 2": ["CC6.7"],
    HIPAA: ["164.312(e)(1)"],
  },
  why: "What is searched and found crosses the network in clear text.",
  fix: "Set domainEndpointOptions.enforceHttps and nodeToNodeEncryption.enabled to true.",
  source: "https://docs.aws.amazon.com/opensearch-service/latest/developerguide/ntn.html",
  breaksBy: {
    "aws:opensearch/domain:Domain": ["domainEndpointOptions.enforceHttps", "nodeToNodeEncryption.enabled"],
    "aws:elasticsearch/domain:Domain": ["domainEndpointOptions.enforceHttps", "nodeToNodeEncryption.enabled"],
    "aws:cloudsearch/domain:Domain": ["endpointOptions.enforceHttps"],
  },
  checks: {
    ...forTypes(["aws:opensearch/domain:Domain", "aws:elasticsearch/domain:Domain"], domain),
    ...required(isTrue, [["aws:cloudsearch/domain:Domain", "endpointOptions.enforceHttps"]]),
  },
};
