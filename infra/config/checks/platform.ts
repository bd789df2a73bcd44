import type { CloudName } from "../../../components/contract";
import type { ConfigProblems } from "../parser/problems";
import { valueAt } from "../value-at";

/** Clouds that have a key of their own. */
type Owner = keyof typeof platformKeys;

/** What describes one cloud is there on that cloud, and nowhere else. `owners` are those that the program has a key for. */
export function checkPlatform(
  { config }: { config: { cloud?: CloudName } },
  problems: ConfigProblems,
  owners: readonly Owner[] = ["gcp", "azure", "kubernetes"],
): void {
  const { cloud } = config;
  if (cloud === undefined) return;
  for (const owner of owners) {
    const described = platformKeys[owner];
    const given = valueAt(config, [owner]) !== undefined || problems.concern(owner);
    if (cloud === owner && !given) {
      problems.add(owner, "is missing", `what ${described.offers}; docs/configuration.md lists the keys`);
    }
    if (cloud !== owner && given) {
      problems.add(owner, `is set on ${cloud}`, `no value: it describes ${described.is}`);
    }
  }
}

const platformKeys = {
  gcp: { is: "a place on Google Cloud", offers: "says where the stack stands" },
  azure: { is: "a place on Azure", offers: "says where the stack stands" },
  kubernetes: { is: "a cluster", offers: "the cluster offers" },
} as const;
