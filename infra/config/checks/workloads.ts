import * as ipaddr from "ipaddr.js";
import type { ConfigProblems } from "../parser/problems";
import type { CheckInput } from "./check";

/** Without a port a probe uses a default, 80 on a cluster, which restarts the container forever. */
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

/** What is inside of a network is reached by rules of its own, and by none for the way out. */
export function checkEgress({ facts }: CheckInput, problems: ConfigProblems): void {
  for (const { name, host } of facts?.egress ?? []) {
    if (!ipaddr.isValid(host) || ipaddr.process(host).range() === "unicast") continue;
    problems.add(
      "app",
      `has an egress rule "${name}" to ${host}, an address of the range ${ipaddr.process(host).range()}`,
      "a host name or a public address: egress rules open the way to the internet only",
    );
  }
}
