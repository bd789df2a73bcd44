import type * as pulumi from "@pulumi/pulumi";
import type { ComponentContext } from "../../contract";
import type { ClusterFacts } from "../cluster";
import { workloadLabel } from "../metadata";
import { allow, anyAddress, type Flow, namespacePods } from "../network/policies";
import { names, postgresPort } from "./names";

/** Labels that CloudNativePG puts on its Pods. */
const instancePods = { podSelector: { matchLabels: { "cnpg.io/cluster": names.cluster } } };
const poolerPods = { podSelector: { matchLabels: { "cnpg.io/poolerName": names.pooler } } };
/** Ports of an instance's state, of its metrics, and of the pooler's metrics (CloudNativePG, Networking and Monitoring). */
const statusPort = 8000;
const instanceMetricsPort = 9187;
const poolerMetricsPort = 9127;

/** Who reaches the database: the workloads, the pooler, the instances each other, the operator, and what measures it. */
export function databasePolicies(
  name: string,
  { context, cluster }: { context: ComponentContext; cluster: ClusterFacts },
  opts: pulumi.CustomResourceOptions,
): void {
  const workloads = {
    podSelector: { matchLabels: { "app.kubernetes.io/instance": context.name, [workloadLabel]: "true" } },
  };
  const operator = namespacePods(cluster.databaseOperatorNamespace);
  const database = [{ port: postgresPort }];
  // The API server, which an instance and the pooler ask for their role, may be anywhere.
  const apiServer: Flow = { peers: [anyAddress], ports: cluster.apiServerPorts.map((port) => ({ port })) };
  const measured = (port: number): Flow[] =>
    cluster.monitoringNamespace === undefined
      ? []
      : [{ peers: [namespacePods(cluster.monitoringNamespace)], ports: [{ port }] }];
  allow(
    `${name}-instances`,
    {
      context,
      part: "postgres",
      podSelector: instancePods.podSelector.matchLabels,
      ingress: [
        { peers: [workloads, poolerPods, instancePods, operator], ports: database },
        { peers: [instancePods, operator], ports: [{ port: statusPort }] },
        ...measured(instanceMetricsPort),
      ],
      egress: [
        { peers: [instancePods], ports: [...database, { port: statusPort }] },
        apiServer,
        // The object storage may have a private address, too.
        { peers: [anyAddress], ports: [{ port: cluster.storagePort }] },
      ],
    },
    opts,
  );
  allow(
    `${name}-pooler-pods`,
    {
      context,
      part: "postgres",
      podSelector: poolerPods.podSelector.matchLabels,
      ingress: [{ peers: [workloads], ports: database }, ...measured(poolerMetricsPort)],
      egress: [{ peers: [instancePods], ports: database }, apiServer],
    },
    opts,
  );
  allow(
    `${name}-clients`,
    {
      context,
      part: "postgres",
      podSelector: { "app.kubernetes.io/instance": context.name, [workloadLabel]: "true" },
      egress: [{ peers: [instancePods, poolerPods], ports: database }],
    },
    opts,
  );
}
