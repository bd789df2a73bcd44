import * as ipaddr from "ipaddr.js";
import { targets } from "../../../components/targets";
import type { ConfigProblems } from "../parser/problems";
import type { CheckInput } from "./check";

/** A zone of another domain would be found out by the cloud, and late. */
export function checkZone({ config: { cloud, dnsZone, domain } }: CheckInput, problems: ConfigProblems): void {
  if (dnsZone === undefined) return;
  const own = cloud === undefined ? "named" : targets[cloud].dnsZone;
  if (own !== "named") {
    problems.add("dnsZone", `is set on ${cloud}`, `no value: ${own.unused}`);
  } else if (domain !== undefined && domain !== dnsZone && !domain.endsWith(`.${dnsZone}`)) {
    problems.add("dnsZone", `is "${dnsZone}", which does not hold ${domain}`, `${domain}, or a domain above it`);
  }
}

/** What is refused at the edge is written as the clouds read it. */
export function checkEdge({ config: { overrides } }: CheckInput, problems: ConfigProblems): void {
  (overrides?.edge?.deniedCidrs ?? []).forEach((cidr, i) => {
    if (!ipaddr.isValidCIDR(cidr)) {
      problems.add(`overrides.edge.deniedCidrs.${i}`, `is "${cidr}"`, "an address range, such as 203.0.113.0/24");
    }
  });
}
