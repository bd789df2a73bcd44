import { z } from "zod";
import { issuesOf } from "../preview/hosts/connect";
import type { IssueHost } from "../preview/hosts/host";
import { repositoryOf } from "../preview/hosts/repository";
import { PreviewError } from "../preview/model/errors";
import { findProject } from "../preview/project/project";
import { CommandError, optionsOf, refusal } from "./cli";
import { knownTo } from "./deployment";
import { keepIssue, markerName } from "./drift-issue";
import { writtenImages } from "./images";
import { PulumiStack } from "./pulumi";
import { previewOf, reportOf } from "./pulumi-preview";
import { tellPage } from "./run-page";
import { configOf } from "./stack-config";

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
    const host = await issuesOf(repositoryOf(process.env), process.env);
    return await compare(options.stack, host);
  } catch (error) {
    if (error instanceof PreviewError || error instanceof CommandError) return refuse(...error.message.split("\n"));
    throw error;
  }
}

/**
 * Compares a stack, with the images that were well last: a release that is not in the stack's file yet is no drift of the cloud. That the
 * file names others is said in the log, and for people on the page of the run.
 */
async function compare(name: string, host: IssueHost): Promise<number> {
  const project = findProject(process.cwd());
  const written = writtenImages(project, name);
  const stack = new PulumiStack(name, project.name, configOf(project, name)("cloud"), async () => undefined);
  const before = await stack.done();
  const running = knownTo(written, (await stack.wellImages()) ?? {});
  const others = Object.entries(running).filter(([key, image]) => written[key] !== image);
  for (const [key, image] of others) {
    tellPage(
      `${name}: its file has the image ${written[key]} as ${key}; ${image} was deployed: it is not drift, but a file to be changed`,
    );
  }
  await stack.setImages(Object.fromEntries(others));
  const report = await driftOf(name);
  if (before === undefined || before !== (await stack.done())) {
    console.log(`${name}: it was updated meanwhile, so nothing is said of it; issue: nothing`);
    return 0;
  }
  const done = await keepIssue(host, name, report);
  console.log(`${name}: ${report === undefined ? "as its program says" : "differs"}; issue: ${done}`);
  return 0;
}

/** What differs, as the preview's own comment; undefined where nothing does. */
async function driftOf(stack: string): Promise<string | undefined> {
  const json = await previewOf(stack, "--refresh");
  const { steps } = previewed.parse(JSON.parse(json));
  const asExpected = ({ op, newState }: z.infer<typeof step>) =>
    quiet.includes(op) || (op === "create" && newState !== undefined && expiring.includes(newState.type));
  return steps.every(asExpected) ? undefined : reportOf(json, markerName(stack));
}

void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
