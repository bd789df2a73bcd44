import { signatureKey } from "../../policy/protocol/signatures";
import { specialOf } from "../model/special";
import {
  isArchive,
  isAsset,
  isUnknown,
  isWireObject,
  mapObject,
  secret,
  unknown,
  type Wire,
  type WireObject,
} from "../model/wire";

/**
 * Properties as Pulumi's engine sends them to a policy pack (`MarshalOptions` of `pkg/resource/plugin/analyzer_plugin.go`):
 * unknowns and secrets are kept, resources and outputs are not. Internal keys are left out for a judgement and kept for a
 * remediation. A value that the pack's server would refuse is sent as unknown. Never throws.
 */
export function analyzedProperties(properties: WireObject, { internal }: { internal: boolean }): WireObject {
  const own = Object.entries(properties).filter(([key]) => internal || !key.startsWith("__"));
  return Object.fromEntries(own.map(([key, value]) => [key, analyzedValue(value)]));
}

/** A value as it comes to a policy pack: plain, secret, unknown, an asset or an archive. */
export function analyzedValue(value: Wire): Wire {
  if (isUnknown(value)) return unknown;
  if (Array.isArray(value)) return value.map(analyzedValue);
  if (!isWireObject(value)) return value;
  const special = specialOf(value);
  switch (special?.kind) {
    case undefined:
      return mapObject(value, analyzedValue);
    case "secret":
      return special.value === undefined ? unknown : secret(analyzedValue(special.value));
    case "output": {
      const inner = special.value === undefined ? unknown : analyzedValue(special.value);
      return special.secret ? secret(inner) : inner;
    }
    case "resource":
      // What is not known yet has an empty id; a component has none.
      return special.id === "" ? unknown : (special.id ?? special.urn ?? unknown);
    case "bytes":
    case "float":
      return special.value ?? unknown;
    case "asset":
      return isFile(special.content) ? value : unknown;
    case "archive":
      return archive(value, special.content);
    default:
      return unknown;
  }
}

/** Policy servers reject an archive that holds anything but files and archives. */
function archive(value: WireObject, content: Wire | undefined): Wire {
  if (!isWireObject(content)) return isFile(content) ? value : unknown;
  const assets = mapObject(content, analyzedValue);
  const isWhole = Object.values(assets).every((item) => isAsset(item) || isArchive(item));
  return isWhole ? { [signatureKey]: value[signatureKey] ?? null, assets } : unknown;
}

/** A file or text with content: servers refuse one without. */
function isFile(content: Wire | undefined): content is string {
  return typeof content === "string" && content !== "";
}
