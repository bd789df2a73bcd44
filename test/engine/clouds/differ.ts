import { DiffResponse, PropertyDiff } from "@pulumi/pulumi/proto/provider_pb";
import { deletesFirst } from "../../../preview/compare/delete-first";
import { isJsonDocument } from "../../../preview/compare/json-documents";
import { forcesBySome } from "../../../preview/compare/propagation";
import { differences } from "../../../preview/compare/properties";
import { specialOf } from "../../../preview/model/special";
import {
  isWireObject,
  mapObject,
  readable,
  type Wire,
  type WireObject,
  withoutSecrets,
} from "../../../preview/model/wire";

/** What is compared has no marks of secrets; some texts are documents to their provider. */
const alike = (type: string) => ({
  secret: () => undefined,
  unknown: () => false,
  document: (path: string) => isJsonDocument(type, path),
});

const { Kind } = PropertyDiff;
const kinds = {
  added: [Kind.ADD, Kind.ADD_REPLACE],
  removed: [Kind.DELETE, Kind.DELETE_REPLACE],
  changed: [Kind.UPDATE, Kind.UPDATE_REPLACE],
  "not comparable": [Kind.UPDATE, Kind.UPDATE_REPLACE],
} as const;

/**
 * What a provider says of new inputs: which differ, and whether they can be changed in place, by the replace-forcing tables. With
 * `isVague` it leaves to the engine which differ.
 */
export function diffOf(type: string, before: WireObject, after: WireObject, isVague = false): DiffResponse {
  const response = new DiffResponse();
  const detailed = response.getDetaileddiffMap();
  const replaces: string[] = [];
  const found = differences(readableObject(before), readableObject(after), alike(type));
  for (const { path, kind } of found) {
    // The engine asks as if a whole property were unknown: what is not set in it does not become another by that.
    const old = kind === "not comparable" ? readableObject(before)[path] : undefined;
    const replace = forcesBySome(type, path, old);
    if (replace) replaces.push(path);
    const property = new PropertyDiff();
    property.setKind(kinds[kind][replace ? 1 : 0]);
    property.setInputdiff(true);
    detailed.set(path, property);
  }
  const { DIFF_NONE, DIFF_SOME, DIFF_UNKNOWN } = DiffResponse.DiffChanges;
  response.setChanges(found.length === 0 ? DIFF_NONE : isVague ? DIFF_UNKNOWN : DIFF_SOME);
  response.setDiffsList([...new Set(found.map(({ path }) => topOf(path)))]);
  response.setReplacesList(replaces);
  response.setHasdetaileddiff(true);
  response.setDeletebeforereplace(replaces.length > 0 && deletesFirst({ type, before, after }));
  return response;
}

function topOf(path: string): string {
  return /^[^.[]+/.exec(path)?.[0] ?? path;
}

function readableObject(value: WireObject): WireObject {
  const shown: Wire = readable(byDigest(withoutSecrets(value)));
  return isWireObject(shown) ? shown : {};
}

/** The engine asks for differences without the contents of files: their digests tell them apart. */
function byDigest(value: Wire): Wire {
  if (Array.isArray(value)) return value.map(byDigest);
  if (!isWireObject(value)) return value;
  const { kind } = specialOf(value) ?? {};
  if (kind === "asset" || kind === "archive") return { [kind]: value.hash ?? null };
  return mapObject(value, byDigest);
}
