import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { z } from "zod";
import { issuesOf } from "../preview/hosts/connect";
import { repositoryOf } from "../preview/hosts/repository";
import { PreviewError } from "../preview/model/errors";
import { CommandError, optionsOf, outputOf, refusal } from "./cli";
import { keepIssue, markerName } from "./drift-issue";

const refuse = refusal("drift");
const usage = "usage: drift --stack <name>";
/** What `pulumi preview --json` says of a resource that stays as it is, or is only read. */
const quiet = ["same", "read", "refresh"];
/** Types that the cloud itself deletes after a while (Azure, a day after the script has ended): that one is gone is no drift. */
const expiring = ["azure-native:resources:AzureCliScript"];
const step = z.object({ op: z.string(), newState: z.object({ type: z.string() }).optional() });
const previewed = z.object({ steps: z.array(step).default([]) });

/**
 * Asks the cloud whether a stack still is what its program says (`pulumi preview --refresh`), and keeps an issue for it. It
 * fails only where that can't be found out: drift is news, no failure.
 */
async function main(args: readonly string[]): Promise<number> {
  const options = optionsOf(args, ["stack"]);
  if (typeof options === "string") return refuse(`${options}; ${usage}`);
  if (options.stack === undefined) return refuse(`which stack? ${usage}`);
  try {
    const repository = repositoryOf(process.env);
    const report = await driftOf(options.stack);
    const done = await keepIssue(await issuesOf(repository, process.env), options.stack, report);
    console.log(`${options.stack}: ${report === undefined ? "as its program says" : "differs"}; issue: ${done}`);
    return 0;
  } catch (error) {
    if (error instanceof PreviewError || error instanceof CommandError) return refuse(...error.message.split("\n"));
    throw error;
  }
}

/**
 * What differs, as the preview's own comment; undefined where nothing does. The CLI is asked: the Automation API's preview gives no
 * document, but events, which have secrets in plain text and say nothing of what needs what (ADR 24).
 */
async function driftOf(stack: string): Promise<string | undefined> {
  const json = await outputOf("pulumi", ["preview", "--refresh", "--json", "--non-interactive", "--stack", stack]);
  const { steps } = previewed.parse(JSON.parse(json));
  const asExpected = ({ op, newState }: z.infer<typeof step>) =>
    quiet.includes(op) || (op === "create" && newState !== undefined && expiring.includes(newState.type));
  if (steps.every(asExpected)) return undefined;
  const folder = mkdtempSync(join(tmpdir(), "isotopo-drift-"));
  try {
    const file = join(folder, "drift.json");
    writeFileSync(file, json);
    const isotopo = resolve(__dirname, "../preview/bin/isotopo.js");
    return await outputOf(process.execPath, [
      ...[isotopo, "preview", "--from", file, "--format", "markdown", "--marker", markerName(stack)],
    ]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
