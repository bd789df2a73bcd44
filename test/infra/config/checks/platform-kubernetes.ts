import { cluster } from "../../support/configs";
import { type BrokenConfig, onCluster } from "./row";

const kubernetesName = "a Kubernetes name: at most 253 lower-case letters, digits, hyphens and dots";

function badCluster(name: string, change: Record<string, unknown>, ...messages: string[]): BrokenConfig {
  return {
    name,
    base: onCluster,
    change: { kubernetes: { ...cluster, ...change } },
    messages: messages.map((message) => `isotopo:kubernetes.${message}`),
  };
}

function badEndpoint(name: string, endpoint: unknown, message: string): BrokenConfig {
  return badCluster(
    name,
    { objectStorage: { endpoint, region: "us-east-1" } },
    `objectStorage.endpoint is ${JSON.stringify(endpoint)}; allowed: ${message}`,
  );
}

/** What the cluster offers. */
export const brokenClusters: readonly BrokenConfig[] = [
  {
    name: "a cluster on AWS",
    change: { kubernetes: cluster },
    messages: ["isotopo:kubernetes is set on aws; allowed: no value: it describes a cluster"],
  },
  {
    name: "no cluster on Kubernetes",
    base: onCluster,
    change: { kubernetes: undefined },
    messages: ["isotopo:kubernetes is missing; allowed: what the cluster offers; docs/configuration.md lists the keys"],
  },
  {
    name: "a cluster with nothing",
    base: onCluster,
    change: { kubernetes: {} },
    messages: [
      `isotopo:kubernetes.gatewayClass is missing; allowed: ${kubernetesName}; it is required`,
      `isotopo:kubernetes.gatewayNamespace is missing; allowed: ${kubernetesName}; it is required`,
      `isotopo:kubernetes.clusterIssuer is missing; allowed: ${kubernetesName}; it is required`,
      `isotopo:kubernetes.secretStore is missing; allowed: ${kubernetesName}; it is required`,
      "isotopo:kubernetes.objectStorage is missing; allowed: a set of keys and values; it is required",
    ],
  },
  {
    name: "a cluster that is a name",
    base: onCluster,
    change: { kubernetes: "kind" },
    messages: ['isotopo:kubernetes is "kind"; allowed: a set of keys and values'],
  },
  badCluster(
    "a name of 254 letters",
    { clusterIssuer: "a".repeat(254) },
    `clusterIssuer is "${"a".repeat(254)}"; allowed: ${kubernetesName}`,
  ),
  badCluster("a class with capitals", { gatewayClass: "EG" }, `gatewayClass is "EG"; allowed: ${kubernetesName}`),
  badCluster(
    "a namespace with a slash",
    { gatewayNamespace: "envoy/gateway" },
    `gatewayNamespace is "envoy/gateway"; allowed: ${kubernetesName}`,
  ),
  ...["10.0.0.0/33", "203.0.113.7", "0.0.0.0/0", "::/0"].map((range) =>
    badCluster(
      `trusted proxies in ${range}`,
      { trustedProxies: ["203.0.113.0/24", range] },
      `trustedProxies.1 is "${range}"; allowed: an address range that is not every address, such as 203.0.113.0/24`,
    ),
  ),
  badCluster(
    "no trusted proxies as a list",
    { trustedProxies: [] },
    "trustedProxies is []; allowed: at least one range, or no list",
  ),
  badCluster("an empty storage class", { storageClass: "" }, `storageClass is ""; allowed: ${kubernetesName}`),
  badCluster("a store that is a number", { secretStore: 5 }, "secretStore is 5; allowed: a text"),
  badCluster(
    "a class under a key that is nearly one",
    { gatewayclass: "eg" },
    "gatewayclass is no key of this program; allowed: gatewayClass, which is near",
  ),
  badCluster(
    "labels for monitors of no Prometheus",
    { monitoringLabels: { release: "prometheus" } },
    "monitoringLabels is set without kubernetes.monitoringNamespace; allowed: both or none: without a Prometheus there are no monitors to label",
  ),
  badCluster(
    "a label's value with a blank",
    { monitoringNamespace: "monitoring", monitoringLabels: { release: "kube prometheus" } },
    'monitoringLabels.release is "kube prometheus"; allowed: the value of a Kubernetes label: at most 63 characters',
  ),
  badCluster(
    "a label's key with two slashes",
    { monitoringNamespace: "monitoring", monitoringLabels: { "a/b/c": "x" } },
    "monitoringLabels.a/b/c is not allowed as a key; allowed: the key of a Kubernetes label, such as release",
  ),
  badCluster("a volume that shrinks", { redisVolumeGiB: 1 }, "redisVolumeGiB is 1; allowed: 2 or more"),
  badCluster("a volume in bytes", { redisVolumeGiB: "8Gi" }, 'redisVolumeGiB is "8Gi"; allowed: a whole number'),
  badCluster(
    "object storage that is an address",
    { objectStorage: "https://objects.shop.test" },
    'objectStorage is "https://objects.shop.test"; allowed: a set of keys and values',
  ),
  badCluster(
    "object storage without a region",
    { objectStorage: { endpoint: "https://objects.shop.test", region: "" } },
    'objectStorage.region is ""; allowed: a text that is not empty',
  ),
  badCluster(
    "object storage without anything",
    { objectStorage: {} },
    "objectStorage.endpoint is missing; allowed: an https address; it is required",
    "objectStorage.region is missing; allowed: a text that is not empty; it is required",
  ),
  badEndpoint("object storage in clear text", "http://objects.shop.test", "an https address"),
  badEndpoint("object storage without a scheme", "objects.shop.test", "an https address"),
  badEndpoint("object storage that is a port", 9000, "a text"),
];
