import * as pulumi from "@pulumi/pulumi";
import { registryHost } from "../components/contract";
import { loadTarget } from "../components/targets";
import { AppTopology } from "../components/topology";
import type { Applications } from "./apps";
import type { Application } from "./apps/application";
import { type ParsedConfig, parseConfig } from "./config/parse";
import { missing } from "./config/placeholders";
import { checkReady, orRunError } from "./config/ready";
import type { StackConfig } from "./config/schema";
import { resolve } from "./resolve";

/** The program of a stack: config to topology, topology to resources. Its result is the stack's outputs. */
export async function program(applications: Applications): Promise<StackOutputs> {
  const { config, application } = readConfig(applications);
  const { value: topology, origins } = resolve(config, application);
  const app = new AppTopology(topology.context.name, {
    topology,
    origins,
    secretValues: secretValues(config, application),
    registryPasswords: registryPasswords(config),
    load: () => loadTarget(config.cloud, application.transforms),
  });
  const { url } = await app.built();
  return { url, hosts: (topology.edge?.hosts ?? []).map(({ host }) => host) };
}

/** The outputs of a stack. */
interface StackOutputs {
  /** Address of the application; undefined without an edge. */
  url: pulumi.Output<string> | undefined;
  /** Its host names; none without an edge. */
  hosts: string[];
}

/** The stack's config, or one message with all its problems, before any resource is registered. */
function readConfig(applications: Applications): ParsedConfig {
  refuseClearText();
  const parsed = orRunError(() => parseConfig(pulumi.runtime.allConfig(), pulumi.getProject(), applications));
  checkReady(missing(parsed.config, parsed.application, pulumi.getProject()));
  return parsed;
}

/** Secrets must be encrypted in the stack's file. */
function refuseClearText(): void {
  const inClearText = Object.entries({ secrets: "<NAME>", registries: '["<host>"].password' })
    .map(([name, path]) => ({ key: `${pulumi.getProject()}:${name}`, path }))
    .filter(({ key }) => key in pulumi.runtime.allConfig() && !isSecret(key))
    .map(({ key, path }) => {
      const command = `pulumi config set --secret --path '${key}${path.startsWith("[") ? "" : "."}${path}'`;
      return `${key} is in clear text; allowed: encrypted values, each set with ${command}`;
    });
  if (inClearText.length > 0) throw new pulumi.RunError(inClearText.join("\n"));
}

/** Whether a value of the config is encrypted, as the language host says it (`pulumi-language-nodejs`, `main.go`). */
function isSecret(key: string): boolean {
  const keys: unknown = JSON.parse(process.env.PULUMI_CONFIG_SECRET_KEYS ?? "[]");
  return Array.isArray(keys) && keys.includes(key);
}

/** External secrets that the stack gives; in a preview, placeholders for required ones that are missing. */
function secretValues(config: StackConfig, application: Application): Record<string, pulumi.Output<string>> {
  const given = new pulumi.Config().getSecretObject<Record<string, string>>("secrets");
  const values = Object.fromEntries(
    config.secretNames.map((name) => [name, pulumi.secret(given?.apply((all) => all[name] ?? "") ?? "")]),
  );
  if (pulumi.runtime.isDryRun()) {
    for (const name of missing(config, application).secrets) values[name] = pulumi.secret(`placeholder-of-${name}`);
  }
  return values;
}

/** Passwords of the registries that the stack signs in to. */
function registryPasswords({ registries }: StackConfig): Record<string, pulumi.Output<string>> {
  const given = new pulumi.Config().getSecretObject<Record<string, { password: string }>>("registries");
  return Object.fromEntries(
    Object.keys(registries).map((host) => [
      host,
      pulumi.secret(
        given?.apply((all) => Object.entries(all).find(([name]) => registryHost(name) === host)?.[1].password ?? "") ??
          "",
      ),
    ]),
  );
}
