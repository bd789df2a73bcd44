import { jsonIn } from "../../model/json-text";
import { packageOf, type UrnScope, urnOf } from "../../model/urn";
import type { WireObject } from "../../model/wire";
import { providerId } from "../simulate/placeholder";
import type { SdkSources } from "../simulate/sdk-source";
import { providerInputs } from "./explicit-provider";
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

  /** Reference of the default provider of a type, `urn::id`. Throws if the stack has disabled it. */
  reference(type: string, version: string, pluginDownloadUrl = ""): string {
    const packageName = packageOf(type);
    if (this.isDisabled(packageName)) {
      throw new Error(`Default provider for '${packageName}' disabled. '${type}' must use an explicit provider.`);
    }
    const provider = this.forPackage(packageName, version, pluginDownloadUrl);
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

  /** The version of a package's plugin where a registration names none: that of the SDK. The engine's own has none. */
  version(packageName: string): string {
    return packageName === "pulumi" ? "" : (this.sdks.version(packageName) ?? "");
  }

  private forPackage(packageName: string, requested: string, pluginDownloadUrl: string): ResourceState {
    const version = requested === "" ? this.version(packageName) : requested;
    const name = defaultName(version, pluginDownloadUrl);
    const key = `${packageName} ${name}`;
    const known = this.byName.get(key);
    if (known !== undefined) return known;
    const type = `pulumi:providers:${packageName}`;
    const urn = urnOf(this.scope, "", type, name);
    const inputs = providerInputs(this.settings(packageName), { version, url: pluginDownloadUrl, envVarMappings: {} });
    const state = providerState(urn, type, name, inputs);
    this.byName.set(key, state);
    return state;
  }

  /** Whether `pulumi:disable-default-providers` names a package, or all (`shouldDenyRequest` in `default_providers.go`). */
  private isDisabled(packageName: string): boolean {
    const list = this.config["pulumi:disable-default-providers"] ?? "";
    if (packageName === "pulumi" || list === "") return false;
    const found = jsonIn(list);
    const names =
      typeof found === "string" || !Array.isArray(found.value) ? [] : found.value.map((name) => String(name).trim());
    return names.includes("*") || names.includes(packageName);
  }
}

/** The name of a default provider (`DefaultName` in `pkg/resource/deploy/providers/provider.go`). */
function defaultName(version: string, pluginDownloadUrl: string): string {
  const [, core = "", before = "", build = ""] = /^([^-+]*)(?:-([^+]*))?(?:\+(.*))?$/.exec(version) ?? [];
  const parts = [core, before, build].flatMap((text) => text.split(".")).filter((part) => part !== "");
  return ["default", ...parts, ...(pluginDownloadUrl === "" ? [] : [inName(pluginDownloadUrl)])].join("_");
}

/** An address with the characters that a name may have (`IntoQName` in `sdk/go/common/tokens`). */
function inName(address: string): string {
  const segments = address.split("/").filter((segment) => segment !== "");
  return segments.map((segment) => segment.replace(/^[^A-Za-z_]|(?<!^)[^A-Za-z0-9_.-]/g, "_")).join("/") || "_";
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
    hideDiff: [],
    deletedWith: "",
    replaceWith: [],
  };
}
