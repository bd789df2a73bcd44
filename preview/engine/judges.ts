import type { PolicyOutcome, Violation } from "../plan/plan";
import { type AnalyzedResource, type PolicyConfig, PolicyServer, type PolicyStack } from "./analyzer";
import type { DefaultProviders } from "./monitor/providers";
import type { ResourceState } from "./monitor/state";
import { nameOf, typeOf } from "./urn";

/** The policy packs of a run. They start beside the program; resources wait for them, the program does not. */
export class Judges {
  private servers: Promise<PolicyServer>[] = [];
  private readonly started: PolicyServer[] = [];
  private readonly pending: Promise<void>[] = [];
  private readonly violations: Violation[] = [];

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
  judge(state: ResourceState, providers: DefaultProviders): void {
    if (this.servers.length === 0) return;
    const resource = analyzed(state, state.inputs, providers);
    for (const starting of this.servers) {
      const judged = starting.then(async (server) => {
        this.violations.push(...(await server.analyze(resource)));
      });
      judged.catch(() => {});
      this.pending.push(judged);
    }
  }

  /** Waits for all verdicts, and has the stack judged as a whole by its outputs. */
  async finish(states: readonly ResourceState[], providers: DefaultProviders, stackUrn: string): Promise<void> {
    await Promise.all(this.servers);
    await Promise.all(this.pending);
    const resources = states.map((state) => analyzed(state, state.outputs, providers));
    for (const server of this.started) this.violations.push(...(await server.analyzeStack(resources, stackUrn)));
  }

  outcome(): PolicyOutcome {
    const packs = this.started
      .map(({ name, version, rules }) => ({ name, version, rules }))
      .sort((a, b) => a.name.localeCompare(b.name));
    return {
      packs,
      rules: packs.reduce((sum, { rules }) => sum + rules, 0),
      violations: [...this.violations].sort(byUrnAndPolicy),
    };
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

function byUrnAndPolicy(a: Violation, b: Violation): number {
  return a.urn.localeCompare(b.urn) || a.policy.localeCompare(b.policy) || a.message.localeCompare(b.message);
}

function analyzed(
  state: ResourceState,
  properties: ResourceState["inputs"],
  providers: DefaultProviders,
): AnalyzedResource {
  const providerUrn = state.provider.split("::").slice(0, 4).join("::");
  const provider = providers.all().find(({ urn }) => urn === providerUrn);
  return {
    ...state,
    properties,
    provider:
      providerUrn === ""
        ? undefined
        : {
            urn: providerUrn,
            type: typeOf(providerUrn),
            name: nameOf(providerUrn),
            properties: provider?.inputs ?? {},
          },
  };
}
