import type { Finding } from "../protocol/finding";
import type { Exemption } from "./exemption";
import type { Unjudged } from "./unjudged";

/** What was noticed while resources were judged, for the notes at the end of a run. */
export class Ledger {
  /** Paths that could not be judged: by URN, by rule. */
  readonly undetermined = new Map<string, Map<string, readonly string[]>>();
  /** What was let pass: by exemption, by URN, what was found. */
  readonly used = new Map<Exemption, Map<string, readonly Finding[]>>();
  /** Exemptions that would have let something pass had they not expired, with the URNs. */
  readonly expired = new Map<Exemption, Set<string>>();

  /** What no rule is about, where there is any. */
  unjudged: Unjudged | undefined;
  /** Of how many resources, or stacks, each rule had something to say. */
  readonly judged = new Map<string, number>();

  countJudged(rule: string): void {
    this.judged.set(rule, (this.judged.get(rule) ?? 0) + 1);
  }

  /** Writes down what a rule could not see of a resource. */
  couldNotJudge(urn: string, rule: string, paths: readonly string[]): void {
    const rules = this.undetermined.get(urn) ?? new Map<string, readonly string[]>();
    if (paths.length > 0) rules.set(rule, paths);
    else rules.delete(rule);
    if (rules.size > 0) this.undetermined.set(urn, rules);
    else this.undetermined.delete(urn);
  }

  /** A resource is judged anew: what was said of it before is no longer so. */
  forget(urn: string): void {
    this.undetermined.delete(urn);
  }

  letPass(exemption: Exemption, urn: string, findings: readonly Finding[]): void {
    const urns = this.used.get(exemption) ?? new Map<string, readonly Finding[]>();
    this.used.set(exemption, urns.set(urn, findings));
  }

  wasExpired(exemption: Exemption, urn: string): void {
    this.expired.set(exemption, (this.expired.get(exemption) ?? new Set()).add(urn));
  }
}
