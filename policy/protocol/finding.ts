import { isObject, parsed } from "./json";

/** What a rule has to say of a resource: the fields that a pack and an engine exchange. */
export interface Finding {
  /** Path of the property. */
  path: string;
  /** Its value, in words. */
  found: string;
  /** What is allowed. */
  required: string;
  /** How to fix it. */
  fix: string;
}

/** A finding as a sentence: for Pulumi's own command line, and where a report has one line for it. */
export function findingSentence({ path, found, required, fix }: Finding): string {
  return `${path} is ${found}; required: ${required}. ${fix}`;
}

/** A finding as the message of a policy, for an engine that asked for data. */
export function findingMessage({ path, found, required, fix }: Finding): string {
  return JSON.stringify({ path, found, required, fix });
}

/** The finding in such a message; undefined where it holds none. */
export function findingIn(message: string): Finding | undefined {
  const value = parsed(message);
  return isFinding(value) ? withTexts(value, (text) => text) : undefined;
}

/** The finding with each of its texts changed, such as one without secrets. */
export function withTexts({ path, found, required, fix }: Finding, change: (text: string) => string): Finding {
  return { path: change(path), found: change(found), required: change(required), fix: change(fix) };
}

/** Whether a value has the fields of a finding. */
export function isFinding(value: unknown): value is Finding {
  return (
    isObject(value) && [value.path, value.found, value.required, value.fix].every((one) => typeof one === "string")
  );
}
