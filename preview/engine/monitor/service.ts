import type { Callback } from "@pulumi/pulumi/proto/callback_pb";
import type { IResourceMonitorServer } from "@pulumi/pulumi/proto/resource_grpc_pb";
import {
  DeploymentInfo,
  ExistsResourceResponse,
  ReadResourceResponse,
  RegisterPackageResponse,
  type RegisterResourceRequest,
  RegisterResourceResponse,
  type ResourceInvokeRequest,
  ResourceInvokeResponse,
  SupportsFeatureResponse,
} from "@pulumi/pulumi/proto/resource_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import type { Diagnostic } from "../../model/plan";
import { rootStackType, stackReferenceType, type UrnScope, urnOf } from "../../model/urn";
import {
  containsUnknown,
  fromStruct,
  isWireObject,
  normalize,
  toStruct,
  type WireObject,
  withoutSecrets,
} from "../../model/wire";
import { type DynamicProviders, isDynamic } from "../dynamic-provider";
import { unary } from "../grpc";
import type { Invokes } from "../invokes/invokes";
import { builtinAnswer, isBuiltin } from "./builtins";
import { features } from "./features";
import { Hooks } from "./hooks";
import { inherit } from "./inheritance";
import { transformedArgs } from "./invoke-transforms";
import { type Registration, transformed } from "./request";
import type { Resources } from "./resources";
import type { ResourceState } from "./state";
import { Callbacks } from "./transforms";

/** The monitor's dependencies and callbacks. */
export interface MonitorContext {
  scope: UrnScope;
  resources: Resources;
  invokes: Invokes;
  dynamicProviders: Pick<DynamicProviders, "check" | "close">;
  /** Called for each resource before the program learns of it. */
  onResource(state: ResourceState): Promise<void> | void;
  report(diagnostic: Diagnostic): void;
}

/** The engine's side of every call that a program makes about resources. */
export class MonitorService {
  private readonly callbacks = new Callbacks();
  private readonly stackTransforms: Callback[] = [];
  /** By URN. */
  private readonly ownTransforms = new Map<string, readonly Callback[]>();
  private readonly invokeTransforms: Callback[] = [];
  private readonly packages: string[] = [];
  private readonly answered = new Set<string>();
  /** Outputs that components and the stack registered, by URN. */
  readonly registeredOutputs = new Map<string, WireObject>();

  private readonly hooks: Hooks;

  constructor(private readonly context: MonitorContext) {
    this.hooks = new Hooks(this.callbacks, (diagnostic) => context.report(diagnostic));
  }

  /** The handlers, for a server. */
  handlers(): IResourceMonitorServer {
    return {
      getDeploymentInfo: unary(() => {
        const info = new DeploymentInfo();
        info.setProject(this.context.scope.project);
        info.setStack(this.context.scope.stack);
        info.setDryrun(true);
        info.setSupportedfeaturesList([...features.values()]);
        return info;
      }),
      supportsFeature: unary((request) => {
        const response = new SupportsFeatureResponse();
        response.setHassupport(features.has(request.getId()));
        return response;
      }),
      registerResource: unary((request) => this.register(request)),
      registerResourceOutputs: unary(async (request) => {
        const { value } = normalize(fromStruct(request.getOutputs()));
        const outputs = isWireObject(value) ? value : {};
        const isFirst = !this.registeredOutputs.has(request.getUrn());
        this.registeredOutputs.set(request.getUrn(), outputs);
        const state = this.context.resources.get(request.getUrn());
        if (state !== undefined) {
          state.outputs = { ...state.outputs, ...outputs };
          if (!state.custom && isFirst) await this.hooks.run("AfterCreate", state);
        }
        return new Empty();
      }),
      readResource: unary(async (request) => {
        const { value, dependencies } = normalize(fromStruct(request.getProperties()));
        const state = this.context.resources.read({
          type: request.getType(),
          name: request.getName(),
          parent: request.getParent(),
          id: request.getId(),
          provider: request.getProvider() || this.context.resources.defaultProvider(request),
          inputs: isWireObject(value) ? value : {},
          dependencies: [...new Set([...request.getDependenciesList(), ...dependencies])].sort(),
          additionalSecretOutputs: request.getAdditionalsecretoutputsList(),
        });
        if (state.type === stackReferenceType) this.explainStackReference(state);
        await this.context.onResource(state);
        const response = new ReadResourceResponse();
        response.setUrn(state.urn);
        response.setProperties(toStruct(state.outputs));
        return response;
      }),
      existsResource: unary(() => {
        const response = new ExistsResourceResponse();
        response.setUnknown(true);
        return response;
      }),
      invoke: unary((request) => this.invoke(request)),
      call: unary((request) => {
        throw new Error(
          `${request.getTok()} is a method that runs in its provider's plugin process; a preview without plugins can't call it. Use \`pulumi preview\` for this program.`,
        );
      }),
      registerStackTransform: unary((callback) => {
        this.stackTransforms.push(callback);
        return new Empty();
      }),
      registerStackInvokeTransform: unary((callback) => {
        this.invokeTransforms.push(callback);
        return new Empty();
      }),
      registerResourceHook: unary((request) => {
        this.hooks.add(request);
        return new Empty();
      }),
      registerErrorHook: unary((request) => {
        this.hooks.addErrorHook(request);
        return new Empty();
      }),
      registerPackage: unary((request) => {
        const name = request.getParameterization()?.getName() ?? request.getName();
        this.packages.push(name);
        const response = new RegisterPackageResponse();
        response.setRef(`${name}-${this.packages.length}`);
        return response;
      }),
      signalAndWaitForShutdown: unary(() => new Empty()),
    };
  }

  /** The functions of providers that were answered, by their tokens. */
  answeredFunctions(): string[] {
    return [...this.answered].sort();
  }

  close(): void {
    this.callbacks.close();
    this.context.dynamicProviders.close();
  }

  private async register(request: RegisterResourceRequest): Promise<RegisterResourceResponse> {
    const { resources } = this.context;
    inherit(request, resources.get(request.getParent()));
    const provider = resources.namedProvider(request);
    const registration = await transformed(request, provider, this.transformsOf(request), this.callbacks);
    if (request.getRemote()) {
      const urn = urnOf(this.context.scope, registration.parent, registration.type, registration.name);
      throw new Error(
        `"${registration.name}" (${registration.type}) is a remote component: its code runs in a plugin process, which a preview without plugins can't start. Use \`pulumi preview\` for this program. URN: ${urn}`,
      );
    }
    if (isDynamic(registration.type)) await this.check(registration);
    const state = resources.register(request, registration);
    this.ownTransforms.set(state.urn, request.getTransformsList());
    if (state.op === "create") await this.hooks.run("BeforeCreate", state);
    await this.context.onResource(state);
    if (state.op === "create" && state.custom) await this.hooks.run("AfterCreate", state);
    const response = new RegisterResourceResponse();
    response.setUrn(state.urn);
    response.setId(state.id);
    response.setObject(toStruct(state.custom ? state.outputs : state.inputs));
    return response;
  }

  /** Has a dynamic provider check the inputs of a resource of it, which may change them. Throws where it refuses them. */
  private async check(registration: Registration): Promise<void> {
    const { type, name, parent, properties, options } = registration;
    const urn = urnOf(this.context.scope, parent, type, name);
    const { value, dependencies } = normalize(properties);
    registration.properties = await this.context.dynamicProviders.check(
      { urn, type, name },
      isWireObject(value) ? value : {},
    );
    options.setDependsOnList([...options.getDependsOnList(), ...dependencies]);
    this.context.report({
      severity: "info",
      urn,
      message: `${name}: of a dynamic provider, only \`check\` runs in a preview; its outputs are its inputs`,
    });
  }

  /** Its own transforms, those of each resource above it, then the stack's, as in `pkg/resource/deploy/source_eval.go`. */
  private transformsOf(request: RegisterResourceRequest): Callback[] {
    const found = [...request.getTransformsList()];
    for (let urn = request.getParent(); urn !== ""; urn = this.context.resources.get(urn)?.parent ?? "") {
      found.push(...(this.ownTransforms.get(urn) ?? []));
    }
    return [...found, ...(request.getType() === rootStackType ? [] : this.stackTransforms)];
  }

  private async invoke(request: ResourceInvokeRequest): Promise<ResourceInvokeResponse> {
    const [token, args] = [request.getTok(), fromStruct(request.getArgs())];
    const { value } = normalize(await transformedArgs(token, args, this.invokeTransforms, this.callbacks));
    const response = new ResourceInvokeResponse();
    if (isBuiltin(token)) {
      const given = isWireObject(value) ? value : {};
      response.setReturn(toStruct(builtinAnswer(token, given, (urn) => this.context.resources.get(urn))));
      return response;
    }
    const isEarly = request.getDependsonList().some((urn) => this.context.resources.isPending(urn));
    if (isEarly || containsUnknown(value)) {
      response.setUnknown(true);
      response.setReturn(toStruct({}));
      return response;
    }
    const plain = withoutSecrets(value);
    const region = this.context.resources.region(token, request.getProvider());
    const answer = this.context.invokes.answer(token, isWireObject(plain) ? plain : {}, { region });
    if (answer === undefined) response.setUnknown(true);
    else this.answered.add(token);
    response.setReturn(toStruct(answer ?? {}));
    return response;
  }

  private explainStackReference(state: ResourceState): void {
    this.context.report({
      severity: "info",
      urn: state.urn,
      message: `${state.name}: outputs of another stack live in its backend, which a preview without an account does not read; they are unknown here`,
    });
  }
}
