import type * as aws from "@pulumi/aws";
import type * as gcp from "@pulumi/gcp";
import type { Unwrap } from "@pulumi/pulumi";
import { type Finding, isNotFalse, isOneOf, isTrue, must, mustIfSet } from "../../core/finding";
import { alike, check, type Rule } from "../../core/rule";
import type { View } from "../../core/view";
import { followsAlloyDb, followsCloudSql } from "../../kinds/sql";
import { required, requiredIfSet } from "../../kinds/table";

/** Google's own protection holds against everybody, the provider's against Pulumi alone. */
function cloudSql(instance: View<Unwrap<gcp.sql.DatabaseInstanceArgs>>): Finding[] {
  if (followsCloudSql(instance)) return [];
  return [
    ...must(instance.at("settings").at("deletionProtectionEnabled"), isTrue),
    ...mustIfSet(instance.at("deletionProtection"), isNotFalse),
  ];
}

/** Tables in other regions have a setting of their own. */
function dynamoDb(table: View<Unwrap<aws.dynamodb.TableArgs>>): Finding[] {
  return [
    ...must(table.at("deletionProtectionEnabled"), isTrue),
    ...table
      .at("replicas")
      .items()
      .flatMap((replica) => must(replica.at("deletionProtectionEnabled"), isTrue)),
  ];
}

/** BigQuery's tables that are made of others hold nothing of their own. */
function bigQuery(table: View<Unwrap<gcp.bigquery.TableArgs>>): Finding[] {
  const derived = table.at("view").isSet || table.at("materializedView").isSet;
  return derived || table.at("externalDataConfiguration").isSet
    ? []
    : mustIfSet(table.at("deletionProtection"), isNotFalse);
}

/**
 * Databases and clusters refuse to be deleted. Azure has no such property: locks do this there
 * (`data-safety-delete-lock`).
 */
export const rule: Rule = {
  id: "data-safety-deletion-protection",
  title: "Databases, directories and clusters refuse to be deleted.",
  severity: "high",
  frameworks: {
    "CIS GCP Foundation 5.0": ["6.9"],
    "ISO 27001:2022": ["A.5.33"],
    HIPAA: ["164.312(c)(1)"],
  },
  why: "One wrong command, or a changed property that replaces the resource, deletes all that it holds.",
  fix: "Switch deletion protection on; switch it off in a change of its own before the resource is meant to go.",
  source: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_DeleteInstance.html",
  // What is made to be thrown away has to let itself be deleted.
  breaksBy: {
    "aws:rds/instance:Instance": ["deletionProtection", "replicateSourceDb"],
    "aws:rds/cluster:Cluster": ["deletionProtection", "replicationSourceIdentifier"],
    "aws:neptune/cluster:Cluster": ["deletionProtection", "replicationSourceIdentifier"],
    ...alike(
      [
        "aws:rds/globalCluster:GlobalCluster",
        "aws:docdb/cluster:Cluster",
        "aws:neptune/globalCluster:GlobalCluster",
        "aws:cognito/userPool:UserPool",
        "aws:eks/cluster:Cluster",
        "gcp:bigtable/table:Table",
        "aws:docdb/globalCluster:GlobalCluster",
        "aws:neptunegraph/graph:Graph",
        "gcp:dataproc/metastoreService:MetastoreService",
        "aws:verifiedpermissions/policyStore:PolicyStore",
        "gcp:certificateauthority/authority:Authority",
        "gcp:activedirectory/domain:Domain",
        "gcp:oracledatabase/autonomousDatabase:AutonomousDatabase",
        "gcp:oracledatabase/cloudExadataInfrastructure:CloudExadataInfrastructure",
        "gcp:oracledatabase/cloudVmCluster:CloudVmCluster",
        "gcp:oracledatabase/exadbVmCluster:ExadbVmCluster",
        "gcp:oracledatabase/exascaleDbStorageVault:ExascaleDbStorageVault",
        "gcp:oracledatabase/dbSystem:DbSystem",
        "gcp:compute/storagePool:StoragePool",
        "gcp:bigtable/instance:Instance",
        "gcp:redis/instance:Instance",
        "gcp:container/cluster:Cluster",
      ],
      ["deletionProtection"],
    ),
    ...alike(
      [
        "aws:dsql/cluster:Cluster",
        "gcp:filestore/instance:Instance",
        "aws:dynamodb/tableReplica:TableReplica",
        "gcp:redis/cluster:Cluster",
        "gcp:memorystore/instance:Instance",
      ],
      ["deletionProtectionEnabled"],
    ),
    "aws:dynamodb/table:Table": ["deletionProtectionEnabled", "replicas[].deletionProtectionEnabled"],
    "gcp:sql/databaseInstance:DatabaseInstance": [
      "deletionProtection",
      "masterInstanceName",
      "settings.deletionProtectionEnabled",
    ],
    "gcp:spanner/database:Database": ["deletionProtection", "enableDropProtection"],
    "gcp:firestore/database:Database": ["deleteProtectionState"],
    "gcp:alloydb/cluster:Cluster": ["clusterType", "deletionProtection"],
    "gcp:bigquery/table:Table": ["deletionProtection", "externalDataConfiguration", "materializedView", "view"],
  },
  levels: { dev: "disabled", staging: "disabled" },
  checks: {
    "aws:rds/instance:Instance": check<aws.rds.InstanceArgs>((instance) =>
      instance.at("replicateSourceDb").isSet ? [] : must(instance.at("deletionProtection"), isTrue),
    ),
    "aws:rds/cluster:Cluster": check<aws.rds.ClusterArgs>((cluster) =>
      cluster.at("replicationSourceIdentifier").isSet ? [] : must(cluster.at("deletionProtection"), isTrue),
    ),
    "aws:rds/globalCluster:GlobalCluster": check<aws.rds.GlobalClusterArgs>((cluster) =>
      must(cluster.at("deletionProtection"), isTrue),
    ),
    "aws:docdb/cluster:Cluster": check<aws.docdb.ClusterArgs>((cluster) =>
      must(cluster.at("deletionProtection"), isTrue),
    ),
    "aws:neptune/cluster:Cluster": check<aws.neptune.ClusterArgs>((cluster) =>
      cluster.at("replicationSourceIdentifier").isSet ? [] : must(cluster.at("deletionProtection"), isTrue),
    ),
    "aws:neptune/globalCluster:GlobalCluster": check<aws.neptune.GlobalClusterArgs>((cluster) =>
      must(cluster.at("deletionProtection"), isTrue),
    ),
    "aws:dsql/cluster:Cluster": check<aws.dsql.ClusterArgs>((cluster) =>
      must(cluster.at("deletionProtectionEnabled"), isTrue),
    ),
    "aws:dynamodb/table:Table": check<aws.dynamodb.TableArgs>(dynamoDb),
    "aws:cognito/userPool:UserPool": check<aws.cognito.UserPoolArgs>((pool) =>
      must(pool.at("deletionProtection"), isOneOf(["ACTIVE"])),
    ),
    "aws:eks/cluster:Cluster": check<aws.eks.ClusterArgs>((cluster) => must(cluster.at("deletionProtection"), isTrue)),
    "gcp:sql/databaseInstance:DatabaseInstance": check<gcp.sql.DatabaseInstanceArgs>(cloudSql),
    "gcp:spanner/database:Database": check<gcp.spanner.DatabaseArgs>((database) => [
      ...must(database.at("enableDropProtection"), isTrue),
      ...mustIfSet(database.at("deletionProtection"), isNotFalse),
    ]),
    "gcp:firestore/database:Database": check<gcp.firestore.DatabaseArgs>((database) =>
      must(database.at("deleteProtectionState"), isOneOf(["DELETE_PROTECTION_ENABLED"])),
    ),
    "gcp:bigtable/table:Table": check<gcp.bigtable.TableArgs>((table) =>
      must(table.at("deletionProtection"), isOneOf(["PROTECTED"])),
    ),
    "gcp:filestore/instance:Instance": check<gcp.filestore.InstanceArgs>((instance) =>
      must(instance.at("deletionProtectionEnabled"), isTrue),
    ),
    ...required(isTrue, [
      ["aws:docdb/globalCluster:GlobalCluster", "deletionProtection"],
      ["aws:dynamodb/tableReplica:TableReplica", "deletionProtectionEnabled"],
      ["aws:neptunegraph/graph:Graph", "deletionProtection"],
      ["gcp:dataproc/metastoreService:MetastoreService", "deletionProtection"],
    ]),
    ...required(isOneOf(["ENABLED"]), [["aws:verifiedpermissions/policyStore:PolicyStore", "deletionProtection"]]),
    // On where nothing is said.
    ...requiredIfSet(isNotFalse, [
      ["gcp:certificateauthority/authority:Authority", "deletionProtection"],
      ["gcp:activedirectory/domain:Domain", "deletionProtection"],
      ["gcp:oracledatabase/cloudExadataInfrastructure:CloudExadataInfrastructure", "deletionProtection"],
      ["gcp:oracledatabase/cloudVmCluster:CloudVmCluster", "deletionProtection"],
      ["gcp:oracledatabase/exadbVmCluster:ExadbVmCluster", "deletionProtection"],
      ["gcp:oracledatabase/exascaleDbStorageVault:ExascaleDbStorageVault", "deletionProtection"],
      ["gcp:oracledatabase/autonomousDatabase:AutonomousDatabase", "deletionProtection"],
      ["gcp:oracledatabase/dbSystem:DbSystem", "deletionProtection"],
      ["gcp:compute/storagePool:StoragePool", "deletionProtection"],
    ]),
    "gcp:alloydb/cluster:Cluster": check<gcp.alloydb.ClusterArgs>((cluster) =>
      followsAlloyDb(cluster) ? [] : mustIfSet(cluster.at("deletionProtection"), isNotFalse),
    ),
    "gcp:bigtable/instance:Instance": check<gcp.bigtable.InstanceArgs>((instance) =>
      mustIfSet(instance.at("deletionProtection"), isNotFalse),
    ),
    "gcp:bigquery/table:Table": check<gcp.bigquery.TableArgs>(bigQuery),
    "gcp:redis/instance:Instance": check<gcp.redis.InstanceArgs>((instance) =>
      mustIfSet(instance.at("deletionProtection"), isNotFalse),
    ),
    "gcp:redis/cluster:Cluster": check<gcp.redis.ClusterArgs>((cluster) =>
      mustIfSet(cluster.at("deletionProtectionEnabled"), isNotFalse),
    ),
    "gcp:memorystore/instance:Instance": check<gcp.memorystore.InstanceArgs>((instance) =>
      mustIfSet(instance.at("deletionProtectionEnabled"), isNotFalse),
    ),
    "gcp:container/cluster:Cluster": check<gcp.container.ClusterArgs>((cluster) =>
      mustIfSet(cluster.at("deletionProtection"), isNotFalse),
    ),
  },
};
