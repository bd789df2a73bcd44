import type { Plan, PlanResource } from "../../model/plan";
import type { Text } from "../shared/terminal";
import { wrapped } from "../shared/wrap";

/**
 * Providers without an account: they work inside the process or on the machine that runs them (each one's page "Installation
 * & Configuration" in the Pulumi Registry), or are parts of Pulumi itself.
 */
const withoutAccount = new Set([
  ...["pulumi", "pulumi-nodejs", "random", "tls", "command", "cloudinit", "null", "local", "archive", "std", "time"],
  ...["external", "assert", "http"],
]);

/** The needs of a deployment beyond a preview's, once for all stacks. */
export function needLines(plans: readonly Plan[], { width }: Text): string[] {
  const [only] = plans;
  const stack = plans.length === 1 && only !== undefined ? quoted(only.stack) : "<stack>";
  const folders = [...new Set(plans.flatMap(({ policy }) => policy.packs.map(({ folder }) => folder)))];
  const what = plans.length === 1 ? "To deploy" : "To deploy one of them";
  return [
    ...wrapped(`${what}, with the Pulumi CLI${needed(plans.flatMap(({ resources }) => resources))}:`, width),
    "  pulumi login",
    `  pulumi stack init ${stack}`,
    ...up(stack, folders, width),
  ];
}

/** The settings and credentials that providers need. */
function needed(resources: readonly PlanResource[]): string {
  const providers = resources.filter(({ type }) => type.startsWith("pulumi:providers:"));
  const packageOf = ({ type }: PlanResource) => type.split(":")[2] ?? "";
  const accounts = new Set(
    providers.map(packageOf).filter((name) => name !== "kubernetes" && !withoutAccount.has(name)),
  );
  // A provider that gets a cluster's address from its program needs no file.
  const kubeconfig = providers.some((one) => packageOf(one) === "kubernetes" && one.inputs.kubeconfig === undefined);
  const needs = [
    ...(accounts.size > 0 ? [`credentials for ${[...accounts].sort().join(", ")}`] : []),
    ...(kubeconfig ? ["a kubeconfig of the cluster"] : []),
  ];
  return needs.length === 0 ? "" : needs.length === 1 ? ` and ${needs[0]}` : `, ${needs.join(" and ")}`;
}

/** The command with the packs of this preview; on several lines if one is too short. */
function up(stack: string, folders: readonly string[], width: number): string[] {
  const words = [`pulumi up --stack ${stack}`, ...folders.map((folder) => `--policy-pack ${quoted(folder)}`)];
  const line = `  ${words.join(" ")}`;
  if (line.length <= width) return [line];
  return words.map((word, i) => `${i > 0 ? "    " : "  "}${word}${i < words.length - 1 ? " \\" : ""}`);
}

/** A word of a command, quoted if the shell needs it. */
function quoted(word: string): string {
  return /^[\w./@%+:,-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
