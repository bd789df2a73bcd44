import { z } from "zod";
import type { Finding } from "../../../policy/protocol/finding";
import type { Note as NoteData } from "../../../policy/protocol/note";
import { shortText as short, sourcePosition, longText as text } from "./text";

/** What policies say. The types of it (`plan.ts`) are these schemas'. */

const severity = z.enum(["low", "medium", "high", "critical", "unspecified"]);

/** How hard a policy is enforced. */
export const enforcementLevel = z.enum(["advisory", "mandatory", "disabled", "remediate"]);

const finding = z.object({ path: short, found: text, required: text, fix: text }) satisfies z.ZodType<Finding>;

const noteData = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("profile"), profile: short, reason: text }),
  z.object({
    kind: z.literal("undetermined"),
    rules: z.array(z.object({ rule: short, paths: z.array(short) })),
  }),
  z.object({
    kind: z.literal("exemption"),
    state: z.enum(["used", "expired", "unmatched"]),
    rule: short,
    owner: text,
    expires: short,
    reason: text,
    place: text,
    of: text,
    findings: z.array(finding),
  }),
  z.object({
    kind: z.literal("unjudged"),
    types: z.array(z.object({ type: short, resources: z.number() })),
    resources: z.number(),
    providers: z.array(short),
  }),
]) satisfies z.ZodType<NoteData>;

/** A policy that a resource, or the stack as a whole, does not satisfy. */
export const violation = z.object({
  policyPack: short,
  policyPackVersion: short,
  policy: short,
  severity,
  enforcementLevel,
  urn: short,
  /** Path of the property, if known. */
  property: short.optional(),
  /** The found value, in words; set, with the next two fields, if the pack sends findings as data. */
  found: text.optional(),
  /** The allowed values. */
  required: text.optional(),
  /** The fix. */
  fix: text.optional(),
  /** Position of that property, if it is known more exactly than the resource's. */
  source: sourcePosition.optional(),
  /** The whole finding, in a sentence. */
  message: text,
});

/** A message of a pack beside its verdicts: undetermined rules, exemptions. */
export const note = z.object({
  /** The policy that sends it: `undetermined` or `exemptions` in our own pack. */
  policy: short,
  urn: short,
  /** The whole note, in a sentence. */
  message: text,
  /** The same as data, if the pack sends data. */
  data: noteData.optional(),
});

/** A rule of a pack, as the pack describes it. */
export const policyRule = z.object({
  name: short,
  title: short,
  severity,
  /** Level without policy config. */
  level: enforcementLevel,
  fix: text,
  /** Source of the requirement. */
  source: short,
  /** Controls of frameworks, for example `SOC 2 CC6.1`. */
  tags: z.array(short),
});

/** A pack that judged. */
const policyPack = z.object({
  name: short,
  version: short,
  /** Number of its rules. */
  rules: z.number(),
  /** Its folder, as the user named it. */
  folder: short,
});

/** The verdicts of the policy packs. */
export const policyOutcome = z.object({
  packs: z.array(policyPack),
  /** Number of rules that were evaluated. */
  rules: z.number(),
  violations: z.array(violation),
  notes: z.array(note),
  /** The rules of all packs, each with the number of resources, or stacks, that it was asked about. */
  judged: z.array(policyRule.extend({ resources: z.number() })),
});
