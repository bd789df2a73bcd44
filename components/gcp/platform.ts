import { z } from "zod";
import type { PlatformSpec, TargetPlatform } from "../contract";

/** The place of a Google Cloud stack. */
export interface GcpPlatformSpec {
  /** Id of the project. */
  project: string;
  /** Name of the Cloud DNS managed zone that holds the hosts of the domain. */
  dnsZone: string;
}

declare module "../contract/topology" {
  interface PlatformSpec {
    gcp?: GcpPlatformSpec;
  }
}

/** The keys of `isotopo:gcp`. */
export const gcpPlatformSchema = z
  .strictObject({
    project: z
      .string()
      .regex(
        /^[a-z][a-z0-9-]{4,28}[a-z0-9]$/,
        "a project id: 6 to 30 lower-case letters, digits and hyphens, a letter first",
      )
      .describe("Id of the project, the same as `gcp:project`."),
    dnsZone: z
      .string()
      .regex(
        /^[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/,
        "a managed zone's name: at most 63 lower-case letters, digits and hyphens, a letter first",
      )
      .describe("Name of the Cloud DNS managed zone that holds the domain."),
  })
  .describe(
    "The project and zone on Google Cloud. Required on gcp, and nowhere else.",
  ) satisfies z.ZodType<GcpPlatformSpec>;

/** A stack's place on Google Cloud, in its config. */
export const gcpPlatform: TargetPlatform = {
  schema: gcpPlatformSchema,
  describes: "a place on Google Cloud",
  meaning: "names the account and place of the stack",
  placeholders: { project: "name", dnsZone: "name" },
};

/** The place of the stack, which every resource needs. */
export function gcpPlatformOf({ gcp }: PlatformSpec): GcpPlatformSpec {
  if (gcp === undefined) throw new Error("the topology says nothing of its project: platform.gcp is missing");
  return gcp;
}
