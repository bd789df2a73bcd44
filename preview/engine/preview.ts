import * as grpc from "@grpc/grpc-js";
import { EngineService } from "@pulumi/pulumi/proto/engine_grpc_pb";
import { ResourceMonitorService } from "@pulumi/pulumi/proto/resource_grpc_pb";
import { PreviewError } from "../model/errors";
import type { Diagnostic, Plan } from "../model/plan";
import { stackReferenceType } from "../model/urn";
import { findProject, type Project } from "../project/project";
import type { StackConfig } from "../project/stacks";
import { type Child, stop } from "./child";
import { DynamicProviders } from "./dynamic-provider";
import { failedEnd, mistakeOfEnd, recursionInWords, withoutRecursion } from "./ending";
import { engineHandlers } from "./engine-service";
import { faultRedactorOf } from "./fault-redactor";
import { channelOptions, listen } from "./grpc";
import { hintsOf } from "./hints";
import { Invokes } from "./invokes/invokes";
import { Judges } from "./judges";
import { DefaultProviders } from "./monitor/providers";
import { Resources } from "./monitor/resources";
import { MonitorService } from "./monitor/service";
import { redactedError } from "./pack-fault";
import { PackPool } from "./pack-pool";
import { planOf } from "./plan";
import { preloadMessagesIn } from "./preload-messages";
import type { PreviewOptions } from "./preview-options";
import { organization, startProgram } from "./program";
import { isThrownByPreload, readable } from "./readable";
import { configOf } from "./run-config";
import { OutputSimulator } from "./simulate/outputs";
import { SdkSources } from "./simulate/sdk-source";
import { withAssets } from "./taken-files";

/** Runs a program as the engine would and returns its plan. Throws a `PreviewError` for a mistake of its author. */
export async function preview(options: PreviewOptions): Promise<Plan> {
  const started = performance.now();
  const project = findProject(options.projectDir);
  const config = configOf(project, options);
  const run = await Run.start(project, config, options);
  try {
    await run.finish();
    return planOf({
      ...run.result(),
      unknowns: options.unknowns ?? false,
      seconds: (performance.now() - started) / 1000,
    });
  } catch (error) {
    throw run.redactedError(withoutRecursion(error));
  } finally {
    run.close();
  }
}

/** One run of one program: two services, the program, and the packs. */
class Run {
  private readonly diagnostics: Diagnostic[] = [];
  private registered = 0;
  private lastRegistration = performance.now();

  private constructor(
    private readonly project: Project,
    private readonly config: StackConfig,
    private readonly options: PreviewOptions,
    private readonly server: grpc.Server,
    private readonly monitor: MonitorService,
    private readonly resources: Resources,
    private readonly providers: DefaultProviders,
    private readonly judges: Judges,
    private readonly program: Child,
  ) {}

  static async start(project: Project, config: StackConfig, options: PreviewOptions): Promise<Run> {
    const scope = { project: project.name, stack: options.stack };
    const sdks = new SdkSources(project.programDir);
    const providers = new DefaultProviders(scope, config.values, sdks);
    const unknowns = options.unknowns ?? false;
    const assetDir = options.filesMayMiss === true ? undefined : project.programDir;
    const simulator = new OutputSimulator(sdks);
    const resources = new Resources({ scope, simulator, providers, unknowns, assetDir });
    const server = new grpc.Server(channelOptions);
    const late: { run?: Run; address?: string } = {};
    const report = (diagnostic: Diagnostic): void => void late.run?.diagnostics.push(diagnostic);
    const judges = new Judges(options.packPool ?? new PackPool(), options.preload);
    const engineAddress = () => late.address ?? "";
    const dynamicRun = { project, stack: options.stack, config, engineAddress, preload: options.preload ?? true };
    const monitor = new MonitorService({
      scope,
      resources,
      invokes: new Invokes(sdks),
      dynamicProviders: new DynamicProviders(dynamicRun),
      report,
      onResource: async (state) => {
        late.run?.count();
        if (judges.remediate) {
          const policies = await judges.remedy(state, resources.provider(state.provider));
          if (policies.length > 0) {
            resources.answerAnew(state);
            report({ severity: "info", urn: state.urn, message: `${state.name}: put right by ${policies.join(", ")}` });
          }
        }
        judges.judge(state, resources.provider(state.provider));
      },
    });
    server.addService(ResourceMonitorService, monitor.handlers());
    server.addService(EngineService, engineHandlers(report));
    const address = await listen(server);
    late.address = address;
    const startOrShutDown = (): Child => {
      try {
        return startProgram({
          project,
          stack: options.stack,
          config: config.values,
          secretKeys: config.secretKeys,
          monitorAddress: address,
          engineAddress: address,
          reads: options.onReads !== undefined,
          preload: options.preload ?? true,
        });
      } catch (error) {
        // A server that still listens would keep the command from ending.
        server.forceShutdown();
        throw error;
      }
    };
    const program = startOrShutDown();
    judges.start(
      options.policyPacks ?? [],
      address,
      { organization, ...scope, config: config.values },
      options.policyConfig,
    );
    const run = new Run(project, config, options, server, monitor, resources, providers, judges, program);
    late.run = run;
    run.watchQuiet();
    options.signal?.addEventListener("abort", () => run.close(), { once: true });
    if (options.signal?.aborted) run.close();
    return run;
  }

  /** Waits for the program and the packs. */
  async finish(): Promise<void> {
    const exit = await this.program.exit;
    if (this.options.signal?.aborted) throw new PreviewError("interrupted");
    const messages = preloadMessagesIn(this.program.messageLines());
    const hasOutputs = this.monitor.registeredOutputs.has(this.stackUrn());
    const { rootDir } = this.project;
    const mistake = mistakeOfEnd(exit, messages, { hasOutputs, rootDir });
    if (mistake !== undefined) throw this.failure([...this.errors(), mistake]);
    if (exit !== 0)
      throw this.failure([...this.errorsOr(failedEnd(exit, messages, rootDir)), ...this.printed()], this.hints());
    if (messages.reads !== undefined) {
      const inputs = this.resources.all().map((state) => state.inputs);
      this.options.onReads?.(withAssets(messages.reads, inputs, this.project.programDir));
    }
    this.reportOutput();
    await this.judges.finish(this.resources, this.stackUrn());
  }

  result() {
    return {
      project: this.project.name,
      stack: this.options.stack,
      folders: this.project,
      ...this.texts(),
      diagnostics: this.diagnostics,
      policy: this.judges.outcome(),
    };
  }

  /** The error that ends the run, safe to show. */
  redactedError(error: unknown): unknown {
    const { name, rootDir, programDir } = this.project;
    const texts = [name, this.options.stack, rootDir, programDir, ...(this.options.policyPacks ?? [])];
    return redactedError(error, faultRedactorOf(this.texts(), { texts, folder: rootDir }));
  }

  close(): void {
    stop(this.program);
    this.judges.stop();
    this.monitor.close();
    this.server.forceShutdown();
  }

  /** A program may wait as long as it likes, but a message says that it waits. */
  private watchQuiet(): void {
    const { onQuiet, quietSeconds = 60 } = this.options;
    if (onQuiet === undefined) return;
    const watch = setInterval(() => {
      const seconds = (performance.now() - this.lastRegistration) / 1000;
      if (seconds >= quietSeconds) onQuiet(Math.round(seconds));
    }, quietSeconds * 1000);
    void this.program.exit.then(() => clearInterval(watch));
  }

  private count(): void {
    this.registered += 1;
    this.lastRegistration = performance.now();
    this.options.onProgress?.(this.registered);
  }

  private stackUrn(): string {
    const { name } = this.project;
    return `urn:pulumi:${this.options.stack}::${name}::pulumi:pulumi:Stack::${name}-${this.options.stack}`;
  }

  /** Output of the program itself: no part of the report, but its author may look for it. */
  private reportOutput(): void {
    const output = this.program.output().trim();
    if (output !== "") this.diagnostics.push({ severity: "info", message: output });
  }

  /** The errors that the program reported. */
  private errors(): string[] {
    return this.diagnostics.filter(({ severity }) => severity === "error").map(({ message }) => readable(message));
  }

  private errorsOr(words: string): string[] {
    const errors = this.errors();
    return errors.length > 0 ? errors : [words];
  }

  /** What a program that failed has printed: it may say why. */
  private printed(): string[] {
    const output = this.program.output().trim();
    return output === "" ? [] : [`it printed:\n${readable(output)}`];
  }

  private hints(): string[] {
    const all = this.resources.all();
    const references = all.filter(({ type }) => type === stackReferenceType).map(({ name }) => name);
    const simulated =
      this.options.unknowns !== true && all.some(({ type, custom }) => custom && type !== stackReferenceType);
    return hintsOf(this.errors(), { simulated, functions: this.monitor.answeredFunctions(), references });
  }

  private failure(words: readonly string[], hints: readonly string[] = []): PreviewError {
    const byPreload = this.diagnostics.some(({ message }) => isThrownByPreload(message));
    const hint = byPreload ? ["it came from what this command runs before the program: --no-preload runs without"] : [];
    return new PreviewError([...new Set(words.map(recursionInWords)), ...hints, ...hint].join("\n"));
  }

  /** All texts of the run that may be secret. */
  private texts() {
    return {
      config: this.config,
      resources: [...this.providers.all(), ...this.resources.all()],
      stackOutputs: this.monitor.registeredOutputs.get(this.stackUrn()) ?? {},
    };
  }
}
