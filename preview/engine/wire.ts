import { Struct } from "google-protobuf/google/protobuf/struct_pb";

/**
 * A property value as it travels between SDK and engine: JSON, with objects that carry a signature for what JSON has no
 * word for. The signatures are Pulumi's own (`sdk/go/common/resource/sig`, `sdk/nodejs/runtime/rpc.ts`).
 */
export type Wire = null | boolean | number | string | Wire[] | WireObject;
export interface WireObject {
  [key: string]: Wire;
}

const signatureKey = "4dabf18193072939515e22adb298388d";
const secretSignature = "1b47061264138c4ac30d75fd1eb44270";
const outputSignature = "d0e6a833031e9bbcd3f4e8bde6ca49a4";
const assetSignature = "c44067f5952c0a294b673a41bacd8c17";
const archiveSignature = "0def7320c3a5731c473e5ecbe6d01bc7";
const resourceSignature = "5cf8f73096256a8f31e491e813e4eb8e";

/** What stands for a value that is not known yet. */
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

/** What reports show in the place of a secret, and of what is not known yet. */
export const secretText = "[secret]";
export const unknownText = "[unknown]";

export function isWireObject(value: Wire | undefined): value is WireObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function isUnknown(value: Wire | undefined): boolean {
  return typeof value === "string" && unknowns.has(value);
}

/** Whether it is marked as secret. */
export function isSecret(value: Wire | undefined): value is WireObject {
  return isWireObject(value) && value[signatureKey] === secretSignature;
}

/** Whether it is a file or a text that goes to the cloud as such. */
export function isAsset(value: Wire | undefined): value is WireObject {
  return isWireObject(value) && value[signatureKey] === assetSignature;
}

/** Whether it is an archive of such. */
export function isArchive(value: Wire | undefined): value is WireObject {
  return isWireObject(value) && value[signatureKey] === archiveSignature;
}

/** Marks a value as secret; a secret stays one. */
export function secret(value: Wire): Wire {
  return isSecret(value) ? value : { [signatureKey]: secretSignature, value };
}

/** A value without the secret marks in it. */
export function withoutSecrets(value: Wire): Wire {
  if (isSecret(value)) return withoutSecrets(value.value ?? null);
  if (Array.isArray(value)) return value.map(withoutSecrets);
  return isWireObject(value) ? mapObject(value, withoutSecrets) : value;
}

/** Whether anything in it is secret. */
export function containsSecret(value: Wire): boolean {
  if (isSecret(value)) return true;
  if (Array.isArray(value)) return value.some(containsSecret);
  return isWireObject(value) && Object.values(value).some(containsSecret);
}

/** Whether anything in it is unknown. */
export function containsUnknown(value: Wire): boolean {
  if (isUnknown(value)) return true;
  if (Array.isArray(value)) return value.some(containsUnknown);
  return isWireObject(value) && Object.values(value).some(containsUnknown);
}

/** What a message says of its properties: plain values with secret marks, and the URNs that they depend on. */
export interface Normalized {
  value: Wire;
  dependencies: Set<string>;
}

/** Turns output values into what they hold: the value, secret or unknown where they say so. */
export function normalize(value: Wire, dependencies = new Set<string>()): Normalized {
  return { value: normalizeInto(value, dependencies), dependencies };
}

function normalizeInto(value: Wire, dependencies: Set<string>): Wire {
  if (isUnknown(value)) return unknown;
  if (Array.isArray(value)) return value.map((item) => normalizeInto(item, dependencies));
  if (!isWireObject(value)) return value;
  if (value[signatureKey] !== outputSignature) return mapObject(value, (item) => normalizeInto(item, dependencies));
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
  switch (value[signatureKey]) {
    case undefined:
      return mapObject(value, readable);
    case secretSignature:
      return secretText;
    case resourceSignature:
      return value.urn ?? null;
    case assetSignature:
      return { asset: readable(value.text ?? value.path ?? value.uri ?? null), ...contentsOf(value) };
    case archiveSignature:
      return { archive: readable(value.assets ?? value.path ?? value.uri ?? null), ...contentsOf(value) };
    default:
      return mapObject(value, readable);
  }
}

/** What says which contents a file has; a text says it itself. */
function contentsOf({ path, hash }: WireObject): WireObject {
  return path !== undefined && typeof hash === "string" ? { hash: readable(hash) } : {};
}

/** Every text that a value marks as secret, for redaction elsewhere. */
export function secretTexts(value: Wire, found: Set<string> = new Set()): Set<string> {
  if (isSecret(value)) collectTexts(value.value ?? null, found);
  else if (Array.isArray(value)) for (const item of value) secretTexts(item, found);
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
