import { z } from "zod";
import { registryTargets, targets } from "../components/targets";
import { withPlatforms } from "../infra/config/platforms";
import { stackConfigSchema } from "../infra/config/schema";

const { app, notifications, costCenter } = stackConfigSchema.shape;

/** "account ids on aws, project numbers on gcp" */
const pullers = registryTargets.flatMap((name) => {
  const are = targets[name].registry?.pullers.are;
  return are === undefined ? [] : [`${are} on ${name}`];
});

/** The keys that every target has. */
const commonSchema = z.strictObject({
  app,
  cloud: z.enum(registryTargets).describe("Cloud on which the repositories stand."),
  region: z
    .string()
    .min(1, "a text that is not empty")
    .describe("The cloud's name of the region; stacks of any region pull from it."),
  notifications,
  costCenter,
  pullers: z
    .array(z.string())
    .default([])
    .describe(`Who beside the registry's own place may pull: ${pullers.join(", ")}.`),
  untaggedRetentionDays: z
    .int()
    .min(1)
    .max(365)
    .default(14)
    .describe("Images without a tag are deleted after this number of days."),
  keepTagged: z
    .int()
    .min(1)
    .max(1000)
    .default(100)
    .describe("How many tagged images are kept, beside those whose tag begins with `release-`. On gcp all are."),
  protect: z
    .boolean()
    .default(true)
    .describe("Hold the repositories: Pulumi's `protect`, and no deletion with images."),
  customerManagedKeys: z
    .boolean()
    .default(false)
    .describe(
      "Encrypt images with a key of the stack's own on gcp; on aws they always are. Decide before the first `up`.",
    ),
});

/** The keys of a registry's stack under `isotopo:`. Their descriptions are the documentation. */
export const registryConfigSchema = withPlatforms(commonSchema, ({ registry }) => registry?.platform);
