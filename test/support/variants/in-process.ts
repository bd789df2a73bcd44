import * as pulumi from "@pulumi/pulumi";
import { disconnect, setMockOptions } from "@pulumi/pulumi/runtime/settings";
import type { Builder, Topology } from "../../../components/contract";
import { loadTarget, type TargetName, targetNames } from "../../../components/targets";
import { AppTopology } from "../../../components/topology";
import { comparePlans } from "../../../preview/compare/compare";
import { Invokes } from "../../../preview/engine/invokes/invokes";
import { DefaultProviders } from "../../../preview/engine/monitor/providers";
import { Resources } from "../../../preview/engine/monitor/resources";
import { MonitorService } from "../../../preview/engine/monitor/service";
import { planOf } from "../../../preview/engine/plan";
import { OutputSimulator, type Simulated, type SimulationRequest } from "../../../preview/engine/simulate/outputs";
import { SdkSources } from "../../../preview/engine/simulate/sdk-source";
import type { Diagnostic, Plan } from "../../../preview/model/plan";
import { applicationNamed } from "../fixture/applications";
import { projectDir } from "../project";
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
    plans.set(name, await planTopology(topology, { ...config }, secretValues[name] ?? {}, sdks, answers));
  }
  const planOfVariant = (name: string): Plan => {
    const plan = plans.get(name);
    if (plan === undefined) throw new Error(`no variant ${name}`);
    return plan;
  };
  const changes = compared.map(([from, to]) => comparePlans(planOfVariant(from), planOfVariant(to), from).changes);
  return { plans: Object.fromEntries(plans), changes };
}

async function planTopology(
  topology: Topology,
  config: Record<string, string>,
  given: Record<string, string>,
  sdks: SdkSources,
  answers: VariantRequest["answers"],
): Promise<Plan> {
  const providers = new DefaultProviders(scope, config, sdks);
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
  await pulumi.runtime.runInPulumiStack(() => build(topology, given));
  await disconnect();
  return planOf({
    ...scope,
    folders: { rootDir: projectDir, programDir: projectDir },
    config: { values: config, secretKeys: [], secretTexts: [] },
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
  await pulumi.runtime.setMocks(
    { newResource: () => ({ id: "", state: {} }), call: () => ({}) },
    scope.project,
    scope.stack,
    isPreview,
  );
  setMockOptions(monitorOf(service), scope.project, scope.stack, isPreview);
}

async function build(topology: Topology, given: Record<string, string>): Promise<void> {
  const external = topology.secrets.filter(({ kind }) => kind === "external");
  const secretValues = Object.fromEntries(
    external.map(({ name }) => [name, pulumi.secret(given[name] ?? `value-of-${name}`)]),
  );
  const registryPasswords = Object.fromEntries(
    Object.keys(topology.images.registries).map((host) => [host, pulumi.secret(`password-of-${host}`)]),
  );
  const { app, cloud } = topology.context;
  const load = (): Promise<Builder> => Promise.resolve(loadTarget(cloudOf(cloud), applicationNamed(app).transforms));
  await new AppTopology(topology.context.name, {
    topology,
    origins: {},
    secretValues,
    registryPasswords,
    load,
  }).built();
}

function cloudOf(name: string): TargetName {
  const cloud = targetNames.find((known) => known === name);
  if (cloud === undefined) throw new Error(`${name} is no cloud`);
  return cloud;
}
