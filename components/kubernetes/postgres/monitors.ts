import type * as pulumi from "@pulumi/pulumi";
import type { ComponentContext, PostgresSpec } from "../../contract";
import type { ClusterFacts } from "../cluster";
import { customResource } from "../custom-resource";
import { metadata } from "../metadata";
import { names } from "./names";

/** The measured Pods, and the reader of the metrics. */
export interface MonitorArgs {
  context: ComponentContext;
  spec: PostgresSpec;
  cluster: ClusterFacts;
}

/**
 * Asks Prometheus to read the metrics of the instances and of the pooler, if the cluster has Prometheus. It may be limited
 * to monitors with a label, which the stack names.
 */
export function databaseMonitors(
  name: string,
  { context, spec, cluster }: MonitorArgs,
  opts: pulumi.CustomResourceOptions,
): void {
  if (cluster.monitoringNamespace === undefined) return;
  monitor("instances", names.cluster, { "cnpg.io/cluster": names.cluster, "cnpg.io/podRole": "instance" });
  if (spec.pooling !== undefined) monitor("pooler", names.pooler, { "cnpg.io/poolerName": names.pooler });

  function monitor(suffix: string, objectName: string, matchLabels: Record<string, string>): void {
    const named = metadata(context, "postgres", objectName);
    customResource(
      `${name}-${suffix}-monitor`,
      {
        apiVersion: "monitoring.coreos.com/v1",
        kind: "PodMonitor",
        metadata: { ...named, labels: { ...cluster.monitoringLabels, ...named.labels } },
        spec: { selector: { matchLabels }, podMetricsEndpoints: [{ port: "metrics" }] },
      },
      opts,
    );
  }
}
