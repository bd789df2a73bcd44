import type * as azure from "@pulumi/azure-native";
import type * as gcp from "@pulumi/gcp";
import type { Unwrap } from "@pulumi/pulumi";
import type { View } from "../core/view";

/** An instance of Cloud SQL that follows another: it holds nothing that its source has not. */
export function followsCloudSql(instance: View<Unwrap<gcp.sql.DatabaseInstanceArgs>>): boolean {
  return instance.at("masterInstanceName").isSet;
}

/** An Azure Database server that follows another. */
export function followsAzureServer(
  server: View<Unwrap<azure.dbforpostgresql.ServerArgs> | Unwrap<azure.dbformysql.ServerArgs>>,
): boolean {
  return server.at("createMode").mayBe("Replica");
}

/** An AlloyDB cluster that follows another. */
export function followsAlloyDb(cluster: View<Unwrap<gcp.alloydb.ClusterArgs>>): boolean {
  return cluster.at("clusterType").mayBe("SECONDARY");
}
