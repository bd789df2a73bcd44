import { z } from "zod";
import { actions } from "../actions";
import { diagnostic } from "./plan";
import { policyOutcome, violation } from "./policy";
import { shortText as short, sourcePosition, longText as text, wire } from "./text";

/** The effect of an update on one stack. The types of it (`change.ts`) are these schemas'. */

/** One property that differs, or can't be compared. */
export const propertyChange = z.object({
  /** Path of the property in the notation of policies: `settings.tier`, `containerDefinitions[0].image`, also into JSON text. */
  path: short,
  /** `not comparable`: a secret, or a value that is not known yet, on either side; never treated as equal. */
  kind: z.enum(["added", "removed", "changed", "not comparable"]),
  /** The value before, without the text of a secret; undefined if there was none. */
  before: wire.optional(),
  /** The value after, likewise. */
  after: wire.optional(),
  /** Why it can't be compared, in words. */
  reason: text.optional(),
  /** Whether this change alone replaces the resource. */
  forces: z.enum(["replace", "may replace", "nothing"]),
});

/** The change of one resource. */
export const resourceChange = z.object({
  action: z.enum(actions),
  urn: short,
  /** The URN in the base, if an alias gives another one. */
  renamedFrom: short.optional(),
  type: short,
  name: short,
  /** False for components, which do not exist in the cloud. */
  custom: z.boolean(),
  /** URN of the parent; undefined for the root stack. */
  parent: short.optional(),
  /** URNs of the resources that it is made of. */
  dependencies: z.array(short).readonly(),
  /** Properties that differ, by path; of a created resource every input as `added`, of a deleted one every input as `removed`. */
  properties: z.array(propertyChange).readonly(),
  /** Why it is replaced or deleted, in words: `dbName forces a replacement`, `it is no longer in the program`. */
  causes: z.array(text).readonly(),
  /** The data that would be lost if it is deleted or replaced, in words: `the database and its rows`. */
  dataLoss: text.optional(),
  /** Whether Pulumi refuses to delete it (the resource option `protect`, as set in the base). */
  protected: z.boolean(),
  /** Whether Pulumi forgets it and leaves it in the cloud (the resource option `retainOnDelete`, as set in the base). */
  retained: z.boolean(),
  /** Position in the program's source, if known. */
  source: sourcePosition.optional(),
});

/** Monthly cost, if it was given. */
export const monthlyCost = z.object({
  before: z.number().optional(),
  after: z.number(),
  /** ISO 4217. */
  currency: z.string().regex(/^[A-Z]{3}$/),
});

/** What a comparison adds to a plan. */
export const comparison = z.object({
  /** The engine that made the preview: ours, which asks no cloud, or Pulumi's own, which compares with the stack's state. */
  engine: z.enum(["offline", "pulumi"]),
  /** The base of the comparison: `main (1a2b3c4)`, `plan.json`, `the state of the stack`; undefined if there is none. */
  base: short.optional(),
  /** All resources, unchanged ones too: parents before children; a deleted one has its old place. */
  changes: z.array(resourceChange).max(100_000).readonly(),
  /**
   * Resources that are counted and not listed, as Pulumi's digest leaves out unchanged ones. Negative if that many of the
   * resources listed as unchanged are counted as something else.
   */
  unlisted: z.partialRecord(z.enum(actions), z.number().int().min(-10_000_000).max(10_000_000)).optional(),
  /** Number of secrets that were not compared, as the base is a file that shows none of them; undefined if all were. */
  secretsNotCompared: z.number().int().min(0).max(10_000_000).optional(),
  /** Outputs of the stack that differ, which other stacks may read; undefined if none does. */
  outputs: z.array(propertyChange).readonly().optional(),
  monthlyCost: monthlyCost.optional(),
  /** Verdicts of the base: they show which verdicts are new. Undefined if the base was not judged. */
  baseVerdicts: z
    .object({
      /** Verdicts of the base's own policies on the base. */
      base: z.array(violation).readonly(),
      /** If the policy pack differs in the base: that pack's verdicts on the head that it did not have on the base. */
      byBasePack: z.array(violation).readonly().optional(),
    })
    .optional(),
  /** A policy pack that differs from the base's; undefined if the packs are the base's, or did not run. */
  packChange: z
    .object({
      /** Its files that differ, by their paths from the repository's top. */
      files: z.array(short).max(10_000).readonly(),
      /** Why the base's pack could not judge, if it could not. */
      failure: text.optional(),
    })
    .optional(),
});

/** The effect of an update on one stack, as the comment and the HTML report read it. Plain data, as it travels in JSON. */
export const stackChange = comparison.extend({
  project: short,
  stack: short,
  /** Whether computed outputs were left unknown. */
  unknowns: z.boolean(),
  policy: policyOutcome,
  diagnostics: z.array(diagnostic).readonly(),
  durationSeconds: z.number(),
  /** Whether it was read from a file: the previewed code, or the policies that judged it, may have written that file. */
  fromFile: z.boolean().optional(),
});

/** A stack that could not be previewed. Plain data, as it travels in JSON. */
export const stackFailure = z.object({
  project: short,
  stack: short,
  /** The reason, in words for the program's author, without the text of a secret; may have several lines. */
  words: text,
  /** The intended base, as reports name it. */
  base: short.optional(),
  /** Whether it was read from a file: then the code that was previewed may have written it. */
  fromFile: z.boolean().optional(),
});
