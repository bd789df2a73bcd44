import { z } from "zod";
import { policyOutcome } from "./policy";
import { shortText as short, sourcePosition, longText as text, wire, wireObject } from "./text";

/** The result of a preview. The types of it (`plan.ts`) are these schemas'. */

/** A message of a run to its user. */
export const diagnostic = z.object({
  severity: z.enum(["debug", "info", "warning", "error"]),
  message: text,
  urn: short.optional(),
});

/** Timeouts of operations, in seconds. */
const customTimeouts = z.object({
  create: z.number().optional(),
  update: z.number().optional(),
  delete: z.number().optional(),
  read: z.number().optional(),
});

/** A resource's state in a plan, in a form that can be shown: no text of a secret, unknown values marked. */
export const resourceState = z.object({
  urn: short,
  type: short,
  /** False for components, which do not exist in the cloud. */
  custom: z.boolean(),
  /** URN of the parent; undefined for the root stack. */
  parent: short.optional(),
  /** The provider's id of it; unknown ids are left out. */
  id: short.optional(),
  inputs: wireObject,
  outputs: wireObject,
  dependencies: z.array(short),
  propertyDependencies: z.record(z.string(), z.array(short)),
  protect: z.boolean(),
  /** Reference of the provider, `urn::id`; empty for components. */
  provider: short,
  ignoreChanges: z.array(short),
  aliases: z.array(short),
  deleteBeforeReplace: z.boolean().optional(),
  retainOnDelete: z.boolean().optional(),
  /** Paths whose change replaces it, if the program set any. */
  replaceOnChanges: z.array(short).optional(),
  /** Paths whose values a difference does not show, if the program set any. */
  hideDiff: z.array(short).optional(),
  /** URN of a resource whose deletion deletes this one too. */
  deletedWith: short.optional(),
  /** URNs of resources whose replacement replaces it too. */
  replaceWith: z.array(short).optional(),
  /** A value whose change replaces it. */
  replacementTrigger: wire.optional(),
  /** Outputs that are secret, beside those that the provider knows. */
  additionalSecretOutputs: z.array(short).optional(),
  /** How long its operations may take, in seconds, where the program says so. */
  customTimeouts: customTimeouts.optional(),
  /** The id of a resource of the cloud that it takes over. */
  importID: short.optional(),
});

/** One resource of a plan. */
export const planResource = resourceState.extend({
  /** The operation on it. Without a base to compare with, everything is created. */
  op: z.enum(["create", "import", "read"]),
  name: short,
  /** Names of the hooks that run before it is made, and when one of its operations fails; undefined where it has neither. */
  hooks: z
    .object({
      beforeCreate: z.array(short),
      /** They decide whether a failed operation is tried again. */
      onError: z.array(short),
    })
    .optional(),
  /** Position in the program's source, if known. */
  source: sourcePosition.optional(),
});

/** The result of a preview: all reports read it. */
export const plan = z.object({
  project: short,
  stack: short,
  /** The stack's config, secrets marked. */
  config: z.record(z.string(), text),
  /** Sorted: parents before children, then by URN; the same for the same program. */
  resources: z.array(planResource).max(100_000),
  stackOutputs: z.record(z.string(), wire),
  diagnostics: z.array(diagnostic),
  policy: policyOutcome,
  /** Whether computed outputs were left unknown. */
  unknowns: z.boolean(),
  durationSeconds: z.number(),
});
