/** Exempts a resource, or a container or property of it, from a rule until a date. */
export interface Exemption {
  rule: string;
  /** The resource's URN, or a pattern of it: `*` matches any text. */
  resource: string;
  /** The container's name, or a pattern of it. Left out: whatever the rule finds in the resource, in a container or not. */
  container?: string;
  /** Path of the property as messages have it, or a pattern of it. Left out: any. */
  property?: string;
  /** Who is responsible for it. */
  owner: string;
  reason: string;
  /** The last day it holds, as `2027-01-31`, in UTC. */
  expires: string;
  /** Its file and line: `exemptions.yaml:4`. */
  place: string;
}

/** Where a rule found something. */
export interface Spot {
  urn: string;
  /** Path of the property. */
  path: string;
  /** Name of the container that the property is of, where it is of one. */
  container?: string;
}

/** What an exemption names, as tests of it. */
interface Patterns {
  resource: RegExp;
  container?: RegExp;
  property?: RegExp;
}

/** Exemptions as a run sees them. */
export class Exemptions {
  private readonly byRule = new Map<string, [Exemption, Patterns][]>();

  constructor(
    readonly list: readonly Exemption[],
    /** The day, as `2026-11-24`, in UTC. */
    private readonly today: string,
  ) {
    for (const exemption of list) {
      const { rule, resource, container, property } = exemption;
      const patterns = {
        resource: patternOf(resource),
        ...(container === undefined ? {} : { container: patternOf(container) }),
        ...(property === undefined ? {} : { property: patternOf(property) }),
      };
      this.byRule.set(rule, [...(this.byRule.get(rule) ?? []), [exemption, patterns]]);
    }
  }

  /** The exemption from a rule of what was found there; one that holds goes before one that has expired. */
  of(rule: string, { urn, path, container }: Spot): Exemption | undefined {
    const all = (this.byRule.get(rule) ?? [])
      .filter(
        ([, of]) =>
          of.resource.test(urn) &&
          (of.container?.test(container ?? "") ?? true) &&
          (of.property?.test(path) ?? true) &&
          (of.container === undefined || container !== undefined),
      )
      .map(([exemption]) => exemption);
    return all.find((one) => this.holds(one)) ?? all[0];
  }

  /** Whether a rule has an exemption at all. */
  has(rule: string): boolean {
    return this.byRule.has(rule);
  }

  holds({ expires }: Exemption): boolean {
    return expires >= this.today;
  }

  /** Whether an exemption could be of a resource of that stack: its pattern may name another stack. */
  concerns({ resource }: Exemption, stack: string): boolean {
    const [head = ""] = resource.split("::");
    const [, , named] = head.split(":");
    return named === undefined || patternOf(named).test(stack);
  }
}

/** What an exemption is of, in words: its resource, and what of it. */
export function placeOf({ resource, container, property }: Exemption): string {
  return [
    resource,
    ...(container === undefined ? [] : [`container ${container}`]),
    ...(property === undefined ? [] : [`property ${property}`]),
  ].join(", ");
}

function patternOf(text: string): RegExp {
  const parts = text.split("*").map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`, "s");
}
