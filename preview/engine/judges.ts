import type { Note, PolicyOutcome, Violation } from "../plan/plan";
import { type AnalyzedResource, PolicyServer, type PolicyStack, type Verdicts } from "./analyzer";
import type { Resources } from "./monitor/resources";
import type { ResourceState } from "./monitor/state";
import type { PolicyConfig } from "./policy-config";

/** The policy packs of a run. They start beside the program; resources wait for them, the program does not. */
export class Judges {
  private servers: Promise<PolicyServer>[] = [];
  private readonly started: PolicyServer[] = [];
  private readonly pending: Promise<void>[] = [];
  private readonly violations: Violation[] = [];
  private readonly notes: Note[] = [];
  /** How often each rule of each pack was asked. */
  private readonly asked = new Map<PolicyServer, Map<string, number>>();

  /** Starts the packs. A pack that can't start is told when the run is finished. */
  start(folders: readonly string[], engineAddress: string, stack: PolicyStack, config?: PolicyConfig): void {
    this.servers = folders.map(async (folder) => {
      const server = await PolicyServer.start(folder, engineAddress, stack, config);
      this.started.push(server);
      return server;
    });
    for (const server of this.servers) server.catch(() => {});
  }

  /** Has a resource judged by its inputs. */
  judge(state: ResourceState, provider: ResourceState | undefined): void {
    if (this.servers.length === 0) return;
    const resource = analyzed(state, state.inputs, provider);
    for (const starting of this.servers) {
      const judged = starting.then(async (server) => {
        this.add(server, await server.analyze(resource), "resource");
      });
      judged.catch(() => {});
      this.pending.push(judged);
    }
  }

  /** Waits for all verdicts, and has the stack judged as a whole by its outputs. */
  async finish(resources: Resources, stackUrn: string): Promise<void> {
    await Promise.all(this.servers);
    await Promise.all(this.pending);
    const states = resources.all().map((state) => analyzed(state, state.outputs, resources.provider(state.provider)));
    for (const server of this.started) this.add(server, await server.analyzeStack(states, stackUrn), "stack");
  }

  outcome(): PolicyOutcome {
    const packs = this.started
      .map(({ name, version, policies, folder }) => ({ name, version, rules: policies.length, folder }))
      .sort((a, b) => byCodeUnits(a.name, b.name) || byCodeUnits(a.folder, b.folder));
    return {
      packs,
      rules: packs.reduce((sum, { rules }) => sum + rules, 0),
      violations: [...this.violations].sort(byUrnAndPolicy),
      notes: [...this.notes].sort(byUrnAndPolicy),
      judged: this.started.flatMap((server) =>
        server.policies.map(({ settings: _, ofStack: __, ...rule }) => ({
          ...rule,
          resources: this.asked.get(server)?.get(rule.name) ?? 0,
        })),
      ),
    };
  }

  private add(server: PolicyServer, { violations, notes, notApplicable }: Verdicts, kind: "resource" | "stack"): void {
    this.violations.push(...violations);
    this.notes.push(...notes);
    const absent = new Set(notApplicable);
    const counts = this.asked.get(server) ?? new Map<string, number>();
    for (const { name, ofStack } of server.policies) {
      if (ofStack === (kind === "stack") && !absent.has(name)) counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    this.asked.set(server, counts);
  }

  /** Ends the packs, also those that are still starting. */
  stop(): void {
    for (const server of this.servers)
      server.then(
        (started) => started.stop(),
        () => {},
      );
  }
}

function byUrnAndPolicy(a: Note, b: Note): number {
  return byCodeUnits(a.urn, b.urn) || byCodeUnits(a.policy, b.policy) || byCodeUnits(a.message, b.message);
}

/** The same on every machine, whatever language it speaks. */
function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A resource as packs judge it, its provider by what that was configured with, declared or not. */
function analyzed(
  state: ResourceState,
  properties: ResourceState["inputs"],
  provider: ResourceState | undefined,
): AnalyzedResource {
  return {
    ...state,
    properties,
    provider: provider && {
      urn: provider.urn,
      type: provider.type,
      name: provider.name,
      properties: provider.inputs,
    },
  };
}
