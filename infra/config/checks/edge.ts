import * as ipaddr from "ipaddr.js";
import type { ConfigProblems } from "../parser/problems";
import type { CheckInput } from "./check";

/** A zone of another domain would be found out by the cloud, and late. */
export function checkZone({ config: { cloud, dnsZone, domain } }: CheckInput, problems: ConfigProblems): void {
  if (dnsZone === undefined) return;
  if (cloud === "gcp" || cloud === "kubernetes") {
    const own = cloud === "gcp" ? "gcp.dnsZone names the managed zone" : "the cluster knows its zones";
    problems.add("dnsZone", `is set on ${cloud}`, `no value: ${own}`);
  } else if (domain !== undefined && domain !== dnsZone && !domain.endsWith(`.${dnsZone}`)) {
    problems.add("dnsZone", `is "${dnsZone}", which does not hold ${domain}`, `${domain}, or a domain above it`);
  }
}

/** What is refused or trusted at the edge is written as the clouds read it. */
export function checkEdge({ config: { overrides, kubernetes } }: CheckInput, problems: ConfigProblems): void {
  (overrides?.edge?.deniedCidrs ?? []).forEach((cidr, i) => {
    if (!ipaddr.isValidCIDR(cidr)) {
      problems.add(`overrides.edge.deniedCidrs.${i}`, `is "${cidr}"`, "an address range, such as 203.0.113.0/24");
    }
  });
  (kubernetes?.trustedProxies ?? []).forEach((cidr, i) => {
    // Who trusts every address takes what any client writes for its address.
    if (!ipaddr.isValidCIDR(cidr) || ipaddr.parseCIDR(cidr)[1] === 0) {
      problems.add(
        `kubernetes.trustedProxies.${i}`,
        `is "${cidr}"`,
        "an address range that is not every address, such as 203.0.113.0/24",
      );
    }
  });
}
