import * as pulumi from "@pulumi/pulumi";
import { disconnect, resetOptions, setMockOptions } from "@pulumi/pulumi/runtime/settings";
import type { Topology } from "../../../components/contract";
import { comparePlans } from "../../../preview/compare/compare";
import { Invokes } from "../../../preview/engine/invokes/invokes";
import { DefaultProviders } from "../../../preview/engine/monitor/providers";
import { Resources } from "../../../preview/engine/monitor/resources";
import { MonitorService } from "../../../preview/engine/monitor/service";
import { planOf } from "../../../preview/engine/plan";
import { OutputSimulator, type Simulated, type SimulationRequest } from "../../../preview/engine/simulate/outputs";
import { SdkSources } from "../../../preview/engine/simulate/sdk-source";
import type { Diagnostic, Plan } from "../../../preview/model/plan";
import { projectDir } from "../project";
import { builtTopology } from "./built-topology";
import { monitorOf } from "./monitor";
import type { VariantAnswer, VariantRequest } from "./request";

const scope = { project: "isotopo", stack: "variants" };

/** The plans of many topologies, one after the other in this process: no server, no second start, one SDK. */
export async function answerTo({
  config,
  topologies,
  secretValues = {},
  answers,
  compared,
}: VariantRequest): Promise<VariantAnswer> {
  const sdks = new SdkSources(projectDir);
  const plans = new Map<string, Plan>();
  for (const [name, topology] of Object.entries(topologies)) {
    plans.set(name, await planInProcess({ topology, config, given: secretValues[name] ?? {}, sdks, answers }));
  }
  const planOfVariant = (name: string): Plan => {
    const plan = plans.get(name);
    if (plan === undefined) throw new Error(`no variant ${name}`);
    return plan;
  };
  const changes = compared.map(([from, to]) => comparePlans(planOfVariant(from), planOfVariant(to), from).changes);
  return { plans: Object.fromEntries(plans), changes };
}

/** One topology to plan. */
export interface InProcessRequest extends Pick<VariantRequest, "config" | "answers"> {
  topology: Topology;
  /** Values of external secrets. */
  given: Readonly<Record<string, string>>;
  sdks: SdkSources;
}

/** The plan of one topology; two at once would be one program. */
export async function planInProcess({ topology, config, given, sdks, answers }: InProcessRequest): Promise<Plan> {
  const values = { ...config };
  const providers = new DefaultProviders(scope, values, sdks);
  const simulator = new AnsweringSimulator(sdks, answers ?? {});
  const resources = new Resources({ scope, simulator, providers, unknowns: false });
  const diagnostics: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic): void => void diagnostics.push(diagnostic);
  const service = new MonitorService({
    scope,
    resources,
    invokes: new Invokes(sdks),
    dynamicProviders: { check: (_, inputs) => Promise.resolve(inputs), close: () => {} },
    report,
    onResource: () => {},
  });
  await useMonitor(service, answers === undefined);
  await pulumi.runtime.runInPulumiStack(async () => {
    await builtTopology(topology, given).built();
  });
  await disconnect();
  return planOf({
    ...scope,
    folders: { rootDir: projectDir, programDir: projectDir },
    config: { values, secretKeys: [], secretTexts: [] },
    resources: [...providers.all(), ...resources.all()],
    stackOutputs: {},
    diagnostics,
    policy: { packs: [], rules: 0, violations: [], notes: [], judged: [] },
    unknowns: false,
    seconds: 0,
  });
}

/** Made-up outputs, with some that are given. */
class AnsweringSimulator extends OutputSimulator {
  constructor(
    sdks: SdkSources,
    private readonly answers: NonNullable<VariantRequest["answers"]>,
  ) {
    super(sdks);
  }

  override simulate(request: SimulationRequest): Simulated {
    const { id, outputs } = super.simulate(request);
    return { id, outputs: { ...outputs, ...this.answers[request.type] } };
  }
}

/** Hands the SDK a monitor of this process in the place of a connection. */
async function useMonitor(service: MonitorService, isPreview: boolean): Promise<void> {
  // A program that ran before in this process had an engine, whose address would be asked.
  resetOptions(scope.project, scope.stack, -1, "", "", isPreview, "");
  await pulumi.runtime.setMocks(
    { newResource: () => ({ id: "", state: {} }), call: () => ({}) },
    scope.project,
    scope.stack,
    isPreview,
  );
  setMockOptions(monitorOf(service), scope.project, scope.stack, isPreview);
}
