import type { Finding } from "../../core/finding";
import type { Rule } from "../../core/rule";
import { firewallsBreakBy, ofFirewalls } from "../../kinds/firewall";
import type { FirewallRule } from "../../kinds/firewall-rules";

/** All ports, or all that a server could listen on. Pings have no port. */
function opensEverything(rule: FirewallRule): Finding[] {
  const world = rule.world();
  if (world.length === 0) return [];
  const everything = rule.ports().some(({ from, to }) => from <= 1 && to >= 65_535);
  if (!everything || !rule.admits()) return [];
  return world.map((source) => ({
    path: source.path,
    found: `${source.shown()} for every port`,
    required: "addresses that you know, or the ports that are meant",
  }));
}

/** No rule of a firewall opens every port to everybody. */
export const rule: Rule = {
  id: "exposure-open-ingress",
  title: "No firewall opens every port to the internet.",
  severity: "critical",
  frameworks: {
    "CIS AWS Foundations 7.0": ["6.3", "6.4"],
    "PCI DSS 4.0": ["1.3.1"],
    "ISO 27001:2022": ["A.8.20", "A.8.22"],
    "SOC 2": ["CC6.6"],
  },
  why: "Whatever listens behind it, today or after the next installation, answers to the whole internet.",
  fix: "Name the ports that are meant, and the sources where they are known.",
  source: "https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html",
  breaksBy: firewallsBreakBy,
  checks: ofFirewalls(opensEverything),
};
