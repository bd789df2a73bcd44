import { delimiter, join } from "node:path";

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
    PULUMI_DIY_BACKEND_DISABLE_CHECKPOINT_BACKUPS: "true",
    // A command is short: what it leaves is hardly worth collecting.
    GOGC: "400",
  };
}
