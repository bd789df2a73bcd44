import { containsSecret, isSecret, mapObject, secret, type WireObject, withoutSecrets } from "../../model/wire";

/** What a registration says of the plugin of a provider. */
interface Plugin {
  version: string;
  url: string;
  /** Variables of the plugin's environment, by those of the engine's. */
  envVarMappings: Readonly<Record<string, string>>;
}

/**
 * The inputs of a provider as the engine keeps them: with the version of its plugin, and what else is said of it under `__internal`, which
 * is there with the version alone too (`SetProviderVersion` and others in `pkg/resource/deploy/providers/registry.go`). A list or map goes to
 * the plugin as JSON, so that one secret in it hides it whole.
 */
export function providerInputs(inputs: WireObject, { version, url, envVarMappings }: Plugin): WireObject {
  const whole = mapObject(inputs, (value) =>
    containsSecret(value) && !isSecret(value) ? secret(withoutSecrets(value)) : value,
  );
  if (version !== "") whole.version = version;
  const internal: WireObject = {};
  if (url !== "") internal.pluginDownloadURL = url;
  if (Object.keys(envVarMappings).length > 0) internal.envVarMappings = { ...envVarMappings };
  if (version !== "" || Object.keys(internal).length > 0) whole.__internal = internal;
  return whole;
}
