import { readFileSync } from "node:fs";
import { z } from "zod";

/** A step of Pulumi's engine: what it did with one resource. */
export interface Step {
  /** Its word for it: `create`, `update`, `same`, `create-replacement`, `replace`, `delete-replaced`, `delete`, `read`, `refresh`. */
  op: string;
  urn: string;
  type: string;
  /** Why it is replaced: names of properties, or of what else the engine looks at (`provider`, `deletedWith`). */
  keys: readonly string[];
  /** Properties that differ. */
  diffs: readonly string[];
  /** Their paths, where the engine has these; and the ones among them that replace it. */
  paths: readonly string[];
  replacing: readonly string[];
}

/** How a command of Pulumi's CLI ended, by its event log. */
export interface EngineLog {
  /** Steps that ended well, in the order in which they ended. */
  steps: readonly Step[];
  /** Steps that failed. */
  failed: readonly Step[];
  /** Errors of the engine and of the program, as a person sees them. */
  errors: readonly string[];
}

const state = z.object({ custom: z.boolean().default(false) }).nullish();
const metadata = z.object({
  metadata: z.object({
    op: z.string(),
    urn: z.string(),
    type: z.string(),
    old: state,
    new: state,
    keys: z.array(z.string()).nullish(),
    diffs: z.array(z.string()).nullish(),
    detailedDiff: z.record(z.string(), z.object({ diffKind: z.string() })).nullish(),
  }),
});
const event = z.object({
  resourcePreEvent: metadata.optional(),
  resOutputsEvent: metadata.optional(),
  resOpFailedEvent: metadata.optional(),
  diagnosticEvent: z.object({ severity: z.string(), message: z.string() }).optional(),
});

/** Reads the log of `--event-log`. */
export function readEngineLog(file: string): EngineLog {
  const events = readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.includes('"severity":"debug"'))
    .map((line) => event.parse(JSON.parse(line)));
  const failed = events.flatMap(({ resOpFailedEvent }) => resOpFailedEvent ?? []).map(stepOf);
  const done = events.flatMap(({ resourcePreEvent, resOutputsEvent }) => {
    // The engine makes a component where it is registered; the end of it comes with its outputs, if the program gets that far.
    if (resourcePreEvent !== undefined && isComponent(resourcePreEvent)) return [resourcePreEvent];
    return resOutputsEvent !== undefined && !isComponent(resOutputsEvent) ? [resOutputsEvent] : [];
  });
  return {
    steps: done.map(stepOf),
    failed,
    errors: events.flatMap(({ diagnosticEvent }) =>
      diagnosticEvent?.severity === "error" ? [diagnosticEvent.message] : [],
    ),
  };
}

function isComponent({ metadata: { new: after, old: before } }: z.infer<typeof metadata>): boolean {
  return (after ?? before)?.custom === false;
}

function stepOf({ metadata: { op, urn, type, keys, diffs, detailedDiff } }: z.infer<typeof metadata>): Step {
  const detailed = Object.entries(detailedDiff ?? {});
  const replacing = detailed.filter(([, { diffKind }]) => diffKind.endsWith("-replace"));
  return {
    op,
    urn,
    type,
    keys: keys ?? [],
    diffs: diffs ?? [],
    paths: detailed.map(([path]) => path),
    replacing: replacing.map(([path]) => path),
  };
}
