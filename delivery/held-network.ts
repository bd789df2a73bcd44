import { z } from "zod";

/** What of a stack's export tells which resources there are. */
export const state = z.object({
  deployment: z.object({
    resources: z
      .array(
        z.object({
          type: z.string(),
          custom: z.boolean().optional(),
          inputs: z.record(z.string(), z.unknown()).default({}),
        }),
      )
      .default([]),
  }),
});
type Resource = z.infer<typeof state>["deployment"]["resources"][number];

/**
 * What may stay of a stack on Google Cloud for a while: the subnet, which Cloud Run gives back an hour or two after its last
 * instance ("Direct VPC egress", Scale up and down), the peering, which Cloud SQL holds for up to four days after its last
 * instance, and what both need. None of it costs anything.
 */
export const heldWithNetwork: readonly string[] = [
  "gcp:compute/globalAddress:GlobalAddress",
  "gcp:compute/network:Network",
  "gcp:compute/subnetwork:Subnetwork",
  "gcp:projects/service:Service",
  "gcp:servicenetworking/connection:Connection",
];

/** Days after which a network that is still there is no longer only held: a person has to look. */
export const heldDays = 7;

/** Whether there is something, and nothing but what a held network keeps. */
export function isHeldNetwork(resources: readonly Resource[]): boolean {
  const left = resources.filter(({ custom, type }) => custom === true && !type.startsWith("pulumi:"));
  return left.length > 0 && left.every(isHeld);
}

/** An address that is not a range of the peering is a load balancer's, and is paid. */
function isHeld({ type, inputs }: Resource): boolean {
  const isAddress = type === "gcp:compute/globalAddress:GlobalAddress";
  return heldWithNetwork.includes(type) && (!isAddress || inputs.purpose === "VPC_PEERING");
}
