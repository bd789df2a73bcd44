import type { PlatformSpec, Target } from "../../../components/contract";
import { type TargetName, targetNames, targets } from "../../../components/targets";
import type { ConfigProblems } from "../parser/problems";
import { platformOf } from "../platforms";
import { valueAt } from "../value-at";

/**
 * The keys of a target are set on that target and on no other. `of` returns the description of a place that the program
 * needs; undefined if the program has no key for the target.
 */
export function checkPlatform(
  { config }: { config: { cloud?: TargetName } & PlatformSpec },
  problems: ConfigProblems,
  of: (target: Target) => unknown = ({ platform }) => platform,
): void {
  const { cloud } = config;
  if (cloud === undefined) return;
  for (const owner of targetNames) {
    const { platform } = targets[owner];
    if (platform === undefined || of(targets[owner]) === undefined) continue;
    const given = valueAt(config, [owner]) !== undefined || problems.concern(owner);
    if (cloud === owner && !given) {
      problems.add(owner, "is missing", `what ${platform.meaning}; docs/configuration.md lists the keys`);
    }
    if (cloud !== owner && given) {
      problems.add(owner, `is set on ${cloud}`, `no value: it describes ${platform.describes}`);
    }
  }
}

/** Reports combinations of a target's keys that it refuses, though each key is valid. */
export function checkPlace({ config }: { config: PlatformSpec }, problems: ConfigProblems): void {
  for (const name of targetNames) {
    for (const { key, found, allowed } of targets[name].platform?.problems?.(platformOf(config)) ?? []) {
      problems.add(key, found, allowed);
    }
  }
}
