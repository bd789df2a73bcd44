import type { CloudFacts } from "../contract/facts";
import { kubernetesCapabilities } from "./capabilities";
import { kubernetesImageProblems } from "./image-problems";
import { kubernetesProblems } from "./problems";

/** What is known of a Kubernetes cluster without the SDK. */
export const kubernetesFacts: CloudFacts = {
  title: "Kubernetes",
  providerConfig: {},
  capabilities: kubernetesCapabilities,
  // Without a cluster's description, of which the config's checks tell, there is no other source.
  storageSource: ({ platform: { kubernetes } }) =>
    kubernetes === undefined ? "'self'" : new URL(kubernetes.objectStorage.endpoint).origin,
  problems: (topology) => [...kubernetesProblems(topology), ...kubernetesImageProblems(topology)],
  services: {
    network: "Namespace and NetworkPolicies",
    registry: "the images' own registry",
    secrets: "External Secrets",
    images: "imagePullSecrets",
    postgres: "CloudNativePG",
    redis: "Valkey on a volume",
    storage: "S3-compatible object storage",
    identity: "ServiceAccounts",
    compute: "Deployments, Jobs and CronJobs",
    cdn: "Gateway API and an nginx edge",
  },
};
