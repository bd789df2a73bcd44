import { findProject } from "../preview/project/project";
import { stackNames } from "../preview/project/stacks";
import { optionsOf, refusal } from "./cli";
import { configOf } from "./stack-config";
import { matchesAny, patternsIn } from "./stack-patterns";

/** A stack that a workflow has a job for. */
interface DeployedStack {
  stack: string;
  cloud: string;
  environment: string;
  region: string;
}

const refuse = refusal("stacks");
const usage = "usage: stacks --deployed <patterns> [--environment <name>] [--app <name>]";

/**
 * Prints `stacks=<json>` for the matrix of a workflow: the stacks of an environment and an application whose name one of the
 * patterns matches. `*` matches any text. There are more stack files in this repository than are deployed: which are
 * there in your accounts, only you can say.
 */
function main(args: readonly string[]): number {
  const options = optionsOf(args, ["deployed", "environment", "app"]);
  if (typeof options === "string") return refuse(`${options}; ${usage}`);
  const patterns = patternsIn(options.deployed ?? "");
  if (patterns.length === 0) return refuse("no stack is said to be deployed: set the variable DEPLOYED_STACKS");
  const project = findProject(process.cwd());
  const names = stackNames(project).filter((name) => matchesAny(patterns, name));
  const unknown = patterns.filter((pattern) => !names.some((name) => matchesAny([pattern], name)));
  if (unknown.length > 0) return refuse(...unknown.map((pattern) => `no stack file matches "${pattern}"`));
  const stacks = names.flatMap((name): DeployedStack[] => {
    const config = configOf(project, name);
    const environment = config("environment");
    if (!isWanted(environment, options.environment) || !isWanted(config("app"), options.app)) return [];
    return [{ stack: name, cloud: config("cloud"), environment, region: config("region") }];
  });
  console.log(`stacks=${JSON.stringify(stacks)}`);
  return 0;
}

function isWanted(value: string, asked: string | undefined): boolean {
  return asked === undefined || asked === "" || value === asked;
}

process.exitCode = main(process.argv.slice(2));
