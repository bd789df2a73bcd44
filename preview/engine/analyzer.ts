import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import * as grpc from "@grpc/grpc-js";
import { AnalyzerClient } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import {
  type AnalyzeDiagnostic,
  AnalyzeRequest,
  type AnalyzeResponse,
  type AnalyzerInfo,
  AnalyzerPropertyDependencies,
  AnalyzerProviderResource,
  AnalyzerResource,
  AnalyzerResourceOptions,
  AnalyzeStackRequest,
  ConfigureAnalyzerRequest,
  PolicySeverity,
  EnforcementLevel as WireLevel,
  PolicyConfig as WirePolicyConfig,
} from "@pulumi/pulumi/proto/analyzer_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { parse } from "yaml";
import type { EnforcementLevel, Violation } from "../plan/plan";
import { type Child, startNode, stop } from "./child";
import { PreviewError } from "./errors";
import { call, channelOptions } from "./grpc";
import { sdkFile } from "./program";
import { toStruct, type WireObject } from "./wire";

/** Facts of the stack that a pack may ask for. */
export interface PolicyStack {
  organization: string;
  project: string;
  stack: string;
  config: Readonly<Record<string, string>>;
}

/** A resource as a pack judges it. */
export interface AnalyzedResource {
  type: string;
  name: string;
  urn: string;
  properties: WireObject;
  parent?: string;
  dependencies?: readonly string[];
  propertyDependencies?: Readonly<Record<string, readonly string[]>>;
  protect?: boolean;
  ignoreChanges?: readonly string[];
  aliases?: readonly string[];
  provider?: { type: string; name: string; urn: string; properties: WireObject };
}

/** Settings of a pack, by policy; the same JSON as `pulumi preview --policy-pack-config` takes. */
export type PolicyConfig = Readonly<
  Record<string, EnforcementLevel | ({ enforcementLevel?: EnforcementLevel } & WireObject)>
>;

/** A policy pack in its own server, as the real engine runs it. */
export class PolicyServer {
  name = "";
  version = "";
  /** How many policies it has. */
  rules = 0;

  private constructor(
    private readonly child: Child,
    private readonly client: AnalyzerClient,
    readonly folder: string,
  ) {}

  /** Starts the server of the pack in a folder. Throws a `PreviewError` where it can't. */
  static async start(
    folder: string,
    engineAddress: string,
    stack: PolicyStack,
    config?: PolicyConfig,
  ): Promise<PolicyServer> {
    const pack = resolve(folder);
    const entry = packEntry(pack);
    const child = startNode([sdkFile(pack, "cmd/run-policy-pack"), engineAddress, entry], pack, {
      PULUMI_NODEJS_ORGANIZATION: stack.organization,
      PULUMI_NODEJS_PROJECT: stack.project,
      PULUMI_NODEJS_STACK: stack.stack,
      PULUMI_NODEJS_DRY_RUN: "true",
      PULUMI_NODEJS_TYPESCRIPT: "false",
      PULUMI_CONFIG: JSON.stringify(stack.config),
    });
    const port = await child.firstLine;
    if (port === undefined || !/^\d+$/.test(port)) {
      stop(child);
      throw new PreviewError(`the policy pack ${folder} did not start:\n${child.output().trim()}`);
    }
    const client = new AnalyzerClient(`127.0.0.1:${port}`, grpc.credentials.createInsecure(), channelOptions);
    const server = new PolicyServer(child, client, folder);
    try {
      await server.introduce(config);
    } catch (error) {
      server.stop();
      throw error;
    }
    return server;
  }

  /** Judges one resource by its inputs. */
  async analyze(resource: AnalyzedResource): Promise<Violation[]> {
    const request = new AnalyzeRequest();
    request.setType(resource.type);
    request.setName(resource.name);
    request.setUrn(resource.urn);
    request.setProperties(toStruct(resource.properties));
    request.setOptions(optionsOf(resource));
    request.setProvider(providerOf(resource));
    const response = await this.call<AnalyzeRequest, AnalyzeResponse>(
      (r, done) => this.client.analyze(r, done),
      request,
    );
    return response.getDiagnosticsList().map((diagnostic) => violation(diagnostic, resource.urn));
  }

  /** Judges the stack as a whole by its resources' outputs. */
  async analyzeStack(resources: readonly AnalyzedResource[], stackUrn: string): Promise<Violation[]> {
    const request = new AnalyzeStackRequest();
    request.setResourcesList(
      resources.map((resource) => {
        const message = new AnalyzerResource();
        message.setType(resource.type);
        message.setName(resource.name);
        message.setUrn(resource.urn);
        message.setProperties(toStruct(resource.properties));
        message.setOptions(optionsOf(resource));
        message.setProvider(providerOf(resource));
        message.setParent(resource.parent ?? "");
        message.setDependenciesList([...(resource.dependencies ?? [])]);
        for (const [property, urns] of Object.entries(resource.propertyDependencies ?? {})) {
          const list = new AnalyzerPropertyDependencies();
          list.setUrnsList([...urns]);
          message.getPropertydependenciesMap().set(property, list);
        }
        return message;
      }),
    );
    const response = await this.call<AnalyzeStackRequest, AnalyzeResponse>(
      (r, done) => this.client.analyzeStack(r, done),
      request,
    );
    return response.getDiagnosticsList().map((diagnostic) => violation(diagnostic, stackUrn));
  }

  stop(): void {
    this.client.close();
    stop(this.child);
  }

  private async introduce(config: PolicyConfig | undefined): Promise<void> {
    const info = await this.call<Empty, AnalyzerInfo>((r, done) => this.client.getAnalyzerInfo(r, done), new Empty());
    this.name = info.getName();
    this.version = info.getVersion();
    this.rules = info.getPoliciesList().length;
    if (config === undefined) return;
    const known = new Set(["all", ...info.getPoliciesList().map((policy) => policy.getName())]);
    const strange = Object.keys(config).filter((name) => !known.has(name));
    if (strange.length > 0) {
      throw new PreviewError(
        `policy config names ${strange.map((name) => `"${name}"`).join(", ")}, which ${this.name} has not`,
      );
    }
    await this.call<ConfigureAnalyzerRequest, Empty>(
      (r, done) => this.client.configure(r, done),
      configMessage(config),
    );
  }

  private async call<Request, Response>(
    method: (request: Request, callback: (error: grpc.ServiceError | null, response: Response) => void) => unknown,
    request: Request,
  ): Promise<Response> {
    try {
      return await call(method, request);
    } catch (error) {
      const reason = error instanceof Error && "details" in error ? String(error.details) : String(error);
      throw new PreviewError(`the policy pack ${this.name || this.folder} failed: ${reason}`);
    }
  }
}

/** The runner takes the entry file, or the folder whose package.json names it. */
function packEntry(pack: string): string {
  const manifest = ["PulumiPolicy.yaml", "PulumiPolicy.yml"].map((name) => join(pack, name)).find(existsSync);
  if (manifest === undefined) throw new PreviewError(`${pack} is no policy pack: it has no PulumiPolicy.yaml`);
  const settings: unknown = parse(readFileSync(manifest, "utf8"));
  const main =
    typeof settings === "object" && settings !== null && "main" in settings ? String(settings.main) : undefined;
  const entry = main === undefined ? pack : join(pack, main);
  if (!existsSync(entry)) {
    throw new PreviewError(
      `the policy pack ${pack} is not built: ${entry} is missing. Run \`npm run build\` in ${pack}`,
    );
  }
  return entry;
}

function optionsOf(resource: AnalyzedResource): AnalyzerResourceOptions {
  const options = new AnalyzerResourceOptions();
  options.setProtect(resource.protect ?? false);
  options.setIgnorechangesList([...(resource.ignoreChanges ?? [])]);
  options.setAliasesList([...(resource.aliases ?? [])]);
  options.setParent(resource.parent ?? "");
  options.setCustomtimeouts(new AnalyzerResourceOptions.CustomTimeouts());
  return options;
}

function providerOf({ provider }: AnalyzedResource): AnalyzerProviderResource | undefined {
  if (provider === undefined) return undefined;
  const message = new AnalyzerProviderResource();
  message.setType(provider.type);
  message.setName(provider.name);
  message.setUrn(provider.urn);
  message.setProperties(toStruct(provider.properties));
  return message;
}

const levels: Readonly<Record<WireLevel, EnforcementLevel>> = {
  [WireLevel.ADVISORY]: "advisory",
  [WireLevel.MANDATORY]: "mandatory",
  [WireLevel.DISABLED]: "disabled",
  [WireLevel.REMEDIATE]: "remediate",
};

function wireLevel(level: EnforcementLevel): WireLevel {
  return {
    advisory: WireLevel.ADVISORY,
    mandatory: WireLevel.MANDATORY,
    disabled: WireLevel.DISABLED,
    remediate: WireLevel.REMEDIATE,
  }[level];
}

function configMessage(config: PolicyConfig): ConfigureAnalyzerRequest {
  const request = new ConfigureAnalyzerRequest();
  for (const [name, setting] of Object.entries(config)) {
    const { enforcementLevel, ...properties } = typeof setting === "string" ? { enforcementLevel: setting } : setting;
    const message = new WirePolicyConfig();
    message.setEnforcementlevel(wireLevel(enforcementLevel ?? "mandatory"));
    message.setProperties(toStruct(properties));
    request.getPolicyconfigMap().set(name, message);
  }
  return request;
}

const severities: Readonly<Record<PolicySeverity, Violation["severity"]>> = {
  [PolicySeverity.POLICY_SEVERITY_UNSPECIFIED]: "unspecified",
  [PolicySeverity.POLICY_SEVERITY_LOW]: "low",
  [PolicySeverity.POLICY_SEVERITY_MEDIUM]: "medium",
  [PolicySeverity.POLICY_SEVERITY_HIGH]: "high",
  [PolicySeverity.POLICY_SEVERITY_CRITICAL]: "critical",
};

function violation(diagnostic: AnalyzeDiagnostic, urn: string): Violation {
  const description = diagnostic.getDescription();
  const message = diagnostic.getMessage();
  return {
    policyPack: diagnostic.getPolicypackname(),
    policyPackVersion: diagnostic.getPolicypackversion(),
    policy: diagnostic.getPolicyname(),
    severity: severities[diagnostic.getSeverity()],
    enforcementLevel: levels[diagnostic.getEnforcementlevel()],
    urn: diagnostic.getUrn() || urn,
    // The policy server puts the rule's description before each message.
    message: message.startsWith(`${description}\n`) ? message.slice(description.length + 1) : message,
  };
}
