import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { secretText } from "../../policy/protocol/secrets/mark";
import { signatureKey, signatures } from "../../policy/protocol/signatures";
import { specialOf } from "./special";
import type { Wire, WireObject } from "./wire-value";

export type { Wire, WireObject } from "./wire-value";

/** The value that means "not known yet". */
export const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
/** Unknowns of other types, as the SDK may send them (`sdk/go/common/resource/plugin/rpc.go`). */
const unknowns = new Set([
  unknown,
  "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
  "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
  "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
  "030794c1-ac77-496b-92df-f27374a8bd58",
  "e48ece36-62e2-4504-bad9-02848725956a",
  "dd056dcd-154b-4c76-9bd3-c8f88648b5ff",
]);

/** The words that reports show for a secret, and for a value that is not known yet. */
export { secretText };
export const unknownText = "[unknown]";

export function isWireObject(value: Wire | undefined): value is WireObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function isUnknown(value: Wire | undefined): boolean {
  return typeof value === "string" && unknowns.has(value);
}

/** Whether it is marked as secret. */
export function isSecret(value: Wire | undefined): value is WireObject {
  return isWireObject(value) && value[signatureKey] === signatures.secret;
}

/** Whether it is an asset: a file or a text that goes to the cloud unchanged. */
export function isAsset(value: Wire | undefined): value is WireObject {
  return isWireObject(value) && value[signatureKey] === signatures.asset;
}

/** Whether it is an archive of assets. */
export function isArchive(value: Wire | undefined): value is WireObject {
  return isWireObject(value) && value[signatureKey] === signatures.archive;
}

/** Marks a value as secret; a secret stays one. */
export function secret(value: Wire): Wire {
  return isSecret(value) ? value : { [signatureKey]: signatures.secret, value };
}

/** A value without the secret marks in it. */
export function withoutSecrets(value: Wire): Wire {
  const special = isWireObject(value) ? specialOf(value) : undefined;
  if (special?.kind === "secret") return withoutSecrets(special.value ?? unknown);
  if (Array.isArray(value)) return value.map(withoutSecrets);
  return isWireObject(value) ? mapObject(value, withoutSecrets) : value;
}

/** Whether anything in it is secret. */
export function containsSecret(value: Wire): boolean {
  if (isSecret(value) || isSecretOutput(value)) return true;
  if (Array.isArray(value)) return value.some(containsSecret);
  return isWireObject(value) && Object.values(value).some(containsSecret);
}

function isSecretOutput(value: Wire): boolean {
  const special = isWireObject(value) ? specialOf(value) : undefined;
  return special?.kind === "output" && special.secret;
}

/** Whether anything in it is unknown. */
export function containsUnknown(value: Wire): boolean {
  if (isUnknown(value)) return true;
  if (Array.isArray(value)) return value.some(containsUnknown);
  if (!isWireObject(value)) return false;
  const special = specialOf(value);
  return (special?.kind === "output" && special.value === undefined) || Object.values(value).some(containsUnknown);
}

/** The content of a message's properties: plain values with secret marks, and the URNs that they depend on. */
export interface Normalized {
  value: Wire;
  dependencies: Set<string>;
}

/** Replaces output values by their content: the value, secret or unknown if they are marked so. */
export function normalize(value: Wire, dependencies = new Set<string>()): Normalized {
  return { value: normalizeInto(value, dependencies), dependencies };
}

function normalizeInto(value: Wire, dependencies: Set<string>): Wire {
  if (isUnknown(value)) return unknown;
  if (Array.isArray(value)) return value.map((item) => normalizeInto(item, dependencies));
  if (!isWireObject(value)) return value;
  if (value[signatureKey] !== signatures.output) return mapObject(value, (item) => normalizeInto(item, dependencies));
  for (const urn of Array.isArray(value.dependencies) ? value.dependencies : []) {
    if (typeof urn === "string") dependencies.add(urn);
  }
  const inner = value.value === undefined ? unknown : normalizeInto(value.value, dependencies);
  return value.secret === true ? secret(inner) : inner;
}

/** The form in which reports show a value: no text of a secret, no signature. */
export function readable(value: Wire): Wire {
  if (isUnknown(value)) return unknownText;
  if (Array.isArray(value)) return value.map(readable);
  if (!isWireObject(value)) return value;
  const special = specialOf(value);
  switch (special?.kind) {
    case undefined:
      return mapObject(value, readable);
    case "secret":
      return secretText;
    case "output":
      return special.secret ? secretText : readable(special.value ?? unknown);
    case "resource":
      return special.urn ?? null;
    case "asset":
      return { asset: readable(special.content ?? null), ...contentsOf(value) };
    case "archive":
      return { archive: readable(special.content ?? null), ...contentsOf(value) };
    case "float":
      return special.value === undefined ? unknownText : String(special.value);
    case "bytes":
      return special.value ?? unknownText;
    default:
      return readable(Object.fromEntries(Object.entries(value).filter(([key]) => key !== signatureKey)));
  }
}

/** The identity of a file's contents; a text asset has its contents in itself. */
function contentsOf({ path, hash }: WireObject): WireObject {
  return path !== undefined && typeof hash === "string" ? { hash: readable(hash) } : {};
}

/** Every text that a value marks as secret, for redaction elsewhere. */
export function secretTexts(value: Wire, found: Set<string> = new Set()): Set<string> {
  const special = isWireObject(value) ? specialOf(value) : undefined;
  if (special?.kind === "secret" || (special?.kind === "output" && special.secret)) {
    collectTexts(special.value ?? null, found);
  } else if (Array.isArray(value)) for (const item of value) secretTexts(item, found);
  else if (isWireObject(value)) for (const item of Object.values(value)) secretTexts(item, found);
  return found;
}

function collectTexts(value: Wire, found: Set<string>): void {
  if (typeof value === "string" && !isUnknown(value)) found.add(value);
  else if (Array.isArray(value)) for (const item of value) collectTexts(item, found);
  else if (isWireObject(value)) {
    for (const [key, item] of Object.entries(value)) if (key !== signatureKey) collectTexts(item, found);
  }
}

/** Reads a message's struct. */
export function fromStruct(struct: Struct | undefined): WireObject {
  return (struct?.toJavaScript() ?? {}) as WireObject;
}

/** Writes a message's struct. */
export function toStruct(value: WireObject): Struct {
  return Struct.fromJavaScript(value);
}

export function mapObject(value: WireObject, change: (item: Wire, key: string) => Wire): WireObject {
  const changed: WireObject = {};
  for (const [key, item] of Object.entries(value)) changed[key] = change(item, key);
  return changed;
}
