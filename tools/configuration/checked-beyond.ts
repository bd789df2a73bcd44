import { targetNames, targets } from "../../components/targets";

/** What no single key can be blamed for, in words; infra/config/checks/ holds the checks. */
export const checkedBeyond: readonly string[] = [
  "`isotopo:app` names a file of `infra/apps/`, and `isotopo:images` has every image of it and no other.",
  "An image has a digest, or outside of prod at least a tag that is not `latest`.",
  "An image can be pulled: not from ECR on other clouds, whose passwords last twelve hours, and with no password where the cloud has rights of its own; `isotopo:registries` has registries of images only.",
  "`isotopo:region` is a region of the cloud, and `aws:region`, `gcp:region` or `azure-native:location` the same.",
  "On gcp `gcp:project` is the same as `isotopo:gcp.project`.",
  "`isotopo:overrides.network.cidr` is a private range with no bits set below its prefix.",
  "`maxStorageGiB` is not below `storageGiB`, nor `replicas.maximum` below `replicas.minimum`.",
  "`isotopo:secrets` has external secrets of the application only, `isotopo:rotate` only what is generated.",
  "`isotopo:gcp`, `isotopo:azure` and `isotopo:kubernetes` are there on their cloud and nowhere else; the object storage is reached by https.",
  "`isotopo:overrides.edge.deniedCidrs` are address ranges.",
  "A service without a port is probed by a command, an egress rule leads out of the network, and the database's two windows have no minute in common.",
  "A workload refers to a database, a role of Redis, a bucket or a secret that the application has, and something answers for every path of every host.",
  "Names of roles and of the database are none that the cloud's PostgreSQL keeps for itself.",
  ...targetNames.flatMap((name) => targets[name].checked),
  "No option is used that the cloud refuses: [capabilities](capabilities.md).",
];
