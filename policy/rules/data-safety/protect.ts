import type { Context } from "../../core/context";
import type { Finding } from "../../core/finding";
import { alike, check, forTypes, type Rule } from "../../core/rule";
import type { View } from "../../core/view";
import { cnpgTypes } from "../../kinds/cnpg";

/** What holds data, or keys without which data is lost. */
const stateful = [
  "aws:docdb/cluster:Cluster",
  "aws:docdb/elasticCluster:ElasticCluster",
  "aws:dsql/cluster:Cluster",
  "aws:dynamodb/table:Table",
  "aws:cognito/userPool:UserPool",
  "aws:efs/fileSystem:FileSystem",
  "aws:elasticache/replicationGroup:ReplicationGroup",
  "aws:elasticsearch/domain:Domain",
  "aws:fsx/lustreFileSystem:LustreFileSystem",
  "aws:fsx/ontapFileSystem:OntapFileSystem",
  "aws:fsx/openZfsFileSystem:OpenZfsFileSystem",
  "aws:fsx/windowsFileSystem:WindowsFileSystem",
  "aws:keyspaces/table:Table",
  "aws:kms/key:Key",
  "aws:memorydb/cluster:Cluster",
  "aws:opensearch/domain:Domain",
  "aws:redshift/cluster:Cluster",
  "aws:s3/bucket:Bucket",
  "gcp:bigquery/dataset:Dataset",
  "gcp:bigtable/instance:Instance",
  "gcp:filestore/instance:Instance",
  "gcp:firestore/database:Database",
  "gcp:kms/cryptoKey:CryptoKey",
  "gcp:memorystore/instance:Instance",
  "gcp:redis/cluster:Cluster",
  "gcp:redis/instance:Instance",
  "gcp:spanner/database:Database",
  "gcp:spanner/instance:Instance",
  "gcp:sql/database:Database",
  "gcp:storage/bucket:Bucket",
  "azure-native:cosmosdb:DatabaseAccount",
  "azure-native:keyvault:Key",
  "azure-native:keyvault:ManagedHsm",
  "azure-native:keyvault:Vault",
  "azure-native:redis:Redis",
  "azure-native:redisenterprise:RedisEnterprise",
  "azure-native:sql:Database",
  "azure-native:sql:ManagedInstance",
  "azure-native:storage:StorageAccount",
  cnpgTypes.cluster,
];

/** By type, the property that makes it a copy of another: what holds nothing of its own may go. */
const copies: Readonly<Record<string, string>> = {
  "aws:rds/instance:Instance": "replicateSourceDb",
  "aws:rds/cluster:Cluster": "replicationSourceIdentifier",
  "aws:neptune/cluster:Cluster": "replicationSourceIdentifier",
  "gcp:sql/databaseInstance:DatabaseInstance": "masterInstanceName",
  "gcp:alloydb/cluster:Cluster": "secondaryConfig",
  "azure-native:dbforpostgresql:Server": "sourceServerResourceId",
  "azure-native:dbformysql:Server": "sourceServerResourceId",
};

/** Pulumi's option, as `breaksBy` calls it. */
const option = "(option protect)";

function held({ protect }: Context): Finding[] {
  return protect ? [] : [{ path: "protect", found: "not set among the resource options", required: "true" }];
}

/** What holds data is held by Pulumi itself, whatever the cloud would let happen. */
export const rule: Rule = {
  id: "data-safety-protect",
  title: "Resources that hold data have Pulumi's option `protect`.",
  severity: "medium",
  frameworks: {
    "ISO 27001:2022": ["A.5.33"],
    HIPAA: ["164.312(c)(1)"],
  },
  why: "A wrong destroy, a renamed resource or a changed parent deletes the data; with `protect` Pulumi refuses.",
  fix: "Give the resource the option protect: true, and take it away in a change of its own.",
  source: "https://www.pulumi.com/docs/iac/concepts/resources/options/protect/",
  breaksBy: {
    ...alike(stateful, [option]),
    ...Object.fromEntries(Object.entries(copies).map(([type, property]) => [type, [option, property]])),
  },
  // What is made to be thrown away has to let itself be deleted.
  levels: { dev: "disabled", staging: "disabled" },
  checks: {
    ...forTypes(stateful, (_, context) => held(context)),
    ...Object.fromEntries(
      Object.entries(copies).map(([type, property]) => [
        type,
        check<Record<string, unknown>>((properties: View<Record<string, unknown>>, context) =>
          properties.at(property).isSet ? [] : held(context),
        ),
      ]),
    ),
  },
};
