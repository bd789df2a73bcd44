/** Settings that place a provider, on all targets. */
export const providerPlaces: readonly string[] = [
  ...["region", "project", "zone", "location", "subscriptionId", "tenantId", "environment"],
  ...["kubeconfig", "context", "cluster", "namespace", "endpoints"],
];
