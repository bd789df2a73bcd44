import { z } from "zod";
import type { Finding } from "../../policy/protocol/finding";
import type { Note } from "../../policy/protocol/note";
import { actions } from "../model/change";

/** The schemas of the JSON that `isotopo preview --format json` writes, for readers that do not trust the file. */

/** A message. */
export const longText = z.string().max(1_000_000);
/** A name, a path, a URN. */
export const shortText = z.string().max(10_000);
const [text, short] = [longText, shortText];
const object = z.record(z.string(), z.json());
const source = z.object({ file: short, line: z.number().int().optional() });

const diagnostic = z.object({
  severity: z.enum(["debug", "info", "warning", "error"]),
  message: text,
  urn: short.optional(),
});

const severity = z.enum(["low", "medium", "high", "critical", "unspecified"]);
const level = z.enum(["advisory", "mandatory", "disabled", "remediate"]);

const finding = z.object({ path: short, found: text, required: text, fix: text }) satisfies z.ZodType<Finding>;

const note = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("profile"), profile: short, reason: text }),
  z.object({
    kind: z.literal("undetermined"),
    rules: z.array(z.object({ rule: short, paths: z.array(short) })),
  }),
  z.object({
    kind: z.literal("exemption"),
    state: z.enum(["used", "expired", "unmatched"]),
    ...{ rule: short, owner: text, expires: short, reason: text, place: text, of: text },
    findings: z.array(finding),
  }),
  z.object({
    kind: z.literal("unjudged"),
    types: z.array(z.object({ type: short, resources: z.number() })),
    resources: z.number(),
    providers: z.array(short),
  }),
]) satisfies z.ZodType<Note>;

const policy = z.object({
  packs: z.array(z.object({ name: short, version: short, rules: z.number(), folder: short })),
  rules: z.number(),
  violations: z.array(
    z.object({
      ...{ policyPack: short, policyPackVersion: short, policy: short, severity, enforcementLevel: level },
      ...{ urn: short, property: short.optional(), message: text },
      ...{ found: text.optional(), required: text.optional(), fix: text.optional() },
    }),
  ),
  notes: z.array(z.object({ policy: short, urn: short, message: text, data: note.optional() })),
  judged: z.array(
    z.object({
      ...{ name: short, title: short, severity, level, fix: text, source: short },
      ...{ tags: z.array(short), resources: z.number() },
    }),
  ),
});

const propertyChange = z.object({
  path: short,
  kind: z.enum(["added", "removed", "changed", "not comparable"]),
  before: z.json().optional(),
  after: z.json().optional(),
  reason: text.optional(),
  forces: z.enum(["replace", "may replace", "nothing"]),
});

const resourceChange = z.object({
  action: z.enum(actions),
  ...{ urn: short, renamedFrom: short.optional(), type: short, name: short, custom: z.boolean() },
  ...{ parent: short.optional(), dependencies: z.array(short), properties: z.array(propertyChange) },
  ...{ causes: z.array(text), dataLoss: text.optional(), protected: z.boolean(), retained: z.boolean() },
  source: source.optional(),
});

const cost = z.object({ before: z.number().optional(), after: z.number(), currency: z.string().regex(/^[A-Z]{3}$/) });

const violations = policy.shape.violations;

const comparison = z.object({
  engine: z.enum(["offline", "pulumi"]),
  base: short.optional(),
  changes: z.array(resourceChange).max(100_000),
  outputs: z.array(propertyChange).optional(),
  unlisted: z.partialRecord(z.enum(actions), z.number().int().min(-10_000_000).max(10_000_000)).optional(),
  secretsNotCompared: z.number().int().min(0).max(10_000_000).optional(),
  monthlyCost: cost.optional(),
  baseVerdicts: z.object({ base: violations, byBasePack: violations.optional() }).optional(),
  packChange: z.object({ files: z.array(short).max(10_000), failure: text.optional() }).optional(),
});

const newState = z.object({
  ...{ urn: short, type: short, custom: z.boolean(), id: short.optional(), inputs: object, outputs: object },
  ...{ parent: short.optional(), protect: z.boolean(), dependencies: z.array(short) },
  ...{ propertyDependencies: z.record(z.string(), z.array(short)), provider: short },
  ...{ aliases: z.array(short), ignoreChanges: z.array(short), replaceOnChanges: z.array(short).optional() },
  ...{
    deleteBeforeReplace: z.boolean().optional(),
    retainOnDelete: z.boolean().optional(),
    deletedWith: short.optional(),
  },
});

const step = z.object({
  op: short,
  urn: short,
  newState: newState.optional(),
  source: source.optional(),
});

/** A folder within a repository: no path leads out of it, and each character is valid in an address. */
const folder = short
  .regex(/^(?![/\\])(?!(?:.*[/\\])?\.\.(?:[/\\]|$))[^:]*$/s)
  .regex(/^[^\p{Cs}\p{Cc}]*$/u, "has a character that no folder has");

/** One stack. */
export const stackDocument = z.object({
  ...{ project: short, stack: short, unknowns: z.boolean(), duration: z.number() },
  ...{ config: z.record(z.string(), text), outputs: object, steps: z.array(step).max(100_000) },
  ...{ diagnostics: z.array(diagnostic), policy },
  comparison: comparison.optional(),
  folder: folder.optional(),
});
export type StackDocument = z.infer<typeof stackDocument>;

/** Stacks that could not be previewed; missing in documents of older versions. */
export const failuresDocument = z
  .array(z.object({ project: short, stack: short, words: text, base: short.optional() }))
  .max(10_000)
  .default([]);

/** Monthly costs, by stack. */
export const costsDocument = z.record(z.string(), cost);
