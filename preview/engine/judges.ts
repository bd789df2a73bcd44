import type { PolicyOutcome } from "../model/plan";
import type { PolicyServer, PolicyStack } from "./analyzer";
import type { AnalyzedResource } from "./analyzer-requests";
import type { Resources } from "./monitor/resources";
import type { ResourceState } from "./monitor/state";
import type { PackPool } from "./pack-pool";
import { levelOf, type PolicyConfig } from "./policy-config";
import { Verdicts } from "./verdicts";

/** The policy packs of a run. They start beside the program; resources wait for them, the program does not. */
export class Judges {
  private servers: Promise<PolicyServer>[] = [];
  private readonly started: PolicyServer[] = [];
  private readonly pending: Promise<void>[] = [];
  private readonly verdicts = new Verdicts();
  private remediating = false;
  private finished = false;

  constructor(
    private readonly pool: PackPool,
    private readonly preload = true,
  ) {}

  /** Starts the packs. A pack that can't start is reported at the end of the run. */
  start(folders: readonly string[], engineAddress: string, stack: PolicyStack, config?: PolicyConfig): void {
    this.remediating = Object.values(config ?? {}).some((terms) => levelOf(terms) === "remediate");
    this.servers = folders.map(async (folder) => {
      const server = await this.pool.take({ folder, engineAddress, stack, config, preload: this.preload });
      this.started.push(server);
      this.verdicts.open(server);
      return server;
    });
    for (const server of this.servers) server.catch(() => {});
  }

  /** Whether policy config lets the packs remediate resources. */
  get remediate(): boolean {
    return this.remediating;
  }

  /** Lets pack after pack correct a resource's inputs. Returns the policies that did. */
  async remedy(state: ResourceState, provider: ResourceState | undefined): Promise<string[]> {
    const policies: string[] = [];
    for (const starting of this.servers) {
      const server = await starting;
      const remedy = await server.remediate(analyzed(state, state.inputs, provider));
      if (remedy === undefined) continue;
      state.inputs = remedy.properties;
      policies.push(...remedy.policies);
    }
    return policies;
  }

  /** Has a resource judged by its inputs. */
  judge(state: ResourceState, provider: ResourceState | undefined): void {
    if (this.servers.length === 0) return;
    const resource = analyzed(state, state.inputs, provider);
    for (const starting of this.servers) {
      const judged = starting.then(async (server) => {
        this.verdicts.add(server, await server.analyze(resource), "resource");
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
    for (const server of this.started) this.verdicts.add(server, await server.analyzeStack(states, stackUrn), "stack");
    this.finished = true;
  }

  outcome(): PolicyOutcome {
    return this.verdicts.outcome();
  }

  /** Releases the packs. A pack that has not finished, or is still starting, ends. */
  stop(): void {
    for (const server of this.servers.splice(0))
      server.then(
        (started) => (this.finished ? this.pool.giveBack(started) : this.pool.end(started)),
        () => {},
      );
  }
}

/** A resource as packs judge it; its provider, default or not, by its configuration. */
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
