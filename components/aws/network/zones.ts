import { getAvailabilityZonesOutput } from "@pulumi/aws/getAvailabilityZones";
import * as pulumi from "@pulumi/pulumi";

/**
 * Zones of a region that support all resources of a stack. Local and Wavelength Zones, which an account may have opted into,
 * come first in the alphabet and have neither RDS nor load balancers: zones without opt-in are the region's own (EC2 API
 * Reference, `DescribeAvailabilityZones`, filter `opt-in-status`). All of them, not only those available now: an outage of
 * one zone must not shift the others. Left out are zones that some accounts still see and that lack something: Fargate runs
 * in other zones of Tokyo and N. California only (Amazon ECS Developer Guide, "Supported Regions for Amazon ECS on AWS
 * Fargate"), and `use1-az3` is the one zone of N. Virginia where an endpoint can't reach another region
 * (chanzuckerberg/cztack#865); which services lack it too was not verified.
 */
export const usableZones = {
  filters: [{ name: "opt-in-status", values: ["opt-in-not-required"] }],
  excludeZoneIds: ["apne1-az3", "usw1-az2", "use1-az3"],
};

/** Names of the first `count` usable zones of the provider's region. */
export function zonesOf(region: string, count: number, parent: pulumi.Resource): pulumi.Output<string[]> {
  const { names } = getAvailabilityZonesOutput(usableZones, { parent });
  return names.apply((found) => firstZones(found, count, region));
}

/** The first `count` zones by name; throws where the region has fewer. */
export function firstZones(found: readonly string[], count: number, region: string): string[] {
  if (found.length >= count) return [...found].sort().slice(0, count);
  throw new pulumi.RunError(
    `region ${region} has ${found.length} zones for this account (${found.join(", ")}), the topology wants ${count}: set isotopo:overrides.network.zones to ${found.length}, or take another region`,
  );
}
