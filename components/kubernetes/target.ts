import type { Target } from "../contract";
import { buildTopology } from "../shared/build";
import { computeCapabilities } from "./compute/capabilities";
import { edgeCapabilities } from "./edge/capabilities";
import { identityCapabilities } from "./identity/capabilities";
import { kubernetesImageProblems } from "./image-problems";
import { imagesCapabilities } from "./images/capabilities";
import { networkCapabilities } from "./network/capabilities";
import { kubernetesPlatform, kubernetesPlatformOf } from "./platform";
import { postgresCapabilities } from "./postgres/capabilities";
import { kubernetesProblems } from "./problems";
import { redisCapabilities } from "./redis/capabilities";
import { registryCapabilities } from "./registry/capabilities";
import { secretsCapabilities } from "./secrets/capabilities";
import { storageCapabilities } from "./storage/capabilities";

/** All that is known of a Kubernetes cluster without its SDK. */
export const kubernetesTarget = {
  title: "Kubernetes",
  providerConfig: {},
  platform: kubernetesPlatform,
  dnsZone: { unused: "the cluster knows its zones" },
  ownSecretStore: true,
  concepts: {
    registry: { service: "the images' own registry", options: registryCapabilities },
    network: { service: "Namespace and NetworkPolicies", options: networkCapabilities },
    secrets: { service: "External Secrets", options: secretsCapabilities },
    images: { service: "imagePullSecrets", options: imagesCapabilities },
    postgres: { service: "CloudNativePG", options: postgresCapabilities },
    redis: { service: "Valkey on a volume", options: redisCapabilities },
    storage: { service: "S3-compatible object storage", options: storageCapabilities },
    identity: { service: "ServiceAccounts", options: identityCapabilities },
    compute: { service: "Deployments, Jobs and CronJobs", options: computeCapabilities },
    edge: { service: "Gateway API and an nginx edge", options: edgeCapabilities },
  },
  // Without a description of the cluster there is no other source; the config's checks report the missing description.
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
