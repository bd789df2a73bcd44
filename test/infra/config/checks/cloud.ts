import { type BrokenConfig, onGcp, override } from "./row";

/** What only one cloud refuses. */
export const brokenForOneCloud: readonly BrokenConfig[] = [
  override(
    "storage that could grow by less than RDS grows",
    { postgres: { storageGiB: 95, maxStorageGiB: 100 } },
    "postgres.maxStorageGiB is 100, less than a tenth above storageGiB, which is 95; allowed: at least 105 on aws, or 95 for storage that does not grow",
  ),
  {
    name: "the range of the Docker bridge on Google Cloud",
    base: onGcp,
    change: { overrides: { network: { cidr: "172.17.0.0/16" } } },
    messages: [
      'isotopo:overrides.network.cidr is "172.17.0.0/16", in a range that Cloud SQL keeps for itself; ' +
        "allowed: a private range outside of 172.17.0.0/16, such as 10.0.0.0/16",
    ],
  },
  {
    name: "a part of that range",
    base: onGcp,
    change: { overrides: { network: { cidr: "172.17.240.0/20" } } },
    messages: [
      'isotopo:overrides.network.cidr is "172.17.240.0/20", in a range that Cloud SQL keeps for itself; ' +
        "allowed: a private range outside of 172.17.0.0/16, such as 10.0.0.0/16",
    ],
  },
];
