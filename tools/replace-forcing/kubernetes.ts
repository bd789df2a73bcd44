import type { Sdk } from "../claims/sdk-properties";
import { listed } from "./facts";

/** Every object is replaced for these (`metadataForceNewProperties` in `diff.go`). */
const everywhere = ["metadata.name", "metadata.namespace"];

/** Types of the SDK that are no objects of the API: releases of charts, answers, and lists, which have no name of their own. */
const noObject = /^kubernetes:(?:helm\.sh|meta)\/|List$/;

/**
 * The tables of Kubernetes' own kinds, from paths by group, version and kind. A type with `Patch` at its end changes an
 * object of the kind without it.
 */
export function kubernetesTypes(byKind: Readonly<Record<string, readonly string[]>>, sdk: Sdk): Record<string, string> {
  const objects = [...sdk.resources.keys()].filter((type) => !noObject.test(type));
  return Object.fromEntries(
    objects.map((type) => {
      const kind = type.replace(/^kubernetes:/, "").replace(/Patch$/, "");
      const paths = (byKind[kind] ?? byKind[kind.replace(/^core\//, "/")] ?? []).map((path) =>
        path.replaceAll("[*]", "[]"),
      );
      const all = [...everywhere, ...paths];
      return [type, listed(all.filter((path) => !all.some((other) => path.startsWith(`${other}.`))))];
    }),
  );
}
