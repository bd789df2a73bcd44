import * as ipaddr from "ipaddr.js";

/** Ranges of the three kinds of subnets, one per zone. */
export interface Subnets {
  publicCidrs: string[];
  privateCidrs: string[];
  isolatedCidrs: string[];
}

/**
 * Offsets of the kinds, in blocks of /24. Guide 001 L163-190 has public networks from 10.0.1.0 and private ones from
 * 10.0.10.0; isolated ones follow, so that all fit into a /20.
 */
const offsets = { publicCidrs: 1, privateCidrs: 10, isolatedCidrs: 13 } as const;

/** Cuts a network of /16 to /20 into the subnets of its zones. */
export function subnetsOf(cidr: string, zones: number): Subnets {
  const [address] = ipaddr.IPv4.parseCIDR(cidr);
  const cut = (offset: number): string[] =>
    Array.from({ length: zones }, (_, zone) => {
      const [a = 0, b = 0, c = 0] = address.octets;
      return `${a}.${b}.${c + offset + zone}.0/24`;
    });
  return {
    publicCidrs: cut(offsets.publicCidrs),
    privateCidrs: cut(offsets.privateCidrs),
    isolatedCidrs: cut(offsets.isolatedCidrs),
  };
}
