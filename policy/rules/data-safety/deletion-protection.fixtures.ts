import type { ResourceFixtures } from "../../core/fixture";

const fix = "Switch deletion protection on; switch it off in a change of its own before the resource is meant to go.";
const rds = "aws:rds/instance:Instance";
const dynamoDb = "aws:dynamodb/table:Table";
const cloudSql = "gcp:sql/databaseInstance:DatabaseInstance";
const spanner = "gcp:spanner/database:Database";
const alloyDb = "gcp:alloydb/cluster:Cluster";
const bigQuery = "gcp:bigquery/table:Table";

/** Off where nothing is said. */
const off: readonly [type: string, property: string, on: unknown, words: string][] = [
  [rds, "deletionProtection", true, "true"],
  ["aws:rds/cluster:Cluster", "deletionProtection", true, "true"],
  ["aws:rds/globalCluster:GlobalCluster", "deletionProtection", true, "true"],
  ["aws:docdb/cluster:Cluster", "deletionProtection", true, "true"],
  ["aws:neptune/cluster:Cluster", "deletionProtection", true, "true"],
  ["aws:neptune/globalCluster:GlobalCluster", "deletionProtection", true, "true"],
  ["aws:dsql/cluster:Cluster", "deletionProtectionEnabled", true, "true"],
  [dynamoDb, "deletionProtectionEnabled", true, "true"],
  ["aws:cognito/userPool:UserPool", "deletionProtection", "ACTIVE", '"ACTIVE"'],
  ["aws:eks/cluster:Cluster", "deletionProtection", true, "true"],
  [
    "gcp:firestore/database:Database",
    "deleteProtectionState",
    "DELETE_PROTECTION_ENABLED",
    '"DELETE_PROTECTION_ENABLED"',
  ],
  ["gcp:bigtable/table:Table", "deletionProtection", "PROTECTED", '"PROTECTED"'],
  ["gcp:filestore/instance:Instance", "deletionProtectionEnabled", true, "true"],
  ["aws:docdb/globalCluster:GlobalCluster", "deletionProtection", true, "true"],
  ["aws:dynamodb/tableReplica:TableReplica", "deletionProtectionEnabled", true, "true"],
  ["aws:neptunegraph/graph:Graph", "deletionProtection", true, "true"],
  ["gcp:dataproc/metastoreService:MetastoreService", "deletionProtection", true, "true"],
  ["aws:verifiedpermissions/policyStore:PolicyStore", "deletionProtection", "ENABLED", '"ENABLED"'],
];

/** On where nothing is said. */
const on: readonly [type: string, property: string][] = [
  [alloyDb, "deletionProtection"],
  ["gcp:bigtable/instance:Instance", "deletionProtection"],
  [bigQuery, "deletionProtection"],
  ["gcp:redis/instance:Instance", "deletionProtection"],
  ["gcp:redis/cluster:Cluster", "deletionProtectionEnabled"],
  ["gcp:memorystore/instance:Instance", "deletionProtectionEnabled"],
  ["gcp:container/cluster:Cluster", "deletionProtection"],
  ["gcp:certificateauthority/authority:Authority", "deletionProtection"],
  ["gcp:activedirectory/domain:Domain", "deletionProtection"],
  ["gcp:oracledatabase/cloudExadataInfrastructure:CloudExadataInfrastructure", "deletionProtection"],
  ["gcp:oracledatabase/cloudVmCluster:CloudVmCluster", "deletionProtection"],
  ["gcp:oracledatabase/exadbVmCluster:ExadbVmCluster", "deletionProtection"],
  ["gcp:oracledatabase/exascaleDbStorageVault:ExascaleDbStorageVault", "deletionProtection"],
  ["gcp:oracledatabase/autonomousDatabase:AutonomousDatabase", "deletionProtection"],
  ["gcp:oracledatabase/dbSystem:DbSystem", "deletionProtection"],
  ["gcp:compute/storagePool:StoragePool", "deletionProtection"],
];

export const fixtures: ResourceFixtures = {
  passes: [
    ...off.map(([type, property, value]) => ({ name: "on", type, properties: { [property]: value } })),
    ...on.map(([type, property]) => ({ name: "on", type, properties: { [property]: true } })),
    ...on.map(([type]) => ({ name: "on by default", type, properties: {} })),
    { name: "a replica", type: rds, properties: { replicateSourceDb: "main", deletionProtection: false } },
    {
      name: "a replica of Aurora",
      type: "aws:rds/cluster:Cluster",
      properties: { replicationSourceIdentifier: "arn" },
    },
    {
      name: "a replica of Neptune",
      type: "aws:neptune/cluster:Cluster",
      properties: { replicationSourceIdentifier: "arn" },
    },
    {
      name: "a table in two regions",
      type: dynamoDb,
      properties: { deletionProtectionEnabled: true, replicas: [{ deletionProtectionEnabled: true }] },
    },
    {
      name: "Cloud SQL",
      type: cloudSql,
      properties: { deletionProtection: true, settings: { deletionProtectionEnabled: true } },
    },
    { name: "a replica of Cloud SQL", type: cloudSql, properties: { masterInstanceName: "main" } },
    { name: "Spanner", type: spanner, properties: { enableDropProtection: true, deletionProtection: true } },
    {
      name: "a secondary of AlloyDB",
      type: alloyDb,
      properties: { clusterType: "SECONDARY", deletionProtection: false },
    },
    { name: "a view", type: bigQuery, properties: { view: { query: "select 1" }, deletionProtection: false } },
    {
      name: "a materialized view",
      type: bigQuery,
      properties: { materializedView: { query: "select 1" }, deletionProtection: false },
    },
    {
      name: "a table elsewhere",
      type: bigQuery,
      properties: { externalDataConfiguration: { autodetect: true }, deletionProtection: false },
    },
  ],
  fails: [
    ...off.map(([type, property, , words]) => ({
      name: "says nothing",
      type,
      properties: {},
      messages: [`${property} is not set; required: ${words}. ${fix}`],
    })),
    ...on.map(([type, property]) => ({
      name: "off",
      type,
      properties: { [property]: false },
      messages: [`${property} is false; required: true. ${fix}`],
    })),
    {
      name: "a replica that lets itself be deleted",
      type: dynamoDb,
      properties: { deletionProtectionEnabled: true, replicas: [{ regionName: "eu-west-1" }] },
      messages: [`replicas[0].deletionProtectionEnabled is not set; required: true. ${fix}`],
    },
    {
      name: "Cloud SQL",
      type: cloudSql,
      properties: { deletionProtection: false, settings: { tier: "db-g1-small" } },
      messages: [
        `settings.deletionProtectionEnabled is not set; required: true. ${fix}`,
        `deletionProtection is false; required: true. ${fix}`,
      ],
    },
    {
      name: "Spanner",
      type: spanner,
      properties: {},
      messages: [`enableDropProtection is not set; required: true. ${fix}`],
    },
  ],
};
