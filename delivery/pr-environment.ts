import { appendFileSync } from "node:fs";
import { isTarget, targets } from "../components/targets";
import { PreviewError } from "../preview/model/errors";
import { findProject, type Project } from "../preview/project/project";
import { stackNames } from "../preview/project/stacks";
import { CommandError, optionsOf, refusal } from "./cli";
import { updateAndTest } from "./deployment";
import { heldDays } from "./held-network";
import { baseOf, instanceOf, isExpired, stackOf } from "./pr-stack";
import { listStacks, PulumiStack } from "./pulumi";
import { newRelease } from "./release";
import { healthPathOf } from "./smoke";
import { configOf } from "./stack-config";

const refuse = refusal("pr-environment");
const usage = [
  "usage: pr-environment up --base <stack> --pull-request <number> [--patience <seconds>]",
  "       pr-environment down --base <stack> --pull-request <number>",
  "       pr-environment expired --days <number>",
  "       pr-environment sweep --stack <name> --days <number>",
].join("\n");

/** What a command does with its options; its exit code. */
type Command = (project: Project, options: Options) => Promise<number>;
type Options = Partial<Record<(typeof optionNames)[number], string>>;
const optionNames = ["base", "pull-request", "patience", "days", "stack"] as const;

/** A stack of the size of `dev` for a pull request: made and updated, destroyed, found again when it was forgotten. */
async function main([name = "", ...args]: readonly string[]): Promise<number> {
  const command = new Map<string, Command>(Object.entries({ up, down, expired, sweep })).get(name);
  const options = optionsOf(args, optionNames);
  if (command === undefined) return refuse(`which of up, down, expired and sweep? ${usage}`);
  if (typeof options === "string") return refuse(`${options}; ${usage}`);
  try {
    return await command(findProject(process.cwd()), options);
  } catch (error) {
    if (error instanceof PreviewError || error instanceof CommandError) return refuse(...error.message.split("\n"));
    throw error;
  }
}

async function up(project: Project, options: Options): Promise<number> {
  const asked = askedFor(project, options);
  if (typeof asked === "string") return refuse(asked);
  const { base, number, stack } = asked;
  const patience = wholeNumber(options.patience ?? "600");
  if (patience === undefined) return refuse(`--patience is "${options.patience}"; required: whole seconds`);
  const healthPath = healthPathOf(project, base);
  await stack.likeStack(base);
  const config = configOf(project, base);
  const domain = config("domain");
  await stack.set("instance", instanceOf(number));
  await stack.set("domain", `${instanceOf(number)}.${domain}`);
  const cloud = config("cloud");
  const zoned = isTarget(cloud) && targets[cloud].dnsZone === "named" && config("dnsZone") === "";
  if (zoned) await stack.set("dnsZone", domain);
  const time = { total: patience, between: Math.min(5, patience / 10) };
  const release = newRelease(`Environment of pull request ${number}`, process.env.RUN_URL);
  const update = await updateAndTest(stack, healthPath, time, release);
  if ("wrong" in update) {
    console.error(`pr-environment: ${stack.name} is not well: ${update.wrong}`);
    return 1;
  }
  const { url } = update;
  console.log(`${stack.name} is well: ${url}`);
  const { GITHUB_OUTPUT } = process.env;
  if (GITHUB_OUTPUT) appendFileSync(GITHUB_OUTPUT, `url=${url}\n`);
  return 0;
}

async function down(project: Project, options: Options): Promise<number> {
  const asked = askedFor(project, options);
  if (typeof asked === "string") return refuse(asked);
  const { stack } = asked;
  const there = (await listStacks()).some(({ name }) => name === stack.name);
  if (there) await destroy(stack);
  else console.log(`${stack.name} is not there`);
  return 0;
}

/** Prints `stacks=<json>`, the matrix of the stacks of pull requests that were not updated for this number of days. */
async function expired(project: Project, options: Options): Promise<number> {
  const days = wholeNumber(options.days);
  if (days === undefined) return refuse(`--days is "${options.days ?? ""}"; required: a whole number`);
  const known = stackNames(project);
  const found = (await listStacks()).filter((stack) => isExpired(stack, days));
  const stacks = found.flatMap(({ name }) => {
    const base = baseOf(name);
    if (base === undefined || !known.includes(base)) return [];
    const config = configOf(project, base);
    return [{ stack: name, cloud: config("cloud"), region: config("region") }];
  });
  console.log(`stacks=${JSON.stringify(stacks)}`);
  return 0;
}

/** Destroys a stack of a pull request, unless somebody updated it since it was found. */
async function sweep(project: Project, options: Options): Promise<number> {
  const days = wholeNumber(options.days);
  const { stack = "" } = options;
  const base = baseOf(stack);
  if (days === undefined) return refuse(`--days is "${options.days ?? ""}"; required: a whole number`);
  if (base === undefined) return refuse(`--stack is "${stack}"; required: a pull request's, …-pr<number>-dev`);
  const found = (await listStacks()).find(({ name }) => name === stack);
  if (found !== undefined && isExpired(found, days)) {
    await destroy(new PulumiStack(stack, project.name, cloudOf(project, base), tell));
  } else console.log(`${stack} is not there any more, or not expired`);
  return 0;
}

/** Destroys a stack; refuses where its network alone is left, and has been for longer than anything holds it. */
async function destroy(stack: PulumiStack): Promise<void> {
  if (await stack.destroy()) return;
  const since = await stack.destroyedSince();
  if (since !== undefined && daysSince(since) > heldDays) {
    throw new CommandError(
      `${stack.name}: only its network has been left since ${since.toISOString().slice(0, 10)}, for more than ${heldDays} days. ` +
        'Google Cloud holds it no longer than that: docs/gcp.md, "Destroying and coming back", says how to delete it by hand',
    );
  }
  console.log(
    `${stack.name}: everything but its network is deleted. Cloud Run holds the subnet for an hour or two, Cloud SQL the peering ` +
      "for up to four days; the nightly run deletes the rest",
  );
}

function daysSince(date: Date): number {
  return (Date.now() - date.getTime()) / (24 * 60 * 60 * 1000);
}

/** The cloud of a stack that may have no file any more. */
function cloudOf(project: Project, stack: string): string {
  return stackNames(project).includes(stack) ? configOf(project, stack)("cloud") : "";
}

/** The stack that is meant, or what is wrong with how it is named. */
function askedFor(
  project: Project,
  { base = "", "pull-request": text }: Options,
): { base: string; number: number; stack: PulumiStack } | string {
  const number = wholeNumber(text);
  if (number === undefined) return `--pull-request is "${text ?? ""}"; required: its number`;
  if (!stackNames(project).includes(base)) return `--base is "${base}"; required: a stack that has a file`;
  if (!base.endsWith("-dev")) return `--base is "${base}"; required: a stack of the environment dev`;
  return {
    base,
    number,
    stack: new PulumiStack(stackOf(base, number), project.name, configOf(project, base)("cloud"), tell),
  };
}

/** Says that the job was cancelled: in its log, as these stacks are one person's. */
async function tell(text: string): Promise<void> {
  console.error(`pr-environment: ${text}`);
}

/** A number from 1 to 99999999; undefined where the text is something else. */
function wholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^[1-9]\d{0,7}$/.test(text) ? Number(text) : undefined;
}

void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
