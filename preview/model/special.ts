/**
 * Pulumi's special values: objects that carry a signature, for what JSON has no word for. Their fields are Pulumi's own:
 * `sdk/go/common/resource/plugin/rpc.go` for messages, and `pkg/resource/stack/deployment.go` for states.
 */
import { signatureKey, signatures } from "../../policy/protocol/signatures";
import type { Wire, WireObject } from "./wire-value";

/** The meaning of a special object. Its content is as it was sent and may hold special values. `undefined` is not known. */
export type Special =
  | { kind: "secret"; value: Wire | undefined }
  | { kind: "output"; value: Wire | undefined; secret: boolean; dependencies: readonly string[] }
  | { kind: "asset"; content: Wire | undefined }
  | { kind: "archive"; content: Wire | undefined }
  | { kind: "resource"; urn: string | undefined; id: string | undefined }
  | { kind: "bytes"; value: string | undefined }
  | { kind: "float"; value: number | undefined }
  | { kind: "unrecognized" };

/** The special value of an object; undefined if it is none. Never throws, whatever its fields are. */
export function specialOf(object: WireObject): Special | undefined {
  // The SDKs treat an empty signature as none.
  const signature = object[signatureKey];
  if (!signature) return undefined;
  switch (signature) {
    case signatures.secret:
      return { kind: "secret", value: secretValue(object) };
    case signatures.output:
      return {
        kind: "output",
        value: object.value,
        secret: object.secret === true,
        dependencies: Array.isArray(object.dependencies)
          ? object.dependencies.filter((urn) => typeof urn === "string")
          : [],
      };
    case signatures.asset:
      return { kind: "asset", content: object.text ?? object.path ?? object.uri };
    case signatures.archive:
      return { kind: "archive", content: object.assets ?? object.path ?? object.uri };
    case signatures.resource:
      return { kind: "resource", urn: text(object.urn), id: resourceId(object.id) };
    case signatures.bytes: {
      const encoded = text(object.value);
      return {
        kind: "bytes",
        value: encoded === undefined ? undefined : Buffer.from(encoded, "base64").toString("utf8"),
      };
    }
    case signatures.float:
      return { kind: "float", value: floatOf(text(object.value)) };
    default:
      return { kind: "unrecognized" };
  }
}

/** A message has the value. A state has it as JSON text or encrypted; encrypted, it is not known. */
function secretValue({ value, plaintext }: WireObject): Wire | undefined {
  if (typeof plaintext !== "string") return value;
  try {
    const parsed: Wire = JSON.parse(plaintext);
    return parsed;
  } catch {
    return plaintext;
  }
}

/**
 * Id of a custom resource: empty if it is not known yet, undefined for a component. One release of Pulumi wrote ids as
 * objects with a field `V`.
 */
function resourceId(id: Wire | undefined): string | undefined {
  if (typeof id !== "object" || id === null || Array.isArray(id)) return text(id);
  return typeof id.V === "object" && id.V !== null ? "" : text(id.V);
}

function floatOf(bits: string | undefined): number | undefined {
  if (bits === undefined || !/^[0-9a-f]{1,16}$/i.test(bits)) return undefined;
  return Buffer.from(bits.padStart(16, "0"), "hex").readDoubleBE();
}

function text(value: Wire | undefined): string | undefined {
  return typeof value === "string" ? value : undefined;
}
