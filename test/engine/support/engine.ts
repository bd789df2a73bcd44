import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

/**
 * The folder with `pulumi` and its Node.js language host, which the environment names; undefined where there is none. `.ci/run`
 * names it where they can be built.
 */
export function engineBin(): string | undefined {
  const bin = process.env.ISOTOPO_ENGINE;
  if (bin === undefined || bin === "") return undefined;
  if (!existsSync(join(bin, "pulumi"))) throw new Error(`ISOTOPO_ENGINE: there is no pulumi in ${bin}`);
  return bin;
}

/** The environment in which Pulumi's own CLI keeps its state in a folder, asks nothing and fetches nothing. */
export function engineEnvironment(bin: string, plugins: string, home: string): Record<string, string> {
  return {
    PATH: [plugins, bin, process.env.PATH ?? ""].join(delimiter),
    PULUMI_HOME: join(home, "home"),
    PULUMI_BACKEND_URL: `file://${join(home, "state")}`,
    PULUMI_CONFIG_PASSPHRASE: "a passphrase of the tests",
    PULUMI_SKIP_UPDATE_CHECK: "true",
    PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
    PULUMI_DEBUG_COMMANDS: "true",
    // The state is written once, at the end of a command: that is most of the time of one with hundreds of resources.
    PULUMI_EXPERIMENTAL: "true",
    PULUMI_SKIP_CHECKPOINTS: "true",
  };
}
