import type { ResourceFixtures } from "../../core/fixture";
import { withPatches } from "../../kinds/patches.fixtures";

const fix =
  "Force TLS at the server: rds.force_ssl, require_secure_transport, require_ssl, tls, an sslMode, or pg_hba.";
const group = "aws:rds/parameterGroup:ParameterGroup";
const clusterGroup = "aws:rds/clusterParameterGroup:ClusterParameterGroup";
const sql = "gcp:sql/databaseInstance:DatabaseInstance";
const configuration = "azure-native:dbforpostgresql:Configuration";
const mysqlConfiguration = "azure-native:dbformysql:Configuration";
const docdb = "aws:docdb/clusterParameterGroup:ClusterParameterGroup";
const neptune = "aws:neptune/clusterParameterGroup:ClusterParameterGroup";
const redshift = "aws:redshift/parameterGroup:ParameterGroup";
const alloydb = "gcp:alloydb/instance:Instance";
const dms = "aws:dms/endpoint:Endpoint";
const alloydbWith = (sslMode?: string) => ({ clientConnectionConfig: { sslConfig: { sslMode } } });
const instanceWith = (sslMode: string) => ({ settings: { ipConfiguration: { sslMode } } });
const proxy = "aws:rds/proxy:Proxy";
const cnpg = "kubernetes:postgresql.cnpg.io/v1:Cluster";
const forced = (value: unknown) => ({ name: "rds.force_ssl", value });
/** Another family is another engine's, with switches of its own. */
const harmless = { family: "Another family is another engine's." };
const hba = (...lines: string[]) => ({ spec: { postgresql: { pg_hba: lines } } });

const own: ResourceFixtures = {
  passes: [
    {
      name: "PostgreSQL 14, forced",
      type: group,
      properties: { family: "postgres14", parameters: [forced("1")] },
      harmless,
    },
    { name: "PostgreSQL 16, where it is forced already", type: group, properties: { family: "postgres16" }, harmless },
    {
      name: "MySQL",
      type: group,
      properties: { family: "mysql8.0", parameters: [{ name: "require_secure_transport", value: "on" }] },
      harmless,
    },
    { name: "another engine", type: group, properties: { family: "oracle-se2-19" }, harmless },
    { name: "MariaDB 11.8, where it is on already", type: group, properties: { family: "mariadb11.8" }, harmless },
    {
      name: "SQL Server",
      type: group,
      properties: { family: "sqlserver-se-15.0", parameters: [forced("1")] },
      harmless,
    },
    { name: "DocumentDB as it comes", type: docdb, properties: { family: "docdb5.0" }, harmless },
    {
      name: "DocumentDB with TLS 1.3",
      type: docdb,
      properties: { family: "docdb5.0", parameters: [{ name: "tls", value: "tls1.3+" }] },
      harmless: {
        ...harmless,
        parameters: "It is on where nothing is said.",
        "parameters[0].name": "It is on where nothing is said.",
      },
    },
    { name: "Neptune as it comes", type: neptune, properties: { family: "neptune1.3" }, harmless },
    {
      name: "Redshift",
      type: redshift,
      properties: { family: "redshift-1.0", parameters: [{ name: "require_ssl", value: "true" }] },
      harmless,
    },
    { name: "AlloyDB as it comes", type: alloydb, properties: {} },
    { name: "AlloyDB, said so", type: alloydb, properties: alloydbWith("ENCRYPTED_ONLY") },
    {
      name: "MySQL of Azure",
      type: mysqlConfiguration,
      properties: { configurationName: "require_secure_transport", value: "on" },
      harmless: { configurationName: "Other parameters are something else." },
    },
    {
      name: "a migration over TLS",
      type: dms,
      properties: { engineName: "postgres", sslMode: "verify-full" },
      harmless: { engineName: "Another engine has a way of its own." },
    },
    {
      name: "a migration to files",
      type: dms,
      properties: { engineName: "s3" },
      harmless: { engineName: "Another engine has a way of its own." },
    },
    { name: "the instances of Aurora", type: group, properties: { family: "aurora-postgresql14" }, harmless },
    {
      name: "Aurora",
      type: clusterGroup,
      properties: { family: "aurora-postgresql14", parameters: [forced("1")] },
      harmless,
    },
    { name: "Cloud SQL", type: sql, properties: instanceWith("ENCRYPTED_ONLY") },
    {
      name: "Cloud SQL with client certificates",
      type: sql,
      properties: instanceWith("TRUSTED_CLIENT_CERTIFICATE_REQUIRED"),
    },
    {
      name: "Azure, said so",
      type: configuration,
      properties: { configurationName: "require_secure_transport", value: "ON" },
      harmless: { configurationName: "Other parameters are something else." },
    },
    {
      name: "another parameter of Azure",
      type: configuration,
      properties: { configurationName: "max_connections", value: "100" },
      harmless: { configurationName: "Other parameters are something else." },
    },
    { name: "a proxy", type: proxy, properties: { requireTls: true } },
    {
      name: "CloudNativePG",
      type: cnpg,
      properties: hba("hostnossl all all all reject", "hostssl all all all scram-sha-256"),
    },
  ],
  fails: [
    {
      name: "SQL Server",
      type: group,
      properties: { family: "sqlserver-ee-16.0" },
      messages: [
        `parameters is without rds.force_ssl, which is off in sqlserver-ee-16.0; required: rds.force_ssl = 1. ${fix}`,
      ],
    },
    {
      name: "Aurora of PostgreSQL 16",
      type: clusterGroup,
      properties: { family: "aurora-postgresql16" },
      messages: [
        `parameters is without rds.force_ssl, which is off in aurora-postgresql16; required: rds.force_ssl = 1. ${fix}`,
      ],
    },
    {
      name: "DocumentDB without",
      type: docdb,
      properties: { family: "docdb5.0", parameters: [{ name: "tls", value: "disabled" }] },
      messages: [`parameters[0].value is "disabled"; required: tls = enabled. ${fix}`],
    },
    {
      name: "Neptune that takes both",
      type: neptune,
      properties: { family: "neptune1.3", parameters: [{ name: "neptune_enforce_ssl", value: 0 }] },
      messages: [`parameters[0].value is 0; required: neptune_enforce_ssl = 1. ${fix}`],
    },
    {
      name: "Redshift as it comes",
      type: redshift,
      properties: { family: "redshift-1.0" },
      messages: [
        `parameters is without require_ssl, which is off in redshift-1.0; required: require_ssl = true. ${fix}`,
      ],
    },
    {
      name: "AlloyDB that takes both",
      type: alloydb,
      properties: alloydbWith("ALLOW_UNENCRYPTED_AND_ENCRYPTED"),
      messages: [
        `clientConnectionConfig.sslConfig.sslMode is "ALLOW_UNENCRYPTED_AND_ENCRYPTED"; required: "ENCRYPTED_ONLY". ${fix}`,
      ],
    },
    {
      name: "MySQL of Azure that takes both",
      type: mysqlConfiguration,
      properties: { configurationName: "require_secure_transport", value: "OFF" },
      messages: [`value is "OFF"; required: "ON". ${fix}`],
    },
    {
      name: "a migration as it comes",
      type: dms,
      properties: { engineName: "mysql" },
      messages: [`sslMode is not set; required: one of require, verify-ca, verify-full. ${fix}`],
    },
    {
      name: "Cloud SQL that takes both",
      type: sql,
      properties: instanceWith("ALLOW_UNENCRYPTED_AND_ENCRYPTED"),
      messages: [
        `settings.ipConfiguration.sslMode is "ALLOW_UNENCRYPTED_AND_ENCRYPTED"; required: one of ENCRYPTED_ONLY, TRUSTED_CLIENT_CERTIFICATE_REQUIRED. ${fix}`,
      ],
    },
    {
      name: "Azure that takes both",
      type: configuration,
      properties: { configurationName: "require_secure_transport", value: "OFF" },
      messages: [`value is "OFF"; required: "ON". ${fix}`],
    },
    {
      name: "PostgreSQL 14",
      type: group,
      properties: { family: "postgres14", parameters: [{ name: "log_statement", value: "ddl" }] },
      messages: [
        `parameters is without rds.force_ssl, which is off in postgres14; required: rds.force_ssl = 1. ${fix}`,
      ],
    },
    {
      name: "PostgreSQL 16 that says no",
      type: group,
      properties: { family: "postgres16", parameters: [{ name: "log_statement", value: "ddl" }, forced("0")] },
      messages: [`parameters[1].value is "0"; required: rds.force_ssl = 1. ${fix}`],
    },
    {
      name: "MariaDB",
      type: group,
      properties: { family: "mariadb11.4", parameters: [{ name: "require_secure_transport", value: "OFF" }] },
      messages: [`parameters[0].value is "OFF"; required: require_secure_transport = 1. ${fix}`],
    },
    {
      name: "Aurora",
      type: clusterGroup,
      properties: { family: "aurora-mysql8.0", parameters: [] },
      messages: [
        `parameters is without require_secure_transport, which is off in aurora-mysql8.0; required: require_secure_transport = 1. ${fix}`,
      ],
    },
    {
      name: "a proxy",
      type: proxy,
      properties: {},
      messages: [`requireTls is not set; required: true. ${fix}`],
    },
    {
      name: "CloudNativePG that adds nothing to the operator's own rules",
      type: cnpg,
      properties: { spec: { instances: 1 } },
      messages: [
        `spec.postgresql.pg_hba is without a line that rejects clear text; required: hostnossl all all all reject. ${fix}`,
      ],
    },
    {
      name: "CloudNativePG that allows TLS, and clear text after it",
      type: cnpg,
      properties: hba("hostssl all all all scram-sha-256"),
      messages: [
        `spec.postgresql.pg_hba is without a line that rejects clear text; required: hostnossl all all all reject. ${fix}`,
      ],
    },
    {
      name: "CloudNativePG with a hole before the rejection",
      type: cnpg,
      properties: hba("host all app 10.0.0.0/8 scram-sha-256", "hostnossl all all all reject"),
      messages: [
        `spec.postgresql.pg_hba[0] is "host all app 10.0.0.0/8 scram-sha-256"; required: hostssl, or hostnossl … reject before it. ${fix}`,
      ],
    },
  ],
};

export const fixtures: ResourceFixtures = withPatches(
  own,
  [cnpg],
  ["CloudNativePG that adds nothing to the operator's own rules"],
);
