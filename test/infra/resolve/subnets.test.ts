import assert from "node:assert/strict";
import * as ipaddr from "ipaddr.js";
import { subnetsOf } from "../../../infra/resolve/subnets";
import { topologyOf } from "../support/configs";
import { pick } from "../support/picks";

type Range = [first: number, last: number];

/** First and last address of a range, as numbers. */
function rangeOf(cidr: string): Range {
  const number = (address: ipaddr.IPv4) => address.octets.reduce((sum, octet) => sum * 256 + octet, 0);
  return [number(ipaddr.IPv4.networkAddressFromCIDR(cidr)), number(ipaddr.IPv4.broadcastAddressFromCIDR(cidr))];
}

describe("subnets", () => {
  it("are those of guide 001 in its network", () => {
    assert.deepEqual(subnetsOf("10.0.0.0/16", 2), {
      publicCidrs: ["10.0.1.0/24", "10.0.2.0/24"],
      privateCidrs: ["10.0.10.0/24", "10.0.11.0/24"],
      isolatedCidrs: ["10.0.13.0/24", "10.0.14.0/24"],
    });
  });

  const networks = [
    "10.0.0.0/16",
    "10.255.0.0/16",
    "172.16.0.0/16",
    "172.31.128.0/17",
    "192.168.64.0/18",
    "10.7.224.0/19",
    "10.7.16.0/20",
    "192.168.240.0/20",
  ];
  for (const cidr of networks) {
    for (const zones of [2, 3]) {
      it(`of ${cidr} in ${zones} zones: each a /24 of its own inside it`, () => {
        const subnets = subnetsOf(cidr, zones);
        for (const kind of Object.values(subnets)) assert.equal(kind.length, zones);
        const cidrs = Object.values(subnets).flat();
        const [first, last] = rangeOf(cidr);
        const ranges = cidrs.map(rangeOf).sort(([a], [b]) => a - b);
        for (const [i, [start, end]] of ranges.entries()) {
          assert.ok(ipaddr.IPv4.isValidCIDRFourPartDecimal(cidrs[i] ?? ""), cidrs[i]);
          assert.equal(end - start + 1, 256);
          assert.ok(start >= first && end <= last, `${cidrs.join(", ")} leave ${cidr}`);
          assert.ok(start > (ranges[i - 1]?.[1] ?? -1), `${cidrs.join(", ")} overlap`);
        }
      });
    }
  }

  it("a third zone moves none of the first two", () => {
    const two = subnetsOf("10.0.0.0/16", 2);
    const three = subnetsOf("10.0.0.0/16", 3);
    assert.deepEqual(two.publicCidrs, three.publicCidrs.slice(0, 2));
    assert.deepEqual(two.privateCidrs, three.privateCidrs.slice(0, 2));
    assert.deepEqual(two.isolatedCidrs, three.isolatedCidrs.slice(0, 2));
  });

  it("are cut from the stack's range for the stack's zones", () => {
    const { network } = topologyOf("small", "dev", { overrides: { network: { cidr: "10.9.32.0/19", zones: 3 } } });
    assert.deepEqual(pick(network, "cidr", "zones", "publicCidrs", "privateCidrs", "isolatedCidrs"), {
      cidr: "10.9.32.0/19",
      zones: 3,
      publicCidrs: ["10.9.33.0/24", "10.9.34.0/24", "10.9.35.0/24"],
      privateCidrs: ["10.9.42.0/24", "10.9.43.0/24", "10.9.44.0/24"],
      isolatedCidrs: ["10.9.45.0/24", "10.9.46.0/24", "10.9.47.0/24"],
    });
  });
});
