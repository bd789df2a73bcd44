import { isWireObject, readable, type Wire, type WireObject } from "../../engine/wire";
import { visible } from "../../visible";
import { jsonIn, mostLevels } from "../json-text";
import { type EngineEvent, engineEvent, type StepMetadata } from "./events";

/** Diagnostics that a report of a change has: what the program prints is none. */
const told = new Set(["warning", "error"]);
/** Most characters of a file's own words in a line of ours. */
const mostShown = 300;

/** What is left of an event: nothing where no report reads it; or what is wrong with the line that should be one. */
export type Stripped = { event: EngineEvent } | "nothing" | { mistake: string };

/**
 * An event of Pulumi's log with what reports read, and no more: of diagnostics the warnings and errors, of states the inputs, with
 * the place of each secret. So whatever Pulumi adds to its events stays out. Texts of warnings, errors and policies are kept as
 * they are.
 */
export function strippedEvent(line: string): Stripped {
  const found = jsonIn(line);
  if (found === "no JSON") return { mistake: "it is no JSON" };
  if (found === "too deep") {
    return { mistake: `it has objects and lists more than ${mostLevels} deep in one another` };
  }
  // Before its shape is looked at: a message that is left out may be as long as it likes.
  const value = withoutTalk(found.value);
  const event = engineEvent.safeParse(value);
  if (!event.success) {
    const [issue] = event.error.issues;
    const words = `${issue?.path.join(".") || "it"}: ${issue?.message ?? "is wrong"}`;
    return { mistake: visible(words).slice(0, mostShown) };
  }
  const { sequence: _, ...kinds } = event.data;
  return Object.values(kinds).every((kind) => kind === undefined) ? "nothing" : { event: masked(event.data) };
}

function withoutTalk(value: Wire): Wire {
  if (!isWireObject(value) || !isWireObject(value.diagnosticEvent)) return value;
  const { diagnosticEvent, ...others } = value;
  const { severity, ephemeral } = diagnosticEvent;
  return typeof severity === "string" && told.has(severity) && ephemeral !== true ? value : others;
}

function masked({ resourcePreEvent: begun, resOutputsEvent: done, ...others }: EngineEvent): EngineEvent {
  return {
    ...others,
    ...(begun === undefined ? {} : { resourcePreEvent: { metadata: maskedStep(begun.metadata) } }),
    ...(done === undefined ? {} : { resOutputsEvent: { metadata: maskedStep(done.metadata) } }),
  };
}

function maskedStep({ old, new: now, ...others }: StepMetadata): StepMetadata {
  return { ...others, old: maskedState(old), new: maskedState(now) };
}

type State = StepMetadata["old"];

function maskedState(state: State): State {
  if (!state) return state;
  const { inputs, ...others } = state;
  return { ...others, ...(inputs ? { inputs: maskedInputs(inputs) } : {}) };
}

/** As reports show them: the log has a secret's cipher text, or its plain one where `--show-secrets` was given. */
function maskedInputs(inputs: WireObject): WireObject {
  return Object.fromEntries(Object.entries(inputs).map(([key, value]) => [key, readable(value)]));
}
