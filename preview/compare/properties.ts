import { documentIn } from "../model/json-text";
import { below } from "../model/paths";
import { isWireObject, secretText, unknownText, type Wire, type WireObject } from "../model/wire";
import { alignedItems, isReordered } from "./lists";

/** A difference between two values, before its effect on the resource is known. */
export interface Difference {
  path: string;
  kind: "added" | "removed" | "changed" | "not comparable";
  before?: Wire;
  after?: Wire;
  reason?: string;
}

/** Compares values that a plan hides, at the path before and the path after. */
export interface Alike {
  /** Whether two values are the same, as the plans show them, of which one or both are secret; undefined if unknown. */
  secret(before: string, after: string, shown: readonly [before: string, after: string]): boolean | undefined;
  /** Whether two unknown values have the same cause. */
  unknown(before: string, after: string): boolean;
  /** Whether the text at a path is a JSON document to its provider; by default, none is. */
  document?(path: string): boolean;
}

/** A value on both sides, each with its own path: lists are aligned, so that the index may differ. */
interface Place {
  before: string;
  after: string;
}

/** Why a secret can't be compared. */
export const secretReason = "a secret, which only its program holds";
/** Why JSON text that means the same is changed. */
const otherForm = "the same JSON in another form";
const unknownReason = "not known before the update";

/** Differences between the properties of a resource before and after, member by member, in the order of their paths. */
export function differences(before: WireObject, after: WireObject, alike: Alike): Difference[] {
  return inObjects(before, after, { before: "", after: "" }, alike);
}

function inValues(before: Wire | undefined, after: Wire | undefined, at: Place, alike: Alike): Difference[] {
  const path = after === undefined ? at.before : at.after;
  if (before === undefined) return after === undefined ? [] : [{ path, kind: "added", after }];
  if (after === undefined) return [{ path, kind: "removed", before }];
  if (isUnknownText(before) || isUnknownText(after)) {
    if (before === after && alike.unknown(at.before, at.after)) return [];
    return [{ path, kind: "not comparable", before, after, reason: unknownReason }];
  }
  if (isWireObject(before) && isWireObject(after)) {
    return haveSameContents(before, after) ? [] : inObjects(before, after, at, alike);
  }
  if (Array.isArray(before) && Array.isArray(after)) return inLists(before, after, at, alike);
  if (typeof before === "string" && typeof after === "string") return inTexts(before, after, at, alike);
  return before === after ? [] : [{ path, kind: "changed", before, after }];
}

function inObjects(before: WireObject, after: WireObject, at: Place, alike: Alike): Difference[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return keys.flatMap((key) =>
    inValues(own(before, key), own(after, key), { before: below(at.before, key), after: below(at.after, key) }, alike),
  );
}

/** Files of the same contents are the same, wherever they are (`Equals` in `sdk/go/common/resource/asset`). */
function haveSameContents(before: WireObject, after: WireObject): boolean {
  const kind = ["asset", "archive"].find((key) => [before, after].every((file) => isFile(file, key)));
  return kind !== undefined && before.hash === after.hash && before.hash !== unknownText;
}

function isFile(value: WireObject, kind: string): boolean {
  return Object.keys(value).length === 2 && typeof value[kind] === "string" && typeof value.hash === "string";
}

function inLists(before: readonly Wire[], after: readonly Wire[], at: Place, alike: Alike): Difference[] {
  const pairs = alignedItems(before, after);
  const inner = pairs.flatMap(([i, j]) =>
    inValues(
      i === undefined ? undefined : before[i],
      j === undefined ? undefined : after[j],
      { before: below(at.before, i ?? 0), after: below(at.after, j ?? 0) },
      alike,
    ),
  );
  if (!isReordered(pairs)) return inner;
  return [
    { path: at.after, kind: "changed", before: [...before], after: [...after], reason: "another order" },
    ...inner,
  ];
}

/** What differs in JSON text is told by its members. Spaces and the order of keys are a difference but in a document. */
function inTexts(before: string, after: string, at: Place, alike: Alike): Difference[] {
  const hidden = before.includes(secretText) || after.includes(secretText);
  const same = hidden ? alike.secret(at.before, at.after, [before, after]) : before === after;
  if (same === true) return [];
  const [old, now] = [documentIn(before), documentIn(after)];
  if (old !== undefined && now !== undefined) {
    // A secret inside a document has no fingerprint of its own, and can't be separated from the text around it.
    const inside = inValues(old, now, at, { ...alike, secret: () => undefined, document: undefined });
    if (inside.length > 0 || same === undefined) return inside;
    if (hidden) return [{ path: at.after, kind: "changed", before: secretText, after: secretText }];
    return alike.document?.(at.after) ? [] : [{ path: at.after, kind: "changed", before, after, reason: otherForm }];
  }
  if (same === undefined && before === after) {
    return [{ path: at.after, kind: "not comparable", before, after, reason: secretReason }];
  }
  return [{ path: at.after, kind: "changed", before, after }];
}

function isUnknownText(value: Wire): boolean {
  return value === unknownText;
}

/** A member of an object from a file may have the name `__proto__`. */
function own(object: WireObject, key: string): Wire | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}
