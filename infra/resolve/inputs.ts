import type { ApplicationFacts } from "../apps/application";
import type { Settings } from "../config/settings";
import { fallback, type Origin, Traced } from "./traced";

/** The input that all concepts share. */
export interface ResolveInputs {
  facts: ApplicationFacts;
  settings: Settings;
  /** Origin of the setting at a path: the environment, or the stack's override. */
  settingOrigin: (path: string) => Origin;
}

/** Versions of generated passwords and secrets that the stack raised. */
export interface Rotated {
  rotate: Readonly<Record<string, number>>;
}

/** Version of a generated password or secret: 1 until the stack raises it. */
export function versionOf(rotate: Readonly<Record<string, number>>, name: string): Traced<number> {
  const raised = rotate[name];
  return raised === undefined ? fallback(1) : new Traced(raised, "stack");
}
