import type { z } from "zod";
import type { PlatformSpec, Target } from "../../components/contract";
import { isTarget, targetNames, targets } from "../../components/targets";

/**
 * A config's schema with a key for each target whose place needs a description; the key is the target's name. The schema's
 * type does not list these keys: they are `PlatformSpec`, which the targets' own schemas satisfy.
 */
export function withPlatforms<Schema extends z.ZodObject>(
  schema: Schema,
  of: (target: Target) => z.ZodObject | undefined,
): Schema;
export function withPlatforms(schema: z.ZodObject, of: (target: Target) => z.ZodObject | undefined): z.ZodObject {
  const keys = targetNames.flatMap((name) => {
    const platform = of(targets[name]);
    return platform === undefined ? [] : [[name, platform.optional().describe(platform.description ?? "")] as const];
  });
  return schema.extend(Object.fromEntries(keys));
}

/** The place in a config: the keys that are named after targets. */
export function platformOf(config: PlatformSpec): PlatformSpec {
  const platforms = Object.entries(config).filter(([key, value]) => isTarget(key) && value !== undefined);
  return Object.fromEntries(platforms);
}
