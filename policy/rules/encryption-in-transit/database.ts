import type * as aws from "@pulumi/aws";
import type * as azure from "@pulumi/azure-native";
import type * as gcp from "@pulumi/gcp";
import { type Finding, isOneOf, matches, must, mustIfSet } from "../../core/finding";
import { alike, check, forTypes, type Rule } from "../../core/rule";
import type { View } from "../../core/view";
import { type CnpgCluster, cnpgTypes } from "../../kinds/cnpg";
import { withPatch } from "../../kinds/patches";
import { requiresTls } from "../../kinds/tls-parameters";

/** What every connection without TLS has to meet first (PostgreSQL documentation, `pg_hba.conf`). */
const rejection = /^hostnossl\s+all\s+all\s+(all|0\.0\.0\.0\/0|::\/0)\s+reject\b/;
/** A line that lets somebody in without TLS. */
const clearText = /^host(nossl)?\s(?!.*\sreject\b)/;

function hbaFindings(cluster: View<CnpgCluster>): Finding[] {
  const hba = cluster.at("spec").at("postgresql").at("pg_hba");
  if (!hba.known) return [];
  // The operator appends `host all all all scram-sha-256`: without a rejection before, it takes clear text.
  for (const line of hba.items()) {
    if (!line.known || rejection.test(line.text() ?? "")) return [];
    if (clearText.test(line.text() ?? "")) {
      return [{ path: line.path, found: line.shown(), required: "hostssl, or hostnossl … reject before it" }];
    }
  }
  return [
    {
      path: hba.path || "spec.postgresql.pg_hba",
      found: "without a line that rejects clear text",
      required: "hostnossl all all all reject",
    },
  ];
}

/** Engines whose connections Database Migration Service encrypts by its mode alone. */
const ofDatabases = ["postgres", "aurora-postgresql", "mysql", "aurora", "mariadb", "sqlserver", "docdb", "mongodb"];

/** Databases take TLS connections only. */
export const rule: Rule = {
  id: "encryption-in-transit-database",
  title: "Databases take TLS connections only.",
  severity: "critical",
  frameworks: {
    "CIS GCP Foundation 5.0": ["6.4"],
    "PCI DSS 4.0": ["4.2.1"],
    "ISO 27001:2022": ["A.8.24"],
    "SOC 2": ["CC6.7"],
    HIPAA: ["164.312(e)(1)"],
    GDPR: ["Art. 32"],
  },
  why: "A client that was set up without TLS sends queries and results in clear text, and nobody notices.",
  fix: "Force TLS at the server: rds.force_ssl, require_secure_transport, require_ssl, tls, an sslMode, or pg_hba.",
  source: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/PostgreSQL.Concepts.General.SSL.html",
  breaksBy: {
    ...alike(
      [
        "aws:rds/parameterGroup:ParameterGroup",
        "aws:rds/clusterParameterGroup:ClusterParameterGroup",
        "aws:docdb/clusterParameterGroup:ClusterParameterGroup",
        "aws:neptune/clusterParameterGroup:ClusterParameterGroup",
        "aws:redshift/parameterGroup:ParameterGroup",
      ],
      ["family", "parameters[].name", "parameters[].value"],
    ),
    "aws:rds/proxy:Proxy": ["requireTls"],
    "gcp:sql/databaseInstance:DatabaseInstance": ["settings.ipConfiguration.sslMode"],
    "gcp:alloydb/instance:Instance": ["clientConnectionConfig.sslConfig.sslMode"],
    "azure-native:dbforpostgresql:Configuration": ["configurationName", "value"],
    "azure-native:dbformysql:Configuration": ["configurationName", "value"],
    "aws:dms/endpoint:Endpoint": ["engineName", "sslMode"],
    "kubernetes:postgresql.cnpg.io/v1:Cluster": ["spec.postgresql.pg_hba"],
    "kubernetes:postgresql.cnpg.io/v1:ClusterPatch": ["spec.postgresql.pg_hba"],
  },
  checks: {
    "aws:rds/parameterGroup:ParameterGroup": check<aws.rds.ParameterGroupArgs>((group) =>
      // Aurora has its switch in the cluster's group.
      group.at("family").text()?.startsWith("aurora-") ? [] : requiresTls(group),
    ),
    ...forTypes(
      [
        "aws:rds/clusterParameterGroup:ClusterParameterGroup",
        "aws:docdb/clusterParameterGroup:ClusterParameterGroup",
        "aws:neptune/clusterParameterGroup:ClusterParameterGroup",
        "aws:redshift/parameterGroup:ParameterGroup",
      ],
      check<aws.rds.ClusterParameterGroupArgs>(requiresTls),
    ),
    "aws:rds/proxy:Proxy": check<aws.rds.ProxyArgs>((proxy) => {
      const tls = proxy.at("requireTls");
      return !tls.known || tls.boolean() === true ? [] : [{ path: tls.path, found: tls.shown(), required: "true" }];
    }),
    "gcp:sql/databaseInstance:DatabaseInstance": check<gcp.sql.DatabaseInstanceArgs>((instance) =>
      must(
        instance.at("settings").at("ipConfiguration").at("sslMode"),
        isOneOf(["ENCRYPTED_ONLY", "TRUSTED_CLIENT_CERTIFICATE_REQUIRED"]),
      ),
    ),
    // AlloyDB requires TLS unless its instance says no.
    "gcp:alloydb/instance:Instance": check<gcp.alloydb.InstanceArgs>((instance) =>
      mustIfSet(instance.at("clientConnectionConfig").at("sslConfig").at("sslMode"), isOneOf(["ENCRYPTED_ONLY"])),
    ),
    // Azure requires TLS unless this parameter says no.
    ...forTypes(
      ["azure-native:dbforpostgresql:Configuration", "azure-native:dbformysql:Configuration"],
      check<azure.dbforpostgresql.ConfigurationArgs>((parameter) =>
        parameter.at("configurationName").text()?.toLowerCase() === "require_secure_transport"
          ? must(parameter.at("value"), matches(/^on$/i, '"ON"'))
          : [],
      ),
    ),
    // As they come they take clear text (Database Migration Service API, `SslMode`).
    "aws:dms/endpoint:Endpoint": check<aws.dms.EndpointArgs>((endpoint) =>
      ofDatabases.includes(endpoint.at("engineName").text() ?? "")
        ? must(endpoint.at("sslMode"), isOneOf(["require", "verify-ca", "verify-full"]))
        : [],
    ),
    ...withPatch(cnpgTypes.cluster, check<CnpgCluster>(hbaFindings)),
  },
};
