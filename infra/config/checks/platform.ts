import type { ConfigProblems } from "../parser/problems";
import { valueAt } from "../value-at";
import type { CheckInput } from "./check";

/** What describes one cloud is there on that cloud, and nowhere else. */
export function checkPlatform({ config }: CheckInput, problems: ConfigProblems): void {
  const { cloud } = config;
  if (cloud === undefined) return;
  for (const [owner, described] of Object.entries(platformKeys)) {
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
