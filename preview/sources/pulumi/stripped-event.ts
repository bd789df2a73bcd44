import { jsonIn, mostLevels } from "../../model/json-text";
import { visible } from "../../model/visible";
import { isWireObject, readable, type Wire, type WireObject } from "../../model/wire";
import { type EngineEvent, engineEvent, type StepMetadata } from "./events";

/** Diagnostics that reports show: a program's plain output is not among them. */
const kept = new Set(["warning", "error"]);
/** Longest text from a file in a line of our own, in characters. */
const mostShown = 300;

/** The stripped event; "nothing" if no report reads it; or why the line is no event. */
export type Stripped = { event: EngineEvent } | "nothing" | { mistake: string };

/**
 * An event of Pulumi's log, reduced to the parts that reports read: of diagnostics the warnings and errors, of states the
 * inputs, with the place of each secret. So fields that Pulumi adds later stay out. Texts of warnings, errors and policies
 * are kept unchanged.
 */
export function strippedEvent(line: string): Stripped {
  const found = jsonIn(line);
  if (found === "no JSON") return { mistake: "it is no JSON" };
  if (found === "too deep") {
    return { mistake: `it has objects and lists more than ${mostLevels} deep in one another` };
  }
  // Before the shape is checked: a message that is left out may have any length.
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
  return typeof severity === "string" && kept.has(severity) && ephemeral !== true ? value : others;
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

/** As reports show them: the log has a secret's cipher text, or with `--show-secrets` its plain text. */
function maskedInputs(inputs: WireObject): WireObject {
  return Object.fromEntries(Object.entries(inputs).map(([key, value]) => [key, readable(value)]));
}
