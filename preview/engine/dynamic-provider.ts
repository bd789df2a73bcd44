import * as grpc from "@grpc/grpc-js";
import type { ResourceProviderClient } from "@pulumi/pulumi/proto/provider_grpc_pb";
import type { CheckResponse, ConfigureResponse } from "@pulumi/pulumi/proto/provider_pb";
import {
  containsSecret,
  fromStruct,
  isSecret,
  isUnknown,
  isWireObject,
  secret,
  toStruct,
  type Wire,
  type WireObject,
  withoutSecrets,
} from "../model/wire";
import type { Project } from "../project/project";
import type { StackConfig } from "../project/stacks";
import { type Child, startNode, stop } from "./child";
import { call, channelOptions } from "./grpc";
import { organization, sdkFile } from "./program";

/** Type tokens of resources whose provider is code of the program. */
export function isDynamic(type: string): boolean {
  return type.startsWith("pulumi-nodejs:dynamic");
}

/** The key of the provider's code among the inputs of its resources. */
const codeKey = "__provider";

/** A run whose dynamic providers are asked. */
export interface DynamicRun {
  project: Project;
  stack: string;
  config: StackConfig;
  /** Address of the engine, which the process is given. */
  engineAddress(): string;
  /** Whether the process uses the preloads that only save time and memory. */
  preload: boolean;
}

/**
 * The program's dynamic providers, in a process of their own as Pulumi runs them (`@pulumi/pulumi/cmd/dynamic-provider`).
 * It starts with the first resource of one. A preview asks them for `check` alone.
 */
export class DynamicProviders {
  private started?: Promise<ResourceProviderClient>;
  private child?: Child;

  constructor(private readonly run: DynamicRun) {}

  /** The inputs of a resource as its provider checks them. Throws, with a line for each failure, where it refuses them. */
  async check(resource: { urn: string; type: string; name: string }, inputs: WireObject): Promise<WireObject> {
    if (isUnknown(withoutSecrets(inputs[codeKey] ?? null))) return inputs;
    this.started ??= this.start();
    const client = await this.started;
    const {
      CheckRequest,
    }: typeof import("@pulumi/pulumi/proto/provider_pb") = require("@pulumi/pulumi/proto/provider_pb");
    const request = new CheckRequest();
    request.setUrn(resource.urn);
    request.setOlds(toStruct({}));
    const news = withoutSecrets(inputs);
    request.setNews(toStruct(isWireObject(news) ? news : {}));
    const response = await call<typeof request, CheckResponse>((sent, done) => client.check(sent, done), request);
    const failures = response.getFailuresList().map((failure) => {
      const property = failure.getProperty();
      const what = property === "" ? " has a problem" : `: property ${property} has a problem`;
      return `${resource.type} resource '${resource.name}'${what}: ${failure.getReason()}`;
    });
    if (failures.length > 0) throw new Error(failures.join("\n"));
    return secretAs(fromStruct(response.getInputs()), inputs);
  }

  close(): void {
    if (this.child !== undefined) stop(this.child);
  }

  private async start(): Promise<ResourceProviderClient> {
    const { project, stack, config, preload } = this.run;
    const engineAddress = this.run.engineAddress();
    const env = {
      PULUMI_CONFIG: JSON.stringify(config.values),
      PULUMI_PROJECT: project.name,
      PULUMI_NODEJS_PROJECT: project.name,
      PULUMI_NODEJS_STACK: stack,
      PULUMI_NODEJS_ORGANIZATION: organization,
      PULUMI_NODEJS_DRY_RUN: "true",
    };
    const { programDir } = project;
    const child = startNode([sdkFile(programDir, "cmd/dynamic-provider"), engineAddress], programDir, env, preload);
    this.child = child;
    const port = await child.firstLine;
    if (port === undefined || !/^\d+$/.test(port)) {
      throw new Error(`the process of the program's dynamic providers did not start: ${child.output().trim()}`);
    }
    const services: typeof import("@pulumi/pulumi/proto/provider_grpc_pb") = require("@pulumi/pulumi/proto/provider_grpc_pb");
    const {
      ConfigureRequest,
    }: typeof import("@pulumi/pulumi/proto/provider_pb") = require("@pulumi/pulumi/proto/provider_pb");
    const client = new services.ResourceProviderClient(
      `127.0.0.1:${port}`,
      grpc.credentials.createInsecure(),
      channelOptions,
    );
    const request = new ConfigureRequest();
    request.setArgs(toStruct({ ...config.values }));
    await call<typeof request, ConfigureResponse>((sent, done) => client.configure(sent, done), request);
    return client;
  }
}

/** Marks as secret what was secret before the check (`annotateSecrets` in `pkg/resource/plugin/provider_plugin.go`). */
function secretAs(checked: WireObject, before: WireObject): WireObject {
  const marked: WireObject = { ...checked };
  for (const [key, old] of Object.entries(before)) {
    const now: Wire | undefined = marked[key];
    if (now === undefined) continue;
    if (isWireObject(now) && isWireObject(old) && !isSecret(old)) marked[key] = secretAs(now, old);
    else if (containsSecret(old)) marked[key] = secret(now);
  }
  return marked;
}
