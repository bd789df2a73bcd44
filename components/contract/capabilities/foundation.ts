import { type Capability, different, full } from "./capability";

/** Network, registry, secrets and identity. */
export const foundationCapabilities: readonly Capability[] = [
  {
    concept: "network",
    option: "zones",
    meaning: "Workloads and data spread over so many zones.",
    clouds: {
      aws: full("subnets per availability zone"),
      kubernetes: different("topology spread constraints", "the cluster's nodes decide which zones there are"),
    },
  },
  {
    concept: "network",
    option: "nat",
    meaning: "Workloads leave through managed NAT, one per zone or one.",
    clouds: {
      aws: full("NAT gateways"),
      kubernetes: different("the cluster's own egress", "NAT belongs to the cluster, not to the namespace"),
    },
  },
  {
    concept: "network",
    option: "flowLogRetentionDays",
    meaning: "Connections are logged and kept.",
    clouds: {
      aws: full("VPC flow logs in CloudWatch"),
      kubernetes: different("the cluster's network plugin", "NetworkPolicy has no log; the plugin may have one"),
    },
  },
  {
    concept: "network",
    option: "egress",
    meaning: "Workloads reach the listed destinations and nothing else.",
    clouds: {
      aws: different("security group rules", "by port: a security group knows addresses, not host names"),
      kubernetes: different("NetworkPolicy", "by port: a NetworkPolicy knows addresses, not host names"),
    },
  },
  {
    concept: "registry",
    option: "scanning",
    meaning: "Images are scanned when they are pushed; tags can't be moved; old images are deleted.",
    clouds: {
      aws: full("ECR repositories"),
      kubernetes: different("the registry that the image references name", "a cluster has no registry of its own"),
    },
  },
  {
    concept: "secrets",
    option: "generated",
    meaning: "Made by the platform, never in a file.",
    clouds: {
      aws: full("random password in Secrets Manager, encrypted in Pulumi's state"),
      kubernetes: full("External Secrets password generator; never in Pulumi's state"),
    },
  },
  {
    concept: "secrets",
    option: "external",
    meaning: "Given by a person, injected by reference.",
    clouds: {
      aws: full("stack config to Secrets Manager"),
      kubernetes: different(
        "stack config to a Secret, else ExternalSecret from the cluster's secret store",
        "a value that the stack does not give is read from the ClusterSecretStore under <app>/<environment>/<name>",
      ),
    },
  },
  {
    concept: "identity",
    option: "perWorkload",
    meaning: "Each workload has its own identity that may do what it needs and nothing else.",
    clouds: {
      aws: full("IAM task role and execution role"),
      kubernetes: full("ServiceAccount without a mounted token"),
    },
  },
];
