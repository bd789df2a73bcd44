import type { StackFixtures } from "../../policy/core/fixture";
import type { AnalyzedResource } from "../../preview/engine/analyzer-requests";
import { wire } from "./variants";

/** The URN of a resource of the stack that fixtures are in. */
export const urn = (type: string, name: string) => `urn:pulumi:shop-prod::shop::${type}::${name}`;

/** The resources of a fixture, as the engine sends them. */
export function analyzedOf({ resources }: Pick<StackFixtures["stacks"][number], "resources">): AnalyzedResource[] {
  return resources.map((resource) => {
    const uses = Object.entries(resource.uses ?? {}).map(([property, other]) => {
      const used = resources.find((candidate) => candidate.name === other);
      return [property, [urn(used?.type ?? "", other)]] as const;
    });
    return {
      ...resource,
      urn: urn(resource.type, resource.name),
      properties: wire(resource.properties),
      propertyDependencies: Object.fromEntries(uses),
    };
  });
}
