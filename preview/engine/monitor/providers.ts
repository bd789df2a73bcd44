import type { UrnScope } from "../../model/urn";
import { urnOf } from "../../model/urn";
import type { WireObject } from "../../model/wire";
import { providerId } from "../simulate/placeholder";
import type { SdkSources } from "../simulate/sdk-source";
import type { ResourceState } from "./state";

/**
 * Default providers: one per package and version, configured by the stack's `<package>:*` config, as the real engine makes
 * them (`pkg/resource/deploy/providers`).
 */
export class DefaultProviders {
  private readonly byName = new Map<string, ResourceState>();

  constructor(
    private readonly scope: UrnScope,
    private readonly config: Readonly<Record<string, string>>,
    private readonly sdks: SdkSources,
  ) {}

  /** Reference of the default provider of a type, `urn::id`. */
  reference(type: string, version: string): string {
    const provider = this.forPackage(type.split(":")[0] ?? "", version);
    return `${provider.urn}::${provider.id}`;
  }

  /** The default providers that were needed. */
  all(): ResourceState[] {
    return [...this.byName.values()];
  }

  /** The configuration of a package's default provider, whether or not it was needed. */
  settings(packageName: string): WireObject {
    return Object.fromEntries(
      Object.entries(this.config)
        .filter(([key]) => key.startsWith(`${packageName}:`))
        .map(([key, value]) => [key.slice(packageName.length + 1), value]),
    );
  }

  private forPackage(packageName: string, requested: string): ResourceState {
    const version = requested === "" ? (this.sdks.version(packageName) ?? "") : requested;
    const name = version === "" ? "default" : `default_${version.replace(/[.+]/g, "_")}`;
    const key = `${packageName} ${name}`;
    const known = this.byName.get(key);
    if (known !== undefined) return known;
    const type = `pulumi:providers:${packageName}`;
    const urn = urnOf(this.scope, "", type, name);
    const inputs: WireObject = { ...(version === "" ? {} : { version }), ...this.settings(packageName) };
    const state = providerState(urn, type, name, inputs);
    this.byName.set(key, state);
    return state;
  }
}

function providerState(urn: string, type: string, name: string, inputs: WireObject): ResourceState {
  return {
    op: "create",
    urn,
    type,
    name,
    custom: true,
    parent: "",
    id: providerId(urn),
    inputs,
    outputs: inputs,
    dependencies: [],
    propertyDependencies: {},
    protect: false,
    provider: "",
    ignoreChanges: [],
    aliases: [],
    additionalSecretOutputs: [],
    replaceOnChanges: [],
    deletedWith: "",
  };
}
