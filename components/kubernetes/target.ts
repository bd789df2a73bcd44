import type { Target } from "../contract";
import { buildTopology } from "../shared/build";
import { kubernetesCapabilities } from "./capabilities";
import { kubernetesImageProblems } from "./image-problems";
import { kubernetesPlatform, kubernetesPlatformOf } from "./platform";
import { kubernetesProblems } from "./problems";

/** All that is known of a Kubernetes cluster without its SDK. */
export const kubernetesTarget = {
  title: "Kubernetes",
  providerConfig: {},
  platform: kubernetesPlatform,
  dnsZone: { unused: "the cluster knows its zones" },
  ownSecretStore: true,
  concepts: {
    registry: { service: "the images' own registry", options: kubernetesCapabilities },
    network: { service: "Namespace and NetworkPolicies", options: kubernetesCapabilities },
    secrets: { service: "External Secrets", options: kubernetesCapabilities },
    images: { service: "imagePullSecrets", options: kubernetesCapabilities },
    postgres: { service: "CloudNativePG", options: kubernetesCapabilities },
    redis: { service: "Valkey on a volume", options: kubernetesCapabilities },
    storage: { service: "S3-compatible object storage", options: kubernetesCapabilities },
    identity: { service: "ServiceAccounts", options: kubernetesCapabilities },
    compute: { service: "Deployments, Jobs and CronJobs", options: kubernetesCapabilities },
    cdn: { service: "Gateway API and an nginx edge", options: kubernetesCapabilities },
  },
  // Without a cluster's description, of which the config's checks tell, there is no other source.
  storageSource: ({ platform: { kubernetes } }) =>
    kubernetes === undefined ? "'self'" : new URL(kubernetes.objectStorage.endpoint).origin,
  problems: (topology) => [...kubernetesProblems(topology), ...kubernetesImageProblems(topology)],
  checked: ["On kubernetes the name of the namespace has at most 55 characters, that of a workload at most 52."],
  signIn: ["KUBERNETES_SERVER", "KUBERNETES_CA", "KUBERNETES_AUDIENCE"],
  load: ({ kubernetes: transforms }) => {
    const { kubernetes }: typeof import("./index") = require("./index");
    return (inputs) => buildTopology(kubernetes(kubernetesPlatformOf(inputs.topology.platform), transforms), inputs);
  },
} satisfies Target;
