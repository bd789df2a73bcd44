import type { ConfigProblems } from "../parser/problems";
import type { CheckInput } from "./check";

/** A probe without a port uses a default, on a cluster port 80; the container would restart for ever. */
export function checkProbes({ facts: application }: CheckInput, problems: ConfigProblems): void {
  for (const { name, port, probes } of application?.services ?? []) {
    if (port !== undefined) continue;
    for (const [probe, facts] of Object.entries(probes)) {
      if (facts === undefined || facts.check.kind === "exec") continue;
      problems.add(
        "app",
        `has a service "${name}" without a port, and its ${probe} probe asks by ${facts.check.kind}`,
        "a port of the service, or a command as the check",
      );
    }
  }
}

/** If the stack sets only one of the two, the other follows it. */
export function checkReplicas({ config: { overrides } }: CheckInput, problems: ConfigProblems): void {
  const { minimum, maximum } = overrides?.replicas ?? {};
  if (minimum !== undefined && maximum !== undefined && maximum < minimum) {
    problems.add(
      "overrides.replicas.maximum",
      `is ${maximum}, less than minimum, which is ${minimum}`,
      `at least ${minimum}`,
    );
  }
}
