import type { Callback } from "@pulumi/pulumi/proto/callback_pb";
import type { IResourceMonitorServer } from "@pulumi/pulumi/proto/resource_grpc_pb";
import {
  DeploymentInfo,
  ExistsResourceResponse,
  ReadResourceResponse,
  RegisterPackageResponse,
  type RegisterResourceRequest,
  RegisterResourceResponse,
  ResourceInvokeResponse,
  ResourceMonitorFeature,
  SupportsFeatureResponse,
  TransformInvokeOptions,
  TransformInvokeRequest,
  TransformInvokeResponse,
} from "@pulumi/pulumi/proto/resource_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import type { Diagnostic } from "../../model/plan";
import { rootStackType, type UrnScope, urnOf } from "../../model/urn";
import {
  containsUnknown,
  fromStruct,
  isWireObject,
  normalize,
  toStruct,
  type WireObject,
  withoutSecrets,
} from "../../model/wire";
import { unary } from "../grpc";
import type { Invokes } from "../invokes/invokes";
import { builtinAnswer, isBuiltin } from "./builtins";
import { transformed } from "./request";
import type { Resources } from "./resources";
import type { ResourceState } from "./state";
import { Callbacks } from "./transforms";

/** The monitor's dependencies and callbacks. */
export interface MonitorContext {
  scope: UrnScope;
  resources: Resources;
  invokes: Invokes;
  /** Called for each resource before the program learns of it. */
  onResource(state: ResourceState): Promise<void> | void;
  report(diagnostic: Diagnostic): void;
}

/** Features that this engine has, by the names that older SDKs ask for. */
const features = new Map<string, ResourceMonitorFeature>([
  ["secrets", ResourceMonitorFeature.RESOURCE_MONITOR_FEATURE_SECRETS],
  ["resourceReferences", ResourceMonitorFeature.RESOURCE_MONITOR_FEATURE_RESOURCE_REFERENCES],
  ["outputValues", ResourceMonitorFeature.RESOURCE_MONITOR_FEATURE_OUTPUT_VALUES],
  ["aliasSpecs", ResourceMonitorFeature.RESOURCE_MONITOR_FEATURE_ALIAS_SPECS],
  ["deletedWith", ResourceMonitorFeature.RESOURCE_MONITOR_FEATURE_DELETED_WITH],
  ["replaceWith", ResourceMonitorFeature.RESOURCE_MONITOR_FEATURE_REPLACE_WITH],
  ["transforms", ResourceMonitorFeature.RESOURCE_MONITOR_FEATURE_TRANSFORMS],
  ["invokeTransforms", ResourceMonitorFeature.RESOURCE_MONITOR_FEATURE_INVOKE_TRANSFORMS],
  ["parameterization", ResourceMonitorFeature.RESOURCE_MONITOR_FEATURE_PARAMETERIZATION],
  ["resourceHooks", ResourceMonitorFeature.RESOURCE_MONITOR_FEATURE_RESOURCE_HOOKS],
  ["errorHooks", ResourceMonitorFeature.RESOURCE_MONITOR_FEATURE_ERROR_HOOKS],
]);

/** The engine's side of every call that a program makes about resources. */
export class MonitorService {
  private readonly callbacks = new Callbacks();
  private readonly stackTransforms: Callback[] = [];
  private readonly invokeTransforms: Callback[] = [];
  private readonly packages: string[] = [];
  /** Outputs that components and the stack registered, by URN. */
  readonly registeredOutputs = new Map<string, WireObject>();

  constructor(private readonly context: MonitorContext) {}

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
      registerResourceOutputs: unary((request) => {
        const { value } = normalize(fromStruct(request.getOutputs()));
        const outputs = isWireObject(value) ? value : {};
        this.registeredOutputs.set(request.getUrn(), outputs);
        const state = this.context.resources.get(request.getUrn());
        if (state !== undefined) state.outputs = { ...state.outputs, ...outputs };
        return new Empty();
      }),
      readResource: unary(async (request) => {
        const { value, dependencies } = normalize(fromStruct(request.getProperties()));
        const state = this.context.resources.read({
          type: request.getType(),
          name: request.getName(),
          parent: request.getParent(),
          id: request.getId(),
          provider: request.getProvider(),
          inputs: isWireObject(value) ? value : {},
          dependencies: [...new Set([...request.getDependenciesList(), ...dependencies])].sort(),
        });
        if (state.type === "pulumi:pulumi:StackReference") this.explainStackReference(state);
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
      invoke: unary((request) => this.invoke(request.getTok(), fromStruct(request.getArgs()), request.getProvider())),
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
      registerResourceHook: unary(() => new Empty()),
      registerErrorHook: unary(() => new Empty()),
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

  close(): void {
    this.callbacks.close();
  }

  private async register(request: RegisterResourceRequest): Promise<RegisterResourceResponse> {
    const transforms = request.getType() === rootStackType ? [] : this.stackTransforms;
    const registration = await transformed(request, transforms, this.callbacks);
    if (request.getRemote()) {
      const urn = urnOf(this.context.scope, registration.parent, registration.type, registration.name);
      throw new Error(
        `"${registration.name}" (${registration.type}) is a remote component: its code runs in a plugin process, which a preview without plugins can't start. Use \`pulumi preview\` for this program. URN: ${urn}`,
      );
    }
    const state = this.context.resources.register(request, registration);
    if (state.type.startsWith("pulumi-nodejs:dynamic:")) {
      this.context.report({
        severity: "info",
        urn: state.urn,
        message: `${state.name}: the code of a dynamic provider does not run in a preview; its outputs are its inputs`,
      });
    }
    await this.context.onResource(state);
    const response = new RegisterResourceResponse();
    response.setUrn(state.urn);
    response.setId(state.id);
    response.setObject(toStruct(state.custom ? state.outputs : state.inputs));
    return response;
  }

  private async invoke(token: string, args: WireObject, provider: string): Promise<ResourceInvokeResponse> {
    const { value } = normalize(await this.transformedArgs(token, args));
    const response = new ResourceInvokeResponse();
    if (isBuiltin(token)) {
      const given = isWireObject(value) ? value : {};
      response.setReturn(toStruct(builtinAnswer(token, given, (urn) => this.context.resources.get(urn))));
      return response;
    }
    if (containsUnknown(value)) {
      response.setUnknown(true);
      response.setReturn(toStruct({}));
      return response;
    }
    const plain = withoutSecrets(value);
    const region = this.context.resources.region(token, provider);
    response.setReturn(toStruct(this.context.invokes.answer(token, isWireObject(plain) ? plain : {}, { region })));
    return response;
  }

  private async transformedArgs(token: string, args: WireObject): Promise<WireObject> {
    let current = args;
    for (const callback of this.invokeTransforms) {
      const request = new TransformInvokeRequest();
      request.setToken(token);
      request.setArgs(toStruct(current));
      request.setOptions(new TransformInvokeOptions());
      const answer = TransformInvokeResponse.deserializeBinary(await this.callbacks.invoke(callback, request));
      if (answer.hasArgs()) current = fromStruct(answer.getArgs());
    }
    return current;
  }

  private explainStackReference(state: ResourceState): void {
    this.context.report({
      severity: "info",
      urn: state.urn,
      message: `${state.name}: outputs of another stack live in its backend, which a preview without an account does not read; they are unknown here`,
    });
  }
}
