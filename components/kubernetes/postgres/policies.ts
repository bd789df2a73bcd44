import type * as pulumi from "@pulumi/pulumi";
import type { ComponentContext } from "../../contract";
import { workloadLabel } from "../metadata";
import { allow, anyAddress, namespacePods } from "../network/policies";
import { names, postgresPort } from "./names";

/** Labels that CloudNativePG puts on its Pods. */
const instancePods = { podSelector: { matchLabels: { "cnpg.io/cluster": names.cluster } } };
const poolerPods = { podSelector: { matchLabels: { "cnpg.io/poolerName": names.pooler } } };
/** Namespace in which CloudNativePG's operator is installed by its own manifests. */
const operatorNamespace = "cnpg-system";
/** Port on which the operator asks an instance for its state. */
const statusPort = 8000;

/** Who reaches the database: the workloads, the pooler, the instances each other, the operator. */
export function databasePolicies(name: string, context: ComponentContext, opts: pulumi.CustomResourceOptions): void {
  const workloads = {
    podSelector: { matchLabels: { "app.kubernetes.io/instance": context.name, [workloadLabel]: "true" } },
  };
  const database = [{ port: postgresPort }];
  allow(
    `${name}-instances`,
    {
      context,
      part: "postgres",
      podSelector: instancePods.podSelector.matchLabels,
      ingress: [
        { peers: [workloads, poolerPods, instancePods], ports: database },
        { peers: [instancePods, namespacePods(operatorNamespace)], ports: [{ port: statusPort }] },
      ],
      egress: [
        { peers: [instancePods], ports: [...database, { port: statusPort }] },
        // The API server, which an instance asks for its role, may stand anywhere; and the object storage.
        { peers: [anyAddress], ports: [{ port: 443 }, { port: 6443 }] },
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
      ingress: [{ peers: [workloads], ports: database }],
      egress: [
        { peers: [instancePods], ports: database },
        { peers: [anyAddress], ports: [{ port: 443 }, { port: 6443 }] },
      ],
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
