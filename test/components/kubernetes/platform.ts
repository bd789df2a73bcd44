/** What the shipped stacks say of their cluster, for tests that say it otherwise. */
export const shippedCluster = {
  gatewayClass: "eg",
  gatewayNamespace: "envoy-gateway-system",
  clusterIssuer: "letsencrypt",
  secretStore: "cluster-secrets",
  objectStorage: { endpoint: "https://objects.example", region: "us-east-1" },
};
