import type * as aws from "@pulumi/aws";
import { isTrue, must } from "../../core/finding";
import { check, forTypes, type Rule } from "../../core/rule";

/** Search domains are encrypted at rest. */
export const rule: Rule = {
  id: "encryption-at-rest-search",
  title: "Search domains are encrypted at rest.",
  severity: "high",
  frameworks: {
    "PCI DSS 4.0": ["3.5.1"],
    "ISO 27001:2022": ["A.8.24"],
    "SOC 2": ["CC6.1"],
    HIPAA: ["164.312(a)(2)(iv)"],
    GDPR: ["Art. 32"],
  },
  why: "An index holds the text of what it finds, and so do its snapshots.",
  fix: "Set encryptAtRest: { enabled: true }.",
  source: "https://docs.aws.amazon.com/opensearch-service/latest/developerguide/encryption-at-rest.html",
  breaksBy: {
    "aws:opensearch/domain:Domain": ["encryptAtRest.enabled"],
    "aws:elasticsearch/domain:Domain": ["encryptAtRest.enabled"],
  },
  checks: forTypes(
    ["aws:opensearch/domain:Domain", "aws:elasticsearch/domain:Domain"],
    check<aws.opensearch.DomainArgs>((domain) => must(domain.at("encryptAtRest").at("enabled"), isTrue)),
  ),
};
