import { workloadsOf } from "../../../../components/contract";
import { absent, otherwise, type Readings } from "../../fact";
import { named } from "../../facts/edge";
import type { foundationFacts } from "../../facts/foundation";
import { fields, input, list, type Native, table, text } from "../../native";
import { pods } from "./pods";

const externalSecret = "kubernetes:external-secrets.io/v1:ExternalSecret";
const password = "kubernetes:generators.external-secrets.io/v1alpha1:Password";

/** Namespace, NetworkPolicies, External Secrets and ServiceAccounts. */
export const kubernetesFoundation: Readings<typeof foundationFacts> = {
  "network: range": absent,
  "network: subnets": absent,
  // Nodes decide how many there are.
  "network: zones": otherwise((native) => ({
    zones: pods(native).some(({ pod }) =>
      list(pod.topologySpreadConstraints).some((its) => fields(its).topologyKey === "topology.kubernetes.io/zone"),
    ),
  })),
  "network: NAT gateways": absent,
  "network: days of flow logs": absent,
  "network: ports of egress by workload": (native) =>
    Object.fromEntries(workloadsOf(native.topology.compute).map(({ name }) => [name, egressPorts(native, name)])),
  "network: hosts of egress": absent,
  "secrets: names": (native) =>
    named(
      [...native.all(externalSecret, "secrets"), ...native.all("kubernetes:core/v1:Secret", "secrets")].map((secret) =>
        secretName(text(secret, "metadata.name")),
      ),
    ),
  "secrets: length of generated ones": (native) =>
    table(
      native.all(password, "secrets"),
      (generator) => secretName(text(generator, "metadata.name")),
      (generator) => input(generator, "spec.length"),
    ),
  "labels: on the database": (native) => {
    const labels = fields(input(native.one("kubernetes:postgresql.cnpg.io/v1:Cluster"), "metadata.labels"));
    return {
      app: labels.app,
      environment: labels.environment,
      "cost-center": labels["cost-center"],
      "managed-by": labels["app.kubernetes.io/managed-by"],
    };
  },
  "identity: one of its own by workload": (native) => {
    const accounts = pods(native).map(({ pod }) => pod.serviceAccountName);
    return table(
      pods(native),
      ({ name }) => name,
      ({ pod }) => accounts.filter((account) => account === pod.serviceAccountName).length === 1,
    );
  },
  // One pair of keys for all buckets.
  "identity: buckets by workload": otherwise((native) =>
    table(
      pods(native),
      ({ name }) => name,
      ({ env }) => (env.some(({ name }) => name === "AWS_ACCESS_KEY_ID") ? ["all"] : undefined),
    ),
  ),
};

/** Name of a secret as its variable is called, from the Secret's. */
export function secretName(objectName: string): string {
  return objectName.toUpperCase().replaceAll("-", "_");
}

/** Ports on public addresses. */
function egressPorts(native: Native, workload: string): unknown[] {
  const policy = native.one("kubernetes:networking.k8s.io/v1:NetworkPolicy", `-compute-${workload}-flows`);
  return list(input(policy, "spec.egress"))
    .map(fields)
    .filter(({ to }) => list(to).some((peer) => fields(fields(peer).ipBlock).cidr === "0.0.0.0/0"))
    .flatMap(({ ports }) => list(ports).map((port) => fields(port).port));
}
