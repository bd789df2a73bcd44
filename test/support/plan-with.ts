import type { Plan, PlanResource } from "../../preview/model/plan";

/** A resource of a plan of one's own; what is left out is as with any resource that has just been made. */
export type Made = Pick<PlanResource, "type" | "name" | "inputs"> & Partial<PlanResource>;

/** A plan of these resources, of the stack `shop`. */
export function planWith(resources: readonly Made[]): Plan {
  return {
    project: "isotopo",
    stack: "shop",
    config: {},
    stackOutputs: {},
    diagnostics: [],
    unknowns: false,
    policy: { packs: [], rules: 0, violations: [], notes: [], judged: [] },
    durationSeconds: 0,
    resources: resources.map((resource) => ({
      op: "create",
      custom: true,
      outputs: {},
      dependencies: [],
      propertyDependencies: {},
      protect: false,
      provider: "",
      ignoreChanges: [],
      aliases: [],
      urn: urnOf(resource.type, resource.name),
      ...resource,
    })),
  };
}

/** The URN that a resource has in such a plan. */
export function urnOf(type: string, name: string): string {
  return `urn:pulumi:shop::isotopo::${type}::${name}`;
}
