import type { RegisterResourceRequest, TransformResourceOptions } from "@pulumi/pulumi/proto/resource_pb";
import { normalize, type Wire, type WireObject } from "../../model/wire";
import type { ResourceState } from "./state";

/** The resources that each property depends on, by property: what the program reports, and what its values refer to. */
export function propertyDependencies(
  request: RegisterResourceRequest,
  properties: WireObject,
): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  request.getPropertydependenciesMap().forEach((dependencies, property) => {
    found[property] = dependencies.getUrnsList();
  });
  for (const [property, value] of Object.entries(properties)) {
    const { dependencies } = normalize(value);
    if (dependencies.size === 0) continue;
    found[property] = [...new Set([...(found[property] ?? []), ...dependencies])];
  }
  return Object.fromEntries(
    Object.entries(found)
      .filter(([, urns]) => urns.length > 0)
      .map(([property, urns]) => [property, [...urns].sort()]),
  );
}

/** The value whose change replaces the resource; undefined where there is none. */
export function triggerOf(options: TransformResourceOptions): Wire | undefined {
  const trigger = options.getReplacementTrigger()?.toJavaScript() as Wire | undefined;
  return trigger === undefined || trigger === null ? undefined : normalize(trigger).value;
}

/** The line of the program that registers the resource; undefined if it is unknown. */
export function positionOf(request: RegisterResourceRequest): ResourceState["position"] {
  const position = request.getSourceposition();
  if (position === undefined || !position.getUri().startsWith("file:")) return undefined;
  return { uri: position.getUri(), line: position.getLine() };
}

/** The names of the hooks before a resource's creation and on its errors; undefined if it has neither. */
export function hooksOf(options: TransformResourceOptions): ResourceState["hooks"] {
  const beforeCreate = options.getHooks()?.getBeforeCreateList() ?? [];
  const onError = options.getHooks()?.getOnErrorList() ?? [];
  return beforeCreate.length + onError.length === 0 ? undefined : { beforeCreate, onError };
}
