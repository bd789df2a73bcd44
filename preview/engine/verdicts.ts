import type { Note, PolicyOutcome, Violation } from "../plan/plan";
import { noteWithMessage, violationWithTexts } from "../plan/policy-texts";
import type { PolicyServer, Verdicts as Said } from "./analyzer";
import type { Redactor } from "./redact";

type Told = Pick<Note, "urn" | "policy" | "message">;

/** The packs' verdicts on resources and on the stack as a whole. */
export class Verdicts {
  private readonly servers: PolicyServer[] = [];
  private readonly violations: Violation[] = [];
  private readonly notes: Note[] = [];
  /** How often each rule of each pack was asked. */
  private readonly asked = new Map<PolicyServer, Map<string, number>>();

  /** Adds a pack that is asked. */
  open(server: PolicyServer): void {
    this.servers.push(server);
    this.asked.set(server, new Map());
  }

  add(server: PolicyServer, { violations, notes, notApplicable, asked }: Said, kind: "resource" | "stack"): void {
    this.violations.push(...violations);
    this.notes.push(...notes);
    if (asked !== undefined) this.asked.set(server, new Map(Object.entries(asked)));
    if (server.counts) return;
    const absent = new Set(notApplicable);
    const counts = this.asked.get(server);
    for (const { name, ofStack } of server.policies) {
      if (ofStack === (kind === "stack") && !absent.has(name)) counts?.set(name, (counts.get(name) ?? 0) + 1);
    }
  }

  /** In a fixed order, whatever the order of the answers. */
  outcome(redactor?: Redactor): PolicyOutcome {
    const packs = this.servers
      .map(({ name, version, policies, folder }) => ({ name, version, rules: policies.length, folder }))
      .sort((a, b) => byCodeUnits(a.name, b.name) || byCodeUnits(a.folder, b.folder));
    const clean = (text: string): string => redactor?.text(text) ?? text;
    return {
      packs,
      rules: packs.reduce((sum, { rules }) => sum + rules, 0),
      violations: this.violations.map((one) => violationWithTexts(one, clean)).sort(byUrnAndPolicy),
      notes: this.notes.map((one) => noteWithMessage(one, clean)).sort(byUrnAndPolicy),
      judged: this.servers.flatMap((server) =>
        server.policies.map(({ settings: _, ofStack: __, ...rule }) => ({
          ...rule,
          resources: this.asked.get(server)?.get(rule.name) ?? 0,
        })),
      ),
    };
  }
}

function byUrnAndPolicy(a: Told, b: Told): number {
  return byCodeUnits(a.urn, b.urn) || byCodeUnits(a.policy, b.policy) || byCodeUnits(a.message, b.message);
}

/** A comparison that is the same on every machine and in every language. */
function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
