import type * as aws from "@pulumi/aws";
import type * as azure from "@pulumi/azure-native";
import type * as gcp from "@pulumi/gcp";
import { isOneOf, require, requireIfSet } from "../../core/finding";
import { alike, check, type Rule } from "../../core/rule";

/** Azure's services spell it in two ways; the older default of most is 1.0. */
const storage = isOneOf(["TLS1_2", "TLS1_3"]);
const dotted = isOneOf(["1.2", "1.3"]);
/** OpenSearch Service API, `TLSSecurityPolicy`. */
const search = isOneOf([
  "Policy-Min-TLS-1-2-2019-07",
  "Policy-Min-TLS-1-2-PFS-2023-10",
  "Policy-Min-TLS-1-2-RFC9151-FIPS-2024-08",
]);

/** Whatever has a lowest version of TLS has 1.2 or later. CloudFront's and load balancers' have rules of their own. */
export const rule: Rule = {
  id: "encryption-in-transit-tls-floor",
  title: "Endpoints refuse versions of TLS before 1.2.",
  severity: "high",
  frameworks: {
    "CIS Azure Foundations 6.0": ["7.12", "9.3.6"],
    "PCI DSS 4.0": ["4.2.1"],
    "ISO 27001:2022": ["A.8.24"],
    "SOC 2": ["CC6.7"],
    HIPAA: ["164.312(e)(1)"],
  },
  why: "TLS 1.0 and 1.1 were withdrawn (RFC 8996): their ciphers and hashes can be broken on the way.",
  mend: "Set the lowest version to TLS 1.2.",
  source: "https://www.rfc-editor.org/rfc/rfc8996",
  breaksBy: {
    "aws:apigateway/domainName:DomainName": ["securityPolicy"],
    "aws:opensearch/domain:Domain": ["domainEndpointOptions.tlsSecurityPolicy"],
    "gcp:compute/sSLPolicy:SSLPolicy": ["minTlsVersion"],
    ...alike(
      [
        "azure-native:storage:StorageAccount",
        "azure-native:redis:Redis",
        "azure-native:redisenterprise:RedisEnterprise",
        "azure-native:eventhub:Namespace",
        "azure-native:servicebus:Namespace",
      ],
      ["minimumTlsVersion"],
    ),
    "azure-native:sql:Server": ["minimalTlsVersion"],
    "azure-native:web:WebApp": ["siteConfig.minTlsVersion"],
    "azure-native:cdn:AFDCustomDomain": ["tlsSettings.minimumTlsVersion"],
  },
  remedies: {
    "azure-native:storage:StorageAccount": { minimumTlsVersion: "TLS1_2" },
    "azure-native:redis:Redis": { minimumTlsVersion: "1.2" },
    "azure-native:sql:Server": { minimalTlsVersion: "1.2" },
    "azure-native:eventhub:Namespace": { minimumTlsVersion: "1.2" },
    "azure-native:servicebus:Namespace": { minimumTlsVersion: "1.2" },
    "azure-native:web:WebApp": { "siteConfig.minTlsVersion": "1.2" },
    "gcp:compute/sSLPolicy:SSLPolicy": { minTlsVersion: "TLS_1_2" },
  },
  checks: {
    "aws:apigateway/domainName:DomainName": check<aws.apigateway.DomainNameArgs>((domain) =>
      // Left out it is TLS 1.0 for what is reached at the edge (API Gateway API, `securityPolicy`).
      require(domain.at("securityPolicy"), isOneOf(["TLS_1_2"])),
    ),
    "aws:opensearch/domain:Domain": check<aws.opensearch.DomainArgs>((domain) =>
      require(domain.at("domainEndpointOptions").at("tlsSecurityPolicy"), search),
    ),
    "gcp:compute/sSLPolicy:SSLPolicy": check<gcp.compute.SSLPolicyArgs>((policy) =>
      require(policy.at("minTlsVersion"), isOneOf(["TLS_1_2", "TLS_1_3"])),
    ),
    "azure-native:storage:StorageAccount": check<azure.storage.StorageAccountArgs>((account) =>
      require(account.at("minimumTlsVersion"), storage),
    ),
    "azure-native:redis:Redis": check<azure.redis.RedisArgs>((cache) => require(cache.at("minimumTlsVersion"), dotted)),
    "azure-native:redisenterprise:RedisEnterprise": check<azure.redisenterprise.RedisEnterpriseArgs>((cluster) =>
      require(cluster.at("minimumTlsVersion"), dotted),
    ),
    "azure-native:sql:Server": check<azure.sql.ServerArgs>((server) => require(server.at("minimalTlsVersion"), dotted)),
    "azure-native:eventhub:Namespace": check<azure.eventhub.NamespaceArgs>((namespace) =>
      require(namespace.at("minimumTlsVersion"), dotted),
    ),
    "azure-native:servicebus:Namespace": check<azure.servicebus.NamespaceArgs>((namespace) =>
      require(namespace.at("minimumTlsVersion"), dotted),
    ),
    // Apps have 1.2 since 2018 unless they say otherwise.
    "azure-native:web:WebApp": check<azure.web.WebAppArgs>((app) =>
      requireIfSet(app.at("siteConfig").at("minTlsVersion"), dotted),
    ),
    "azure-native:cdn:AFDCustomDomain": check<azure.cdn.AFDCustomDomainArgs>((domain) =>
      requireIfSet(domain.at("tlsSettings").at("minimumTlsVersion"), isOneOf(["TLS12", "TLS13"])),
    ),
  },
};
