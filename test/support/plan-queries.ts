import assert from "node:assert/strict";
import type { Plan, PlanResource } from "../../preview/model/plan";

/** The one resource of that name and type. */
export function resourceOf(plan: Plan, type: string, name: string): PlanResource {
  const found = plan.resources.filter((resource) => resource.type === type && resource.name === name);
  const [only] = found;
  assert.ok(only !== undefined && found.length === 1, `${found.length} resources ${type} ${name}`);
  return only;
}

/** All resources of a type. */
export function resourcesOf(plan: Plan, type: string): PlanResource[] {
  return plan.resources.filter((resource) => resource.type === type);
}

/** All that has to be there before a resource is made, over any number of steps. */
export function neededBy({ resources }: Plan, resource: PlanResource): PlanResource[] {
  const byUrn = new Map(resources.map((each) => [each.urn, each]));
  const found = new Set<PlanResource>();
  const open = [resource];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const urn of [...next.dependencies, ...Object.values(next.propertyDependencies).flat()]) {
      const before = byUrn.get(urn);
      if (before === undefined || found.has(before)) continue;
      found.add(before);
      open.push(before);
    }
  }
  return [...found];
}

/** A JSON document in an input of a resource. */
export function jsonInput<T>(resource: PlanResource, property: string): T {
  const text = resource.inputs[property];
  assert.ok(typeof text === "string", `${resource.name}: ${property} is no text`);
  return JSON.parse(text) as T;
}
