import * as ipaddr from "ipaddr.js";
import type { ConfigProblems } from "../parser/problems";
import type { CheckInput } from "./check";

/** The network is a private range of the right size. */
export function checkNetwork({ config, settings }: CheckInput, problems: ConfigProblems): void {
  const cidr = config.overrides?.network?.cidr ?? settings?.network.cidr;
  if (cidr === undefined) return;
  const key = "overrides.network.cidr";
  const allowed = "a private IPv4 range of /16 to /20, such as 10.0.0.0/16";
  if (!ipaddr.IPv4.isValidCIDRFourPartDecimal(cidr)) {
    problems.add(key, `is "${cidr}"`, allowed);
    return;
  }
  const [address, prefix] = ipaddr.IPv4.parseCIDR(cidr);
  if (address.range() !== "private" || prefix < 16 || prefix > 20) {
    problems.add(key, `is "${cidr}"`, allowed);
  } else if (ipaddr.IPv4.networkAddressFromCIDR(cidr).toString() !== address.toString()) {
    const network = `${ipaddr.IPv4.networkAddressFromCIDR(cidr).toString()}/${prefix}`;
    problems.add(key, `is "${cidr}", which has bits set below its prefix`, network);
  }
}

/** Addresses inside the network have rules of their own; egress rules are for addresses outside. */
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
