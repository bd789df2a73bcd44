/** A resource that a rule is not asked of, for a time. */
export interface Exemption {
  rule: string;
  /** The resource's URN, or a pattern of it: `*` stands for any text. */
  resource: string;
  /** Who answers for it. */
  owner: string;
  reason: string;
  /** The last day it holds, as `2027-01-31`, in UTC. */
  expires: string;
  /** Where it is written: `exemptions.yaml:4`. */
  place: string;
}

/** Exemptions as a run sees them. */
export class Exemptions {
  private readonly patterns: ReadonlyMap<Exemption, RegExp>;

  constructor(
    readonly list: readonly Exemption[],
    /** The day, as `2026-11-24`, in UTC. */
    private readonly today: string,
  ) {
    this.patterns = new Map(list.map((exemption) => [exemption, patternOf(exemption.resource)]));
  }

  /** The exemption of a resource from a rule; one that holds goes before one that has expired. */
  of(rule: string, urn: string): Exemption | undefined {
    const all = this.list.filter((one) => one.rule === rule && this.patterns.get(one)?.test(urn));
    return all.find((one) => this.holds(one)) ?? all[0];
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

function patternOf(text: string): RegExp {
  const parts = text.split("*").map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`, "s");
}
