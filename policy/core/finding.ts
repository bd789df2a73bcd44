import type { View } from "./view";

/** What a check has to say of a resource. */
export interface Finding {
  /** Path of the property. */
  path: string;
  /** The value, in words. */
  found: string;
  /** What is allowed. */
  required: string;
  /** In the place of the rule's own words on how to fix it. */
  fix?: string;
}

/** What a value has to be: a test, and how to say it. */
export interface Requirement {
  words: string;
  allows(value: View): boolean;
}

/** The value has to be there and be true. */
export const isTrue: Requirement = { words: "true", allows: (value) => value.boolean() === true };

/** The value has to be there and be false. */
export const isFalse: Requirement = { words: "false", allows: (value) => value.boolean() === false };

/** The value may be absent, but must not be true. */
export const isNotTrue: Requirement = { words: "false", allows: (value) => value.boolean() !== true };

/** The value may be absent, but must not be false. */
export const isNotFalse: Requirement = { words: "true", allows: (value) => value.boolean() !== false };

/** The value has to be there, and be no empty text. */
export const isSet: Requirement = { words: "a value", allows: (value) => value.isSet && value.text() !== "" };

/** A list has to be there and have elements. */
export const hasItems: Requirement = {
  words: "at least one",
  allows: (value) => value.as<unknown[]>().items().length > 0,
};

/** The value has to be one of these texts. */
export function isOneOf(texts: readonly string[]): Requirement {
  return {
    words: texts.length === 1 ? JSON.stringify(texts[0]) : `one of ${texts.join(", ")}`,
    allows: (value) => texts.includes(value.text() ?? ""),
  };
}

/** The value must not be one of these texts. */
export function isNoneOf(texts: readonly string[]): Requirement {
  return {
    words: `not ${texts.map((text) => JSON.stringify(text)).join(" or ")}`,
    allows: (value) => !texts.includes(value.text() ?? ""),
  };
}

/** The value has to be text of that form. */
export function matches(form: RegExp, words: string): Requirement {
  return { words, allows: (value) => form.test(value.text() ?? "") };
}

/** The value has to be a number of at least that. */
export function isAtLeast(minimum: number, unit: string): Requirement {
  return { words: `at least ${minimum} ${unit}`, allows: (value) => (value.number() ?? -Infinity) >= minimum };
}

/** Holds a value against a requirement. An unknown value is left for the update, when it is known. */
export function must(value: View, requirement: Requirement, fix?: string): Finding[] {
  if (!value.known || requirement.allows(value)) return [];
  return [{ path: value.path, found: value.shown(), required: requirement.words, fix }];
}

/** As `must`, for a value that may be left out because its default is safe. */
export function mustIfSet(value: View, requirement: Requirement, fix?: string): Finding[] {
  return value.isSet ? must(value, requirement, fix) : [];
}

/** As `must`, for several values of which one is enough; the finding is of the first. */
export function mustOne(values: readonly View[], requirement: Requirement, fix?: string): Finding[] {
  const [first] = values;
  if (first === undefined || values.some((value) => !value.known || requirement.allows(value))) return [];
  return [{ path: first.path, found: first.shown(), required: requirement.words, fix }];
}
