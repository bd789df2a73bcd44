import type * as aws from "@pulumi/aws";
import type * as azure from "@pulumi/azure-native";
import type * as gcp from "@pulumi/gcp";
import { type Finding, isFalse, isNotTrue, isOneOf, must } from "../../core/finding";
import { alike, type Check, check, type Rule } from "../../core/rule";
import type { View } from "../../core/view";
import { required } from "../../kinds/table";

/** Amazon's default is no public address, for all of them. */
const notPublic: Check = check<aws.rds.InstanceArgs>((database) => must(database.at("publiclyAccessible"), isNotTrue));

/** A perimeter of Azure says itself who is let in. */
const closed = isOneOf(["Disabled", "SecuredByPerimeter"]);

/** A server in a subnet of its own has no public address, whatever else is said; any other has one unless it is said. */
function inSubnet(network: View<{ delegatedSubnetResourceId?: string; publicNetworkAccess?: string }>): Finding[] {
  const subnet = network.at("delegatedSubnetResourceId");
  return subnet.isSet && subnet.text() !== "" ? [] : must(network.at("publicNetworkAccess"), isOneOf(["Disabled"]));
}

/** Databases have no public address. */
export const rule: Rule = {
  id: "exposure-database",
  title: "Databases have no public address.",
  severity: "critical",
  frameworks: {
    "CIS AWS Foundations 7.0": ["3.2.3"],
    "CIS GCP Foundation 5.0": ["6.7"],
    "PCI DSS 4.0": ["1.3.1", "1.4.2"],
    "ISO 27001:2022": ["A.8.20", "A.8.22"],
    "SOC 2": ["CC6.6"],
  },
  why: "With a public address, one wrong firewall rule or one leaked password opens all the data to everybody.",
  fix: "Keep it in private subnets, or behind a private endpoint, and switch its public address off.",
  source: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html",
  breaksBy: {
    ...alike(
      [
        "aws:rds/instance:Instance",
        "aws:rds/clusterInstance:ClusterInstance",
        "aws:neptune/clusterInstance:ClusterInstance",
        "aws:redshift/cluster:Cluster",
        "aws:redshiftserverless/workgroup:Workgroup",
        "aws:dms/replicationInstance:ReplicationInstance",
        "aws:timestreaminfluxdb/dbInstance:DbInstance",
        "aws:timestreaminfluxdb/dbCluster:DbCluster",
        "aws:lightsail/database:Database",
        "aws:rds/shardGroup:ShardGroup",
        "aws:m2/environment:Environment",
        "aws:dms/instanceProfile:InstanceProfile",
      ],
      ["publiclyAccessible"],
    ),
    "azure-native:mongocluster:MongoCluster": ["properties.publicNetworkAccess"],
    "aws:neptunegraph/graph:Graph": ["publicConnectivity"],
    "gcp:sql/databaseInstance:DatabaseInstance": ["clone", "settings.ipConfiguration.ipv4Enabled"],
    "gcp:alloydb/instance:Instance": ["networkConfig.enablePublicIp"],
    "azure-native:dbforpostgresql:Server": ["network.delegatedSubnetResourceId", "network.publicNetworkAccess"],
    "azure-native:dbformysql:Server": ["network.delegatedSubnetResourceId", "network.publicNetworkAccess"],
    "azure-native:sql:Server": ["publicNetworkAccess"],
    "azure-native:sql:ManagedInstance": ["publicDataEndpointEnabled"],
    "azure-native:cosmosdb:DatabaseAccount": ["isVirtualNetworkFilterEnabled", "publicNetworkAccess"],
  },
  checks: {
    "aws:rds/instance:Instance": notPublic,
    "aws:rds/clusterInstance:ClusterInstance": notPublic,
    "aws:neptune/clusterInstance:ClusterInstance": notPublic,
    "aws:redshift/cluster:Cluster": notPublic,
    "aws:redshiftserverless/workgroup:Workgroup": notPublic,
    "aws:dms/replicationInstance:ReplicationInstance": notPublic,
    "aws:timestreaminfluxdb/dbInstance:DbInstance": notPublic,
    "aws:timestreaminfluxdb/dbCluster:DbCluster": notPublic,
    "aws:lightsail/database:Database": notPublic,
    "aws:rds/shardGroup:ShardGroup": notPublic,
    "aws:m2/environment:Environment": notPublic,
    // Public where nothing is said.
    ...required(isFalse, [["aws:dms/instanceProfile:InstanceProfile", "publiclyAccessible"]]),
    ...required(isOneOf(["Disabled"]), [["azure-native:mongocluster:MongoCluster", "properties.publicNetworkAccess"]]),
    "aws:neptunegraph/graph:Graph": check<aws.neptunegraph.GraphArgs>((graph) =>
      must(graph.at("publicConnectivity"), isNotTrue),
    ),
    // Cloud SQL gives an address where nothing is said. A clone takes the settings of what it is a clone of.
    "gcp:sql/databaseInstance:DatabaseInstance": check<gcp.sql.DatabaseInstanceArgs>((database) =>
      database.at("clone").isSet && !database.at("settings").isSet
        ? []
        : must(database.at("settings").at("ipConfiguration").at("ipv4Enabled"), isFalse),
    ),
    "gcp:alloydb/instance:Instance": check<gcp.alloydb.InstanceArgs>((database) =>
      must(database.at("networkConfig").at("enablePublicIp"), isNotTrue),
    ),
    "azure-native:dbforpostgresql:Server": check<azure.dbforpostgresql.ServerArgs>((server) =>
      inSubnet(server.at("network")),
    ),
    "azure-native:dbformysql:Server": check<azure.dbformysql.ServerArgs>((server) => inSubnet(server.at("network"))),
    "azure-native:sql:Server": check<azure.sql.ServerArgs>((server) => must(server.at("publicNetworkAccess"), closed)),
    "azure-native:sql:ManagedInstance": check<azure.sql.ManagedInstanceArgs>((instance) =>
      must(instance.at("publicDataEndpointEnabled"), isNotTrue),
    ),
    // With a network filter, an account answers only to the networks and addresses that it names.
    "azure-native:cosmosdb:DatabaseAccount": check<azure.cosmosdb.DatabaseAccountArgs>((account) =>
      account.at("isVirtualNetworkFilterEnabled").mayBe(true) ? [] : must(account.at("publicNetworkAccess"), closed),
    ),
  },
};
