import type { PropertyChange, ResourceChange } from "../../../preview/model/change";
import { isWithin, type Step as PathStep, stepsOf } from "../../../preview/model/paths";
import { secretText } from "../../../preview/model/wire";
import type { Step } from "../support/events";

/** What Pulumi's engine says of why a resource changes: a part of its step. */
export type Reasons = Pick<Step, "keys" | "diffs" | "paths" | "replacing">;

type Said = Pick<ResourceChange, "causes" | "properties" | "custom">;

/** The engine's words for what is no property, by the beginning of ours. */
const ties: readonly (readonly [key: string, cause: string])[] = [
  ["deletedWith", "it is deleted with "],
  ["replaceWith", "it is replaced with "],
  ["provider", "it is of the provider "],
  ["provider", "its provider changes "],
];

/** Causes for which the engine names nothing: its step alone shows them. */
const unnamed = /^(?:its replacementTrigger |it imports |it becomes |it is only read )/;

/**
 * Where the engine and the comparison name other properties, or replace for other ones: a line each. The comparison's paths may go
 * further than the engine's, so the engine's has to be one of ours or the beginning of one. What can't be compared offline may be the
 * same to the engine. With `isOpen`, the engine may find more that differs.
 */
export function reasonDifferences(said: Said, engines: Reasons, isOpen = false): string[] {
  // Of a component the engine says only that it differs, and of a replacement for what is no property nothing at all. A provider that is
  // code of the program need not say what differs.
  const isTold = said.custom && !(isSilent(engines) && said.causes.some((cause) => isOther(cause) || isDynamic(cause)));
  const paths = isTold ? pathDifferences(said.properties, engines, isOpen) : [];
  return [...paths, ...replacementDifferences(said, engines)];
}

function isSilent({ diffs, paths }: Reasons): boolean {
  return diffs.length === 0 && paths.length === 0;
}

function isDynamic(cause: string): boolean {
  return cause.startsWith("it is unknown which properties of pulumi-nodejs:dynamic");
}

/** Whether a resource is replaced for something else than its own new inputs. */
function isOther(cause: string): boolean {
  return (
    unnamed.test(cause) || ties.some(([, words]) => cause.startsWith(words)) || / is deleted before it /.test(cause)
  );
}

function pathDifferences(ours: readonly PropertyChange[], { diffs, paths }: Reasons, isOpen: boolean): string[] {
  const theirs = paths.length > 0 ? paths : diffs;
  const known = ours.filter(({ kind }) => kind !== "not comparable");
  const more = isOpen ? [] : theirs;
  return [
    ...more.filter((path) => !ours.some((one) => names(path, one))).map((path) => `only the engine has ${path}`),
    ...known
      .filter((one) => !theirs.some((path) => names(path, one)))
      .map(({ path }) => `only the comparison has ${path}`),
  ];
}

function replacementDifferences({ causes, properties }: Said, { keys, replacing }: Reasons): string[] {
  const theirs = [...new Set([...keys, ...replacing])];
  const tied = ties.filter(([, cause]) => causes.some((one) => one.startsWith(cause))).map(([key]) => key);
  const forcing = properties.filter(({ forces }) => forces !== "nothing");
  const unfounded = theirs.filter(
    (key) =>
      !tied.includes(key) &&
      !causes.some((cause) => cause.startsWith(`${key} forces a replacement`)) &&
      !forcing.some((one) => names(key, one)),
  );
  // The engine looks at what is no property first, and then at nothing else.
  const missing =
    theirs.some((key) => tied.includes(key)) || causes.some((cause) => unnamed.test(cause))
      ? []
      : forcing.filter((one) => one.forces === "replace" && !theirs.some((key) => names(key, one)));
  return [
    ...unfounded.map((key) => `only the engine replaces for ${key}`),
    ...missing.map(({ path }) => `only the comparison replaces for ${path}`),
  ];
}

/**
 * Whether a path of the engine is one of ours, or its beginning. The engine counts the elements of lists, where the comparison finds the
 * ones that belong together: an index is any index. What is one
 * element, one order or one secret to the comparison is a list of members to the engine.
 */
function names(engines: string, { path, reason, before, after }: PropertyChange): boolean {
  const [theirs, ours] = [counted(engines), counted(path)];
  const isHidden = before === secretText || after === secretText;
  const isWhole = isHidden || typeof stepsOf(path).at(-1) === "number" || reason === "another order";
  return isWithin(ours, theirs) || (isWhole && isWithin(theirs, ours));
}

function counted(path: string): PathStep[] {
  return stepsOf(path).map((step) => (typeof step === "number" ? 0 : step));
}
