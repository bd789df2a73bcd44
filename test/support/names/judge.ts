import assert from "node:assert/strict";
import type { PlanResource } from "../../../preview/model/plan";
import { valueAt } from "../value-at";
import type { NameRule } from "./rule";

/** What a service would say of the name of a resource. */
export function nameFaults(resource: PlanResource, rule: NameRule | undefined): string[] {
  if (rule === undefined) return [];
  const name = physicalNameOf(resource, rule);
  const { longest, shortest = 1, characters } = rule;
  if (name.length >= shortest && name.length <= longest && characters.test(name)) return [];
  return [`${resource.type} ${name}: ${name.length} characters of ${shortest} to ${longest}, ${characters}`];
}

/**
 * The name in the cloud. What a preview draws stands for as many characters as chance really gives; where no name is
 * given, Pulumi's is the logical one with eight characters.
 */
function physicalNameOf({ type, name, inputs, outputs }: PlanResource, { property }: NameRule): string {
  const drawn = property === "name" ? `${name}-0a1b2c3` : undefined;
  const found = valueAt(inputs, property) ?? valueAt(outputs, property) ?? drawn;
  assert.ok(typeof found === "string", `${property} of ${type} ${name} is no text`);
  return found
    .replace(/random-id-[0-9a-f]{12}/, "a1b2c3d4")
    .replace(/random-string-[0-9a-f]{12}/, "a1b2c3")
    .replace(/random-uuid-[0-9a-f]{12}/, "00000000-0000-0000-0000-000000000000");
}
