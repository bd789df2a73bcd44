import type * as aws from "@pulumi/aws";
import type * as azure from "@pulumi/azure-native";
import type * as gcp from "@pulumi/gcp";
import { type Finding, isOneOf, matches, require } from "../../core/finding";
import { check, type Rule } from "../../core/rule";
import type { View } from "../../core/view";
import { type CnpgCluster, cnpgTypes } from "../../kinds/cnpg";

/** The parameter that makes TLS a must, by engine, and whether it is on unless somebody says no. */
function tlsParameter(family: string): { name: string; on: readonly string[]; byDefault: boolean } | undefined {
  const [, engine, version = ""] = /^(?:aurora-)?(postgres|mysql|mariadb)(?:ql)?([\d.]+)$/.exec(family) ?? [];
  // RDS User Guide, "Requiring an SSL/TLS connection": PostgreSQL 15 and later force it by default.
  if (engine === "postgres") return { name: "rds.force_ssl", on: ["1"], byDefault: Number(version) >= 15 };
  if (engine !== undefined) return { name: "require_secure_transport", on: ["1", "ON"], byDefault: false };
  return undefined;
}

type Parameters = View<readonly { name: string; value: string }[] | undefined>;

function parameterFindings(family: string | undefined, parameters: Parameters): Finding[] {
  const parameter = tlsParameter(family ?? "");
  if (parameter === undefined || !parameters.known) return [];
  const { name, on, byDefault } = parameter;
  const items = parameters.items();
  const written = items.find((item) => item.at("name").text() === name);
  const required = `${name} = ${on[0]}`;
  if (written !== undefined) {
    const value = written.at("value");
    if (!value.known || on.includes(value.text()?.toUpperCase() ?? String(value.number() ?? ""))) return [];
    return [{ path: value.path, found: value.shown(), required }];
  }
  if (byDefault || items.some((item) => !item.known || !item.at("name").known)) return [];
  return [{ path: "parameters", found: `without ${name}, which is off in ${family}`, required }];
}

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
  mend: "Force TLS at the server: rds.force_ssl, require_secure_transport, or pg_hba.",
  source: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/PostgreSQL.Concepts.General.SSL.html",
  breaksBy: {
    "aws:rds/parameterGroup:ParameterGroup": ["family", "parameters[].name", "parameters[].value"],
    "aws:rds/clusterParameterGroup:ClusterParameterGroup": ["family", "parameters[].name", "parameters[].value"],
    "gcp:sql/databaseInstance:DatabaseInstance": ["settings.ipConfiguration.sslMode"],
    "azure-native:dbforpostgresql:Configuration": ["configurationName", "value"],
    "aws:rds/proxy:Proxy": ["requireTls"],
    "kubernetes:postgresql.cnpg.io/v1:Cluster": ["spec.postgresql.pg_hba"],
  },
  checks: {
    "aws:rds/parameterGroup:ParameterGroup": check<aws.rds.ParameterGroupArgs>((group) =>
      // Aurora has its switch in the cluster's group.
      group.at("family").text()?.startsWith("aurora-")
        ? []
        : parameterFindings(group.at("family").text(), group.at("parameters")),
    ),
    "aws:rds/clusterParameterGroup:ClusterParameterGroup": check<aws.rds.ClusterParameterGroupArgs>((group) =>
      parameterFindings(group.at("family").text(), group.at("parameters")),
    ),
    "aws:rds/proxy:Proxy": check<aws.rds.ProxyArgs>((proxy) => {
      const tls = proxy.at("requireTls");
      return !tls.known || tls.boolean() === true ? [] : [{ path: tls.path, found: tls.shown(), required: "true" }];
    }),
    "gcp:sql/databaseInstance:DatabaseInstance": check<gcp.sql.DatabaseInstanceArgs>((instance) =>
      require(instance.at("settings").at("ipConfiguration").at("sslMode"), isOneOf([
        "ENCRYPTED_ONLY",
        "TRUSTED_CLIENT_CERTIFICATE_REQUIRED",
      ])),
    ),
    // Azure requires TLS unless this parameter says no.
    "azure-native:dbforpostgresql:Configuration": check<azure.dbforpostgresql.ConfigurationArgs>((parameter) =>
      parameter.at("configurationName").text() === "require_secure_transport"
        ? require(parameter.at("value"), matches(/^on$/i, '"ON"'))
        : [],
    ),
    [cnpgTypes.cluster]: check<CnpgCluster>(hbaFindings),
  },
};
