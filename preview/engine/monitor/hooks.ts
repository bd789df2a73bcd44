import {
  type RegisterErrorHookRequest,
  type RegisterResourceHookRequest,
  ResourceHookRequest,
  ResourceHookResponse,
  ResourceOptions,
} from "@pulumi/pulumi/proto/resource_pb";
import type { Diagnostic } from "../../model/plan";
import { toStruct } from "../../model/wire";
import type { ResourceState } from "./state";
import type { Callbacks } from "./transforms";

/** The hooks that a program registers, by name (`pkg/resource/deploy/resource_hooks.go`). */
export class Hooks {
  private readonly names = new Set<string>();
  private readonly registered = new Map<string, RegisterResourceHookRequest>();

  constructor(
    private readonly callbacks: Callbacks,
    private readonly report: (diagnostic: Diagnostic) => void,
  ) {}

  /** Throws if the name is empty or taken. */
  add(hook: RegisterResourceHookRequest): void {
    this.take(hook.getName());
    this.registered.set(hook.getName(), hook);
  }

  /** Error hooks run when an operation fails, which none does in a preview. */
  addErrorHook(hook: RegisterErrorHookRequest): void {
    this.take(hook.getName());
  }

  /**
   * Runs those of the hooks that ask for previews (`onDryRun`), as the engine does before and after it creates a resource
   * (`RunHooks` in `pkg/resource/deploy/deployment.go`). Throws what a hook throws, unless its errors are to be ignored.
   */
  async run(when: "BeforeCreate" | "AfterCreate", state: ResourceState): Promise<void> {
    const names = (when === "BeforeCreate" ? state.hooks?.beforeCreate : state.afterCreate) ?? [];
    for (const name of names) {
      const hook = this.registered.get(name);
      if (hook === undefined) throw new Error(`hook ${JSON.stringify(name)} was not registered`);
      if (!hook.getOnDryRun()) continue;
      const error = await this.errorOf(hook, when, state);
      if (error === "") continue;
      if (!hook.getIgnoreErrors()) {
        throw new Error(
          `${when === "BeforeCreate" ? "before" : "after"} hook ${JSON.stringify(name)} failed: ${error}`,
        );
      }
      const message = `${when} hook ${JSON.stringify(name)} failed: ${error}`;
      this.report({ severity: "warning", urn: state.urn, message });
    }
  }

  /** What a hook threw; empty if nothing. */
  private async errorOf(
    hook: RegisterResourceHookRequest,
    when: "BeforeCreate" | "AfterCreate",
    state: ResourceState,
  ): Promise<string> {
    const callback = hook.getCallback();
    if (callback === undefined) return "";
    const request = new ResourceHookRequest();
    request.setUrn(state.urn);
    request.setName(state.name);
    request.setType(state.type);
    request.setNewInputs(toStruct(state.inputs));
    request.setNewOptions(optionsOf(state));
    if (when === "AfterCreate") {
      request.setId(state.id);
      request.setNewOutputs(toStruct(state.outputs));
    }
    const response = ResourceHookResponse.deserializeBinary(await this.callbacks.invoke(callback, request));
    return response.getError();
  }

  private take(name: string): void {
    if (name === "") throw new Error("resource hook name cannot be empty");
    if (this.names.has(name)) throw new Error(`resource hook already registered for name ${JSON.stringify(name)}`);
    this.names.add(name);
  }
}

function optionsOf(state: ResourceState): ResourceOptions {
  const options = new ResourceOptions();
  options.setParent(state.parent);
  options.setDependsOnList(state.dependencies);
  options.setProtect(state.protect);
  options.setRetainOnDelete(state.retainOnDelete ?? false);
  options.setIgnoreChangesList(state.ignoreChanges);
  options.setReplaceOnChangesList(state.replaceOnChanges);
  options.setReplaceWithList(state.replaceWith);
  options.setAdditionalSecretOutputsList(state.additionalSecretOutputs);
  options.setProvider(state.provider);
  options.setDeletedWith(state.deletedWith);
  options.setImport(state.op === "import" ? state.id : "");
  return options;
}
