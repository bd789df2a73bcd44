import type { ReadResourceRequest, RegisterResourceRequest } from "@pulumi/pulumi/proto/resource_pb";
import { packageOf, type UrnScope, urnOf } from "../../model/urn";
import { isWireObject, mapObject, normalize, secret, type WireObject } from "../../model/wire";
import { unreadableFiles } from "../asset-files";
import { keptInputs } from "../kubernetes-objects";
import { leftUnknown, type OutputSimulator } from "../simulate/outputs";
import { regionOf } from "../simulate/region";
import { aliasUrns } from "./aliases";
import { providerInputs } from "./explicit-provider";
import type { DefaultProviders } from "./providers";
import type { Registration } from "./request";
import { hooksOf, positionOf, propertyDependencies, triggerOf } from "./request-parts";
import type { ResourceState } from "./state";
import { customTimeoutsOf } from "./timeouts";

/** The context of registrations. */
export interface ResourceContext {
  scope: UrnScope;
  simulator: OutputSimulator;
  providers: DefaultProviders;
  /** Leave computed outputs unknown. */
  unknowns: boolean;
  /** Folder that relative paths of assets start at; undefined where files need not be there. */
  assetDir?: string;
}

const providerTypes = "pulumi:providers:";

/** The resources of a run, in the order of their registration. */
export class Resources {
  private readonly byUrn = new Map<string, ResourceState>();
  /** Providers that the children of a component take, by package. */
  private readonly componentProviders = new Map<string, Record<string, string>>();

  constructor(private readonly context: ResourceContext) {}

  all(): ResourceState[] {
    return [...this.byUrn.values()];
  }

  get(urn: string): ResourceState | undefined {
    return this.byUrn.get(urn);
  }

  /** The provider behind a reference, `urn::id`: a declared one or a default one. */
  provider(reference: string): ResourceState | undefined {
    const urn = reference.slice(0, Math.max(0, reference.lastIndexOf("::")));
    return this.byUrn.get(urn) ?? this.context.providers.all().find((provider) => provider.urn === urn);
  }

  /** The region of a type or function: that of the provider referred to, else of the default provider. */
  region(token: string, reference: string): string {
    const provider = this.provider(reference);
    return regionOf(token, provider?.inputs ?? this.context.providers.settings(token.split(":")[0] ?? ""));
  }

  /** Registers a resource and simulates the provider's answer. Throws if the URN is taken. */
  register(request: RegisterResourceRequest, registration: Registration): ResourceState {
    const { type, name, custom, parent, options } = registration;
    const urn = urnOf(this.context.scope, parent, type, name);
    const { value, dependencies } = normalize(registration.properties);
    const given = keptInputs(type, isWireObject(value) ? value : {});
    this.refuseUnreadable(given);
    const inputs = type.startsWith(providerTypes) ? this.providerInputs(request, registration, given) : given;
    if (parent !== "" && !this.byUrn.has(parent)) throw new Error(`could not find parent resource ${parent}`);
    const provider = custom ? this.providerOf(registration) : "";
    if (!custom) {
      this.componentProviders.set(urn, {
        ...this.componentProviders.get(parent),
        ...Object.fromEntries(options.getProvidersMap().entries()),
      });
    }
    const state: ResourceState = {
      op: options.getImport() === "" ? "create" : "import",
      urn,
      type,
      name,
      custom,
      parent,
      ...this.answer(custom, { type, name, urn, inputs, provider, importId: options.getImport() }),
      inputs,
      dependencies: [...new Set([...options.getDependsOnList(), ...dependencies])].sort(),
      propertyDependencies: propertyDependencies(request, registration.properties),
      protect: options.getProtect() ?? false,
      provider,
      ignoreChanges: options.getIgnoreChangesList(),
      aliases: aliasUrns(
        this.context.scope,
        options.getAliasesList(),
        { type, name, parent },
        (of) => this.byUrn.get(of)?.aliases ?? [],
      ),
      additionalSecretOutputs: options.getAdditionalSecretOutputsList(),
      // False overrides what the provider would do.
      deleteBeforeReplace: options.hasDeleteBeforeReplace() ? options.getDeleteBeforeReplace() : undefined,
      retainOnDelete: options.getRetainOnDelete() || undefined,
      replaceOnChanges: options.getReplaceOnChangesList(),
      hideDiff: options.getHideDiffList(),
      deletedWith: options.getDeletedWith(),
      replaceWith: options.getReplaceWithList(),
      replacementTrigger: triggerOf(options),
      customTimeouts: customTimeoutsOf(options),
      hooks: hooksOf(options),
      afterCreate: options.getHooks()?.getAfterCreateList(),
      position: positionOf(request),
    };
    state.outputs = markSecrets(state);
    return this.add(state);
  }

  /** Whether a real preview would still have to make it, so that functions which depend on it are not called yet. */
  isPending(urn: string): boolean {
    const state = this.byUrn.get(urn);
    return this.context.unknowns && state?.custom === true && state.op !== "read";
  }

  /** Simulates the provider's answer again, after the inputs were changed. */
  answerAnew(state: ResourceState): void {
    const { type, name, urn, inputs, provider } = state;
    const importId = state.op === "import" ? state.id : "";
    Object.assign(state, this.answer(state.custom, { type, name, urn, inputs, provider, importId }));
    state.outputs = markSecrets(state);
  }

  /** Records a resource that the program reads from the cloud. */
  read(
    resource: Pick<
      ResourceState,
      "type" | "name" | "parent" | "id" | "provider" | "inputs" | "dependencies" | "additionalSecretOutputs"
    >,
  ): ResourceState {
    this.refuseUnreadable(resource.inputs);
    const urn = urnOf(this.context.scope, resource.parent, resource.type, resource.name);
    if (resource.parent !== "" && !this.byUrn.has(resource.parent)) {
      throw new Error(`could not find parent resource ${resource.parent}`);
    }
    const { outputs } = this.answer(true, { ...resource, urn, importId: resource.id });
    return this.add({
      ...resource,
      op: "read",
      urn,
      custom: true,
      outputs: markSecrets({ outputs, additionalSecretOutputs: resource.additionalSecretOutputs }),
      propertyDependencies: {},
      protect: false,
      ignoreChanges: [],
      aliases: [],
      replaceOnChanges: [],
      hideDiff: [],
      deletedWith: "",
      replaceWith: [],
    });
  }

  private add(state: ResourceState): ResourceState {
    if (this.byUrn.has(state.urn)) {
      throw new Error(
        `Duplicate resource URN '${state.urn}': two resources are named "${state.name}" and have the same type and parent; try giving one a unique name`,
      );
    }
    this.byUrn.set(state.urn, state);
    return state;
  }

  /**
   * The reference of the provider that a registration names, or that it takes from its `providers` or from its component;
   * empty for that of its package by default (`resolveProvider` in `pkg/resource/deploy/source_eval.go`).
   */
  namedProvider(request: RegisterResourceRequest): string {
    const named = request.getProvider();
    if (named !== "" || !request.getCustom()) return named;
    const packageName = packageOf(request.getType());
    const own = request.getProvidersMap().get(packageName);
    return own ?? this.componentProviders.get(request.getParent())?.[packageName] ?? "";
  }

  private refuseUnreadable(inputs: WireObject): void {
    const { assetDir } = this.context;
    const problems = assetDir === undefined ? [] : unreadableFiles(inputs, assetDir);
    if (problems.length > 0) throw new Error(problems.join("\n"));
  }

  /** The reference of the default provider of a resource that is read. */
  defaultProvider(request: ReadResourceRequest): string {
    const [type, version, url] = [request.getType(), request.getVersion(), request.getPlugindownloadurl()];
    return type.startsWith("pulumi:providers:") ? "" : this.context.providers.reference(type, version, url);
  }

  /** A provider that names no plugin runs that of its package's default provider. */
  private providerInputs(request: RegisterResourceRequest, { type, options }: Registration, given: WireObject) {
    const [version, url] = [options.getVersion(), options.getPluginDownloadUrl()];
    const isOwn = version !== "" || url !== "";
    return providerInputs(given, {
      version: isOwn ? version : this.context.providers.version(type.slice(providerTypes.length)),
      url,
      envVarMappings: Object.fromEntries(request.getEnvvarmappingsMap().entries()),
    });
  }

  private providerOf({ type, options }: Registration): string {
    if (/^pulumi:(providers|pulumi):/.test(type)) return "";
    if (options.getProvider() !== "") return options.getProvider();
    return this.context.providers.reference(type, options.getVersion(), options.getPluginDownloadUrl());
  }

  private answer(
    custom: boolean,
    registration: { type: string; name: string; urn: string; inputs: WireObject; provider: string; importId: string },
  ): Pick<ResourceState, "id" | "outputs"> {
    if (!custom) return { id: "", outputs: {} };
    const { id, outputs } = this.context.simulator.simulate({
      ...registration,
      region: this.region(registration.type, registration.provider),
      unknowns: this.context.unknowns,
    });
    // The engine itself makes these: the output of a new one is its input (`pkg/resource/deploy/builtins.go`).
    const { input } = registration.inputs;
    if (registration.type === "pulumi:index:Stash" && input !== undefined) {
      return { id: this.context.unknowns ? registration.importId : id, outputs: { input, output: input } };
    }
    if (!this.context.unknowns) return { id: registration.importId || id, outputs };
    return { id: registration.importId, outputs: leftUnknown(outputs, registration.inputs) };
  }
}

/** Secret inputs stay secret in the outputs, and so do the outputs that the SDK names. */
function markSecrets({
  outputs,
  additionalSecretOutputs,
}: Pick<ResourceState, "outputs" | "additionalSecretOutputs">): WireObject {
  return mapObject(outputs, (output, key) => (additionalSecretOutputs.includes(key) ? secret(output) : output));
}
