import type { Properties } from "../../../policy/core/fixture";
import { rootStackType } from "../../../preview/model/urn";
import { ruleFiles } from "../../../tools/policies/rule-files";

/** A resource of the program `test/fixtures/programs/judged`. */
export interface JudgedResource {
  type: string;
  name: string;
  properties: Properties;
  /** What a property was made of, by the other's name. */
  uses?: Readonly<Record<string, string>>;
  /** As `uses`, of the other's id: not known before that is made. */
  later?: Readonly<Record<string, string>>;
  protect?: boolean;
  /** Every value in it is a secret. */
  secrets?: true;
}

/** Of every rule but those of the stack itself one resource of each provider that breaks it, and every stack that does: each a resource of one program. */
export function breakingResources(): JudgedResource[] {
  const all = ruleFiles().flatMap(({ rule, fixtures }): JudgedResource[] => {
    if ("stacks" in fixtures) {
      return fixtures.stacks.flatMap(({ resources }, stack) => {
        const nameOf = (name: string) => `${rule.id}-${stack}-${name}`;
        return resources.map(({ name, uses = {}, ...resource }) => ({
          ...resource,
          name: nameOf(name),
          uses: Object.fromEntries(Object.entries(uses).map(([property, other]) => [property, nameOf(other)])),
        }));
      });
    }
    const byProvider = new Map(fixtures.fails.map((resource) => [resource.type.split(":")[0] ?? "", resource]));
    return [...byProvider].map(([provider, { type, properties, protect = false }]) => ({
      type,
      properties,
      name: `${rule.id}-${provider}`,
      protect,
    }));
  });
  return all.filter(({ type }) => type !== rootStackType);
}
