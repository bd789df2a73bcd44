import type { Check } from "../core/rule";
import type { View } from "../core/view";

/**
 * The check of a patch of Kubernetes: as of what it patches, of the values that the patch has. What it leaves out may well be
 * there. It is no use where a value breaks a rule together with others, such as an element of a list that is merged by name.
 */
function ofPatch(judge: Check): Check {
  return (properties, context) => judge(properties, context).filter(({ path }) => isSetAt(properties, path));
}

/** A check of a kind, and of its patch. */
export function withPatch(type: string, judge: Check): Record<string, Check> {
  return { [type]: judge, [`${type}Patch`]: ofPatch(judge) };
}

/** Whether there is a value at the path of a finding: `spec.rules[0].host`. */
function isSetAt(properties: View, path: string): boolean {
  const parts = path.match(/\["(?:[^"\\]|\\.)*"\]|\[\d+\]|[^.[\]]+/g) ?? [];
  return (
    parts.reduce<View | undefined>((view, part) => {
      if (!part.startsWith("[")) return view?.as<Record<string, unknown>>().at(part).as();
      const key: unknown = JSON.parse(part.slice(1, -1));
      if (typeof key === "number") return view?.as<unknown[]>().items()[key];
      return view?.as<Record<string, unknown>>().at(String(key)).as();
    }, properties)?.isSet ?? false
  );
}
