import type { Note, PolicyOutcome, Violation } from "../model/plan";
import { byCodeUnits } from "../model/policy-texts";
import type { PolicyServer } from "./analyzer";
import type { Verdicts as PackVerdicts } from "./analyzer-answers";

/** The packs' verdicts on resources and on the stack as a whole. */
export class Verdicts {
  private readonly servers: PolicyServer[] = [];
  private readonly violations: Violation[] = [];
  private readonly notes: Note[] = [];
  /** How often each rule of each pack was asked. */
  private readonly judged = new Map<PolicyServer, Map<string, number>>();

  /** Adds a pack that is asked. */
  open(server: PolicyServer): void {
    this.servers.push(server);
    this.judged.set(server, new Map());
  }

  add(
    server: PolicyServer,
    { violations, notes, notApplicable, asked }: PackVerdicts,
    kind: "resource" | "stack",
  ): void {
    this.violations.push(...violations);
    this.notes.push(...notes);
    if (asked !== undefined) this.judged.set(server, new Map(Object.entries(asked)));
    if (server.hasSummary) return;
    const absent = new Set(notApplicable);
    const counts = this.judged.get(server);
    for (const { name, ofStack } of server.policies) {
      if (ofStack === (kind === "stack") && !absent.has(name)) counts?.set(name, (counts.get(name) ?? 0) + 1);
    }
  }

  /** All of it, as the packs said it: with secrets, and in the order of the answers. */
  outcome(): PolicyOutcome {
    const packs = this.servers
      .map(({ name, version, policies, folder }) => ({ name, version, rules: policies.length, folder }))
      .sort((a, b) => byCodeUnits(a.name, b.name) || byCodeUnits(a.folder, b.folder));
    return {
      packs,
      rules: packs.reduce((sum, { rules }) => sum + rules, 0),
      violations: [...this.violations],
      notes: [...this.notes],
      judged: this.servers.flatMap((server) =>
        server.policies.map(({ settings: _, ofStack: __, ...rule }) => ({
          ...rule,
          resources: this.judged.get(server)?.get(rule.name) ?? 0,
        })),
      ),
    };
  }
}
