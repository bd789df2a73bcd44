import type * as aws from "@pulumi/aws";
import type * as azure from "@pulumi/azure-native";
import type * as gcp from "@pulumi/gcp";
import type { Context } from "../../core/context";
import { type Finding, isAtLeast, isOneOf, isTrue, must } from "../../core/finding";
import { type Check, check, type Rule } from "../../core/rule";
import { type CnpgCluster, cnpgTypes } from "../../kinds/cnpg";
import { withPatch } from "../../kinds/patches";

const clusterInstance = "aws:rds/clusterInstance:ClusterInstance";
const documentInstance = "aws:docdb/clusterInstance:ClusterInstance";
const graphInstance = "aws:neptune/clusterInstance:ClusterInstance";

/** A cluster fails over to another of its instances. */
function instancesOf(type: string, context: Context): Finding[] {
  const instances = context.companions(type, "clusterIdentifier").length;
  return instances >= 2
    ? []
    : [{ path: "instances", found: String(instances), required: "at least 2 ClusterInstances" }];
}

const clusterOf =
  (type: string): Check =>
  (_, context) =>
    instancesOf(type, context);

/** Databases outlive the failure of a zone. */
export const rule: Rule = {
  id: "availability-database-ha",
  title: "Databases have a standby in another zone.",
  severity: "high",
  frameworks: { "ISO 27001:2022": ["A.8.14"], "SOC 2": ["A1.2"], HIPAA: ["164.308(a)(7)(ii)(C)"], GDPR: ["Art. 32"] },
  why: "The failure of one zone, or of one machine, takes the application down for hours.",
  fix: "Switch on the standby: multiAz, REGIONAL, ZoneRedundant, or at least two instances.",
  source: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.MultiAZSingleStandby.html",
  breaksBy: {
    "aws:rds/instance:Instance": ["multiAz", "replicateSourceDb"],
    "aws:rds/cluster:Cluster": ["dbClusterInstanceClass", "engineMode"],
    "aws:docdb/cluster:Cluster": [],
    "aws:neptune/cluster:Cluster": [],
    "gcp:sql/databaseInstance:DatabaseInstance": ["masterInstanceName", "settings.availabilityType"],
    "azure-native:dbforpostgresql:Server": ["createMode", "highAvailability.mode"],
    "azure-native:dbformysql:Server": ["createMode", "highAvailability.mode"],
    "kubernetes:postgresql.cnpg.io/v1:Cluster": ["spec.instances"],
    "kubernetes:postgresql.cnpg.io/v1:ClusterPatch": ["spec.instances"],
    "aws:rds/clusterInstance:ClusterInstance": ["clusterIdentifier"],
    "aws:docdb/clusterInstance:ClusterInstance": ["clusterIdentifier"],
    "aws:neptune/clusterInstance:ClusterInstance": ["clusterIdentifier"],
  },
  levels: { dev: "disabled", staging: "disabled" },
  companions: [clusterInstance, documentInstance, graphInstance],
  checks: {
    "aws:rds/instance:Instance": check<aws.rds.InstanceArgs>((instance) =>
      // A replica is one more already.
      instance.at("replicateSourceDb").isSet ? [] : must(instance.at("multiAz"), isTrue),
    ),
    "aws:rds/cluster:Cluster": check<aws.rds.ClusterArgs>((cluster, context) => {
      // A Multi-AZ cluster, with an instance class of its own, has three; Serverless v1 fails over by itself.
      if (cluster.at("dbClusterInstanceClass").isSet || cluster.at("engineMode").mayBe("serverless")) return [];
      return instancesOf(clusterInstance, context);
    }),
    "aws:docdb/cluster:Cluster": clusterOf(documentInstance),
    "aws:neptune/cluster:Cluster": clusterOf(graphInstance),
    "gcp:sql/databaseInstance:DatabaseInstance": check<gcp.sql.DatabaseInstanceArgs>((instance) =>
      instance.at("masterInstanceName").isSet
        ? []
        : must(instance.at("settings").at("availabilityType"), isOneOf(["REGIONAL"])),
    ),
    "azure-native:dbforpostgresql:Server": check<azure.dbforpostgresql.ServerArgs>((server) =>
      server.at("createMode").mayBe("Replica")
        ? []
        : must(server.at("highAvailability").at("mode"), isOneOf(["ZoneRedundant", "SameZone"])),
    ),
    "azure-native:dbformysql:Server": check<azure.dbformysql.ServerArgs>((server) =>
      server.at("createMode").mayBe("Replica")
        ? []
        : must(server.at("highAvailability").at("mode"), isOneOf(["ZoneRedundant", "SameZone"])),
    ),
    ...withPatch(
      cnpgTypes.cluster,
      check<CnpgCluster>((cluster) => must(cluster.at("spec").at("instances"), isAtLeast(2, "instances"))),
    ),
  },
};
