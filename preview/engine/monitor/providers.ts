import { digest } from "../simulate/placeholder";
import type { SdkSources } from "../simulate/sdk-source";
import type { UrnScope } from "../urn";
import { urnOf } from "../urn";
import type { WireObject } from "../wire";
import type { ResourceState } from "./state";

/**
 * The providers that nobody declared: one per package and version, configured by the stack's `<package>:*` config, as
 * the real engine makes them (`pkg/resource/deploy/providers`).
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

  /** Those that were needed. */
  all(): ResourceState[] {
    return [...this.byName.values()];
  }

  private forPackage(packageName: string, asked: string): ResourceState {
    const version = asked === "" ? (this.sdks.version(packageName) ?? "") : asked;
    const name = version === "" ? "default" : `default_${version.replace(/[.+]/g, "_")}`;
    const key = `${packageName} ${name}`;
    const known = this.byName.get(key);
    if (known !== undefined) return known;
    const type = `pulumi:providers:${packageName}`;
    const urn = urnOf(this.scope, "", type, name);
    const inputs: WireObject = version === "" ? {} : { version };
    for (const [setting, value] of Object.entries(this.config)) {
      if (setting.startsWith(`${packageName}:`)) inputs[setting.slice(packageName.length + 1)] = value;
    }
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
    id: digest(urn, 32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5"),
    inputs,
    outputs: inputs,
    dependencies: [],
    propertyDependencies: {},
    protect: false,
    provider: "",
    ignoreChanges: [],
    aliases: [],
    additionalSecretOutputs: [],
  };
}
