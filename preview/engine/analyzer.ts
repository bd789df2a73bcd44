import { resolve } from "node:path";
import { setTimeout } from "node:timers/promises";
import * as grpc from "@grpc/grpc-js";
import { AnalyzerClient } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import type {
  AnalyzeRequest,
  AnalyzeResponse,
  AnalyzerInfo,
  AnalyzeStackRequest,
  ConfigureAnalyzerRequest,
  RemediateResponse,
} from "@pulumi/pulumi/proto/analyzer_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { environmentTagsVariable, noteTag, summaryPolicy, summaryVariable } from "../../policy/protocol/names";
import { PreviewError } from "../model/errors";
import { fromStruct, isWireObject, normalize, type WireObject } from "../model/wire";
import { factsOf, type Verdicts, verdictsIn } from "./analyzer-answers";
import {
  type AnalyzedResource,
  analyzeRequest,
  analyzeStackRequest,
  configMessage,
  remediateRequest,
} from "./analyzer-requests";
import { type Child, startNode, stop } from "./child";
import { call, channelOptions } from "./grpc";
import { packManifest } from "./pack-manifest";
import { PackReach, type PolicyStack } from "./pack-reach";
import { PackWatch, packLimit } from "./pack-watch";
import { type PolicyConfig, type PolicyFacts, reconcile } from "./policy-config";
import { sdkFile } from "./program";

export type { PolicyStack } from "./pack-reach";

/** How a pack is run. */
export interface PackOptions {
  /** Ask the pack for notes and counts in one summary, if it can send one; default true. */
  summary?: boolean;
  /** Use the preloads that only save time and memory; default true. */
  preload?: boolean;
}

/** A policy pack in its own server, as the real engine runs it. */
export class PolicyServer {
  name = "";
  version = "";
  /** The pack's policies. */
  policies: readonly PolicyFacts[] = [];
  /** Whether the pack sends findings and notes as data, and counts itself how often its policies are asked. */
  hasSummary = false;
  private reach: PackReach;
  private facts: readonly PolicyFacts[] = [];
  /** Names of its policies: whatever else it tells is a note. */
  private judging: ReadonlySet<string> = new Set();
  /** Policies that config disables. */
  private silenced: ReadonlySet<string> = new Set();

  private constructor(
    private readonly child: Child,
    private readonly client: AnalyzerClient,
    readonly folder: string,
    private readonly watch: PackWatch,
    private readonly stack: PolicyStack,
  ) {
    this.reach = new PackReach([], stack);
  }

  /**
   * Starts the server of the pack in a folder. A pack that can sends one summary at the end, with how often its policies
   * were asked and all notes; then it does not name, for every resource, each policy that does not apply. Throws a
   * `PreviewError` if the pack can't start.
   */
  static async start(
    folder: string,
    engineAddress: string,
    stack: PolicyStack,
    config?: PolicyConfig,
    { summary = true, preload = true }: PackOptions = {},
  ): Promise<PolicyServer> {
    const pack = resolve(folder);
    const { entry, typescript } = packManifest(pack);
    const limit = packLimit();
    const env = {
      PULUMI_NODEJS_ORGANIZATION: stack.organization,
      PULUMI_NODEJS_PROJECT: stack.project,
      PULUMI_NODEJS_STACK: stack.stack,
      PULUMI_NODEJS_DRY_RUN: "true",
      PULUMI_NODEJS_TYPESCRIPT: String(typescript),
      PULUMI_CONFIG: JSON.stringify(stack.config),
      ISOTOPO_PROFILE: stack.profile ?? process.env.ISOTOPO_PROFILE ?? "",
      [environmentTagsVariable]: JSON.stringify(stack.tags ?? { said: {}, silent: 0 }),
      ...(summary ? { [summaryVariable]: "true" } : {}),
    };
    const child = startNode([sdkFile(pack, "cmd/run-policy-pack"), engineAddress, entry], pack, env, preload);
    const watch = new PackWatch(child, folder, () => stop(child), limit);
    // If a pack ends without printing its port, its output is the error message.
    const port = await watch.answer(
      "was starting",
      child.firstLine.then((line) => line ?? child.exit.then(() => undefined)),
    );
    if (port === undefined || !/^\d+$/.test(port)) {
      stop(child);
      throw new PreviewError(`the policy pack ${folder} did not start:\n${child.output().trim()}`);
    }
    const client = new AnalyzerClient(`127.0.0.1:${port}`, grpc.credentials.createInsecure(), channelOptions);
    const server = new PolicyServer(child, client, folder, watch, stack);
    try {
      await server.introduce(config);
    } catch (error) {
      server.stop();
      throw error;
    }
    return server;
  }

  /** Judges one resource by its inputs. */
  async analyze(resource: AnalyzedResource): Promise<Verdicts> {
    const response = await this.call<AnalyzeRequest, AnalyzeResponse>(
      (r, done) => this.client.analyze(r, done),
      analyzeRequest(resource),
      `judged ${resource.type} ${JSON.stringify(resource.name)}`,
    );
    return this.verdicts(response, resource.urn);
  }

  /**
   * Lets the policies of level "remediate" correct the inputs. Returns the policies that did, and the inputs after the last
   * one.
   */
  async remediate(resource: AnalyzedResource): Promise<{ policies: string[]; properties: WireObject } | undefined> {
    const response = await this.call<AnalyzeRequest, RemediateResponse>(
      (r, done) => this.client.remediate(r, done),
      remediateRequest(resource),
      `put ${resource.type} ${JSON.stringify(resource.name)} right`,
    );
    const done = response.getRemediationsList().filter((remediation) => remediation.getProperties() !== undefined);
    const last = done.at(-1)?.getProperties();
    if (last === undefined) return undefined;
    const { value } = normalize(fromStruct(last));
    return { policies: done.map((item) => item.getPolicyname()), properties: isWireObject(value) ? value : {} };
  }

  /** Judges the stack as a whole by its resources' outputs. */
  async analyzeStack(resources: readonly AnalyzedResource[], stackUrn: string): Promise<Verdicts> {
    const response = await this.call<AnalyzeStackRequest, AnalyzeResponse>(
      (r, done) => this.client.analyzeStack(r, done),
      analyzeStackRequest(resources),
      "judged the stack as a whole",
    );
    return this.verdicts(response, stackUrn);
  }

  private verdicts(response: AnalyzeResponse, urn: string): Verdicts {
    const { name, judging, silenced, hasSummary } = this;
    return verdictsIn(response, urn, { name, judging, silenced, hasSummary });
  }

  /** Its process. */
  get pid(): number | undefined {
    return this.child.process.pid;
  }

  /** Whether it may judge another stack when it is done with this one. */
  get keeps(): boolean {
    return this.reach.hasOthers;
  }

  /** Whether it may judge that stack as well as a newly started pack would. */
  serves(stack: PolicyStack): boolean {
    return this.reach.has(stack);
  }

  /** Starts on another stack: earlier output is not about it. */
  begin(): void {
    this.watch.begin();
  }

  stop(): void {
    this.client.close();
    stop(this.child);
  }

  private async introduce(config: PolicyConfig | undefined): Promise<void> {
    const activity = "was asked for its policies";
    const info = await this.call<Empty, AnalyzerInfo>(
      (r, done) => this.client.getAnalyzerInfo(r, done),
      new Empty(),
      activity,
    );
    this.name = info.getName();
    this.watch.name = this.name;
    this.version = info.getVersion();
    this.facts = info.getPoliciesList().map(factsOf);
    this.policies = this.facts.filter(({ tags }) => !tags.includes(noteTag));
    this.judging = new Set(this.policies.map(({ name }) => name));
    const summary = this.facts.find(({ name, tags }) => name === summaryPolicy && tags.includes(noteTag));
    this.hasSummary = summary !== undefined;
    this.reach = new PackReach(summary?.tags ?? [], this.stack);
    if (config !== undefined) await this.configure(config);
  }

  /** Sets level and settings of the policies from now on; without an entry, the pack's own apply. */
  async configure(config: PolicyConfig): Promise<void> {
    const terms = reconcile(this.name, this.facts, config);
    // The server skips disabled policies itself, except in its summary.
    this.silenced = new Set([...terms].filter(([, { level }]) => level === "disabled").map(([name]) => name));
    await this.call<ConfigureAnalyzerRequest, Empty>(
      (r, done) => this.client.configure(r, done),
      configMessage(terms),
      "took its settings",
    );
  }

  private async call<Request, Response>(
    method: (request: Request, callback: (error: grpc.ServiceError | null, response: Response) => void) => unknown,
    request: Request,
    activity: string,
  ): Promise<Response> {
    try {
      return await this.watch.answer(activity, this.answered(call(method, request)));
    } catch (error) {
      if (error instanceof PreviewError) throw error;
      const reason = error instanceof Error && "details" in error ? String(error.details) : String(error);
      throw new PreviewError(`the policy pack ${this.name || this.folder} failed: ${reason}`);
    }
  }

  /** A dropped connection is the end of the pack; a moment later its exit code and output say more. */
  private async answered<Response>(answer: Promise<Response>): Promise<Response> {
    try {
      return await answer;
    } catch (error) {
      const dropped = error instanceof Error && "code" in error && error.code === grpc.status.UNAVAILABLE;
      if (dropped) await Promise.race([this.child.exit, setTimeout(2000)]);
      throw error;
    }
  }
}
