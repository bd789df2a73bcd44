import { createHmac, randomBytes } from "node:crypto";
import { below } from "./paths";
import { isUnknown, isWireObject, type Wire, type WireObject, withoutSecrets } from "./wire";

/** Fingerprints of the secrets in a resource's inputs, or in a stack's outputs, by path. */
type Fingerprints = ReadonlyMap<string, string>;

/**
 * Plans show the same word for every secret, so secrets can't be compared in them. This map, beside the plans of this
 * process and never in them, only answers whether two secrets are the same: it has keyed hashes, and the key is never
 * written down.
 */
const kept = new WeakMap<object, Fingerprints>();
const key = randomBytes(32);

/** The key of a resource's replacement trigger beside its inputs, none of which has an empty name. */
export const triggerKey = "";

/**
 * Keeps fingerprints of the secrets of a resource, or of a stack's outputs: `shown` has the values as in the plan, `values`
 * as they are.
 */
export function keepFingerprints(owner: object, shown: WireObject, values: WireObject): void {
  const found = new Map<string, string>();
  collect(values, shown, "", found);
  kept.set(owner, found);
}

/**
 * Whether the secrets at two paths of two resources, or of two stacks' outputs, are the same; undefined if one of them is
 * unknown. One that is no secret is compared as the plan shows it: whether it is one is no difference to the engine.
 */
export function sameSecret(
  [first, firstPath]: readonly [object, string],
  [second, secondPath]: readonly [object, string],
  [before, after]: readonly [before: string, after: string],
): boolean | undefined {
  const [a, b] = [kept.get(first), kept.get(second)];
  if (a === undefined || b === undefined) return undefined;
  // In a plan of this process, a value without a fingerprint has no secret.
  return (a.get(firstPath) ?? fingerprint(before)) === (b.get(secondPath) ?? fingerprint(after));
}

/** Where the plan's value differs from the real one, a secret was removed. */
function collect(raw: Wire, shown: Wire, path: string, found: Map<string, string>): void {
  if (isUnknown(raw)) return;
  if (typeof shown === "string") {
    const value = withoutSecrets(raw);
    if (value !== shown) found.set(path, fingerprint(value));
  } else if (Array.isArray(shown)) {
    if (Array.isArray(raw))
      for (const [i, item] of shown.entries()) collect(raw[i] ?? null, item, below(path, i), found);
  } else if (isWireObject(shown) && isWireObject(raw)) {
    for (const [name, item] of Object.entries(shown)) collect(raw[name] ?? null, item, below(path, name), found);
  }
}

function fingerprint(value: Wire): string {
  return createHmac("sha256", key).update(JSON.stringify(value)).digest("base64");
}
