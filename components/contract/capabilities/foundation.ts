import type { Option } from "./capability";

/** Registry, network, secrets, images and identity. */
export const foundationOptions = [
  {
    name: "registry.scanning",
    meaning: "Images are scanned when they are pushed.",
  },
  {
    name: "registry.immutableTags",
    meaning: "A tag can't be moved to another image.",
  },
  {
    name: "registry.untaggedRetentionDays",
    meaning: "Untagged images are deleted after so many days.",
  },
  {
    name: "registry.keepTagged",
    meaning: "So many tagged images are kept, and all with a release tag.",
  },
  {
    name: "registry.pullers",
    meaning: "Only the accounts, projects or identities that are named may pull, beside the registry's own.",
  },
  {
    name: "network.zones",
    meaning: "Workloads and data spread over so many zones.",
  },
  {
    name: "network.subnets",
    meaning: "Ranges for what is public, private and isolated, in each zone.",
  },
  {
    name: "network.nat",
    meaning: "Workloads leave through managed NAT, one per zone or one.",
  },
  {
    name: "network.flowLogRetentionDays",
    meaning: "Connections are logged and kept.",
  },
  {
    name: "network.egress",
    meaning: "Workloads reach the listed destinations and nothing else.",
  },
  {
    name: "secrets.generated",
    meaning: "Made by the platform, never in a file.",
  },
  {
    name: "secrets.external",
    meaning: "Given by a person, injected by reference.",
  },
  {
    name: "images.repository",
    meaning: "Pulled from exactly the repository that the reference names, of this account or another.",
  },
  {
    name: "images.registries",
    meaning: "Pulled from any registry with a name and a password.",
  },
  {
    name: "images.egress",
    meaning: "Registries outside of the cloud are reached, and nothing more.",
  },
  {
    name: "identity.perWorkload",
    meaning: "Each workload has its own identity that may do what it needs and nothing else.",
  },
] as const satisfies readonly Option[];
