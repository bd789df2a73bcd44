import { inspect } from "node:util";
import { Command, CommanderError, Option } from "commander";
import { failOnOption } from "./commands/fail-on";
import { reportOptions } from "./commands/report-options";
import { tell } from "./commands/tell";
import { killAll } from "./engine/child";
import { PreviewError } from "./engine/errors";
import { exitCodes } from "./exit-codes";

/** Runs the command. Sets the exit code; never throws. */
export async function main(argv: readonly string[]): Promise<void> {
  guardStreams();
  process.once("SIGINT", interrupted);
  process.once("SIGTERM", interrupted);
  // The terminal is closed, or the connection to it.
  process.once("SIGHUP", interrupted);
  try {
    await program().parseAsync([...argv]);
  } catch (error) {
    process.exitCode = report(error);
  }
}

/** The words of the command line. What a command needs is loaded when it is the one that runs. */
function program(): Command {
  const command = new Command("isotopo");
  const [previewFormat, previewOut] = reportOptions();
  const [checkFormat, checkOut] = reportOptions();
  command
    .description("Previews Pulumi programs with their policies: no account, no CLI, no network.")
    .exitOverride()
    .configureHelp({ showGlobalOptions: false });
  command
    .command("list")
    .description("the stacks that have a file")
    .addOption(format(["text", "json"]))
    .action(async (options) => {
      const { list }: typeof import("./commands/list") = require("./commands/list");
      await list(options);
    });
  command
    .command("show")
    .argument("<stack>")
    .description("the resolved topology of a stack, each value with its origin")
    .addOption(format(["text", "json"]))
    .action(async (stack, options) => {
      const { show }: typeof import("./commands/show") = require("./commands/show");
      await show(stack, options);
    });
  command
    .command("compare")
    .argument("<app-environment>")
    .description("an application on its clouds, side by side: resources, services, differences")
    .addOption(format(["text", "json", "markdown"]))
    .action(async (asked, options) => {
      const { compare }: typeof import("./commands/compare") = require("./commands/compare");
      await compare(asked, options);
    });
  command
    .command("preview")
    .argument("[stack...]")
    .description("what `pulumi up` would do, and what the policies say of it")
    .option("--all", "every stack that has a file")
    .option(
      "--against <base>",
      "say what changes from there: a git revision, or a plan that --format json wrote (.json)",
    )
    .option(
      "--from <file>",
      "the report of a preview that was made before: JSON of this command or of pulumi preview, or its event log",
      collected,
    )
    .option("--changed", "with --against: the stacks that the change may touch")
    .option("--expect-no-changes", "with --against: end with 1 when anything changes")
    .option("--costs <file>", "what stacks cost a month, JSON, for the comment")
    .option("--marker <name>", "by which the comment (markdown) is found again; needed where its stacks vary")
    .addOption(previewFormat)
    .addOption(previewOut)
    .addOption(failOnOption())
    .option("--verbose", "in text, every finding of every rule")
    .option("--unknowns", "leave what only the cloud knows unknown, as a real preview does")
    .option("--no-policy", "ask no policy pack")
    .option("--policy-pack <dir>", "a policy pack; may be given more than once", collected)
    .option("--policy-pack-config <file>", "levels and settings of its policies, JSON")
    .option("--exemptions <file>", "what the policies are not asked of, YAML")
    .option("--program <dir>", "preview the Pulumi program in this folder")
    .action(async (stacks, options) => {
      const { previewCommand }: typeof import("./commands/preview") = require("./commands/preview");
      process.exitCode = await previewCommand(stacks, options);
    });
  command
    .command("comment")
    .description("posts what a preview says to a pull or merge request, and updates it in place from then on")
    .option(
      "--from <file>",
      "JSON of `isotopo preview`, JSON or event log of `pulumi preview`; may be given more than once; - is standard input",
      collected,
    )
    .option(
      "--markdown <file>",
      "a comment that is posted as it is, in the place of --from: only one that you have made",
    )
    .option("--repo <repo>", "owner/name; the path or number of the project on GitLab")
    .option("--pr <number>", "the pull request, or the merge request")
    .addOption(new Option("--host <host>", "default: where the CI job runs").choices(["github", "gitlab"]))
    .option("--api-url <url>", "address of the API, or of the GitLab server")
    .option("--marker <name>", "by which the comment is found again; needed where its stacks vary")
    .option("--against <base>", "what was compared with, for the command that the comment gives")
    .option("--report-url <url>", "where the full report is")
    .option("--run <number>", "number of the run; an older one never overwrites a newer one")
    .option("--dry-run", "print the comment, post nothing")
    .action(async (options) => {
      const { commentCommand }: typeof import("./commands/comment") = require("./commands/comment");
      process.exitCode = await commentCommand(options);
    });
  command
    .command("check")
    .argument("<file...>", "stack exports, previews, Kubernetes manifests, folders of them, or - for standard input")
    .description("what the policies say of what files hold, without running a program")
    .addOption(checkFormat)
    .addOption(checkOut)
    .addOption(failOnOption())
    .option("--verbose", "in text, every finding of every rule")
    .option("--policy-pack <dir>", "a policy pack; may be given more than once", collected)
    .option("--policy-pack-config <file>", "levels and settings of its policies, JSON")
    .option("--exemptions <file>", "what the policies are not asked of, YAML")
    .addOption(new Option("--profile <profile>", "judge as this environment").choices(["dev", "staging", "prod"]))
    .option("--exclude <glob>", "files in folders that are left out; may be given more than once", collected)
    .option("--allow-empty", "nothing to judge is no mistake")
    .action(async (files, options) => {
      const { check }: typeof import("./commands/check") = require("./commands/check");
      process.exitCode = await check(files, options);
    });
  command
    .command("rules")
    .description("every rule of the policy pack")
    .addOption(format(["text", "json", "markdown"]))
    .option("--policy-pack <dir>", "a policy pack")
    .action(async (options) => {
      const { rules }: typeof import("./commands/rules") = require("./commands/rules");
      await rules(options);
    });
  command
    .command("explain")
    .argument("<rule>")
    .description("why a rule is there, an example that fails, one that passes, and how to mend it")
    .option("--policy-pack <dir>", "a policy pack")
    .action(async (rule, options) => {
      const { explain }: typeof import("./commands/rules") = require("./commands/rules");
      await explain(rule, options);
    });
  command
    .command("render")
    .argument("<stack>", "a stack on kubernetes")
    .description("one manifest a resource, for `kubectl apply --server-side -R -f`")
    .requiredOption("--out <dir>", "folder for the manifests: new, empty, or rendered before")
    .action(async (stack, options) => {
      const { render }: typeof import("./commands/render") = require("./commands/render");
      await render(stack, options);
    });
  return command;
}

function collected(dir: string, dirs: string[] = []): string[] {
  return [...dirs, dir];
}

function format(choices: string[]): Option {
  return new Option("--format <format>", "how to say it").choices(choices).default("text");
}

/** Tells what went wrong, in a line for a mistake of the user's and with a trace for one of ours. */
function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.clean : exitCodes.mistake;
  if (error instanceof PreviewError) tell(`isotopo: ${error.message}`);
  else if (isFileError(error)) tell(`isotopo: ${error.path === undefined ? "" : `${error.path}: `}${error.message}`);
  else tell(inspect(error));
  return exitCodes.mistake;
}

function isFileError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "code" in error && "syscall" in error;
}

/** A reader that goes away early, such as `head`, is no error. */
function guardStreams(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      killAll();
      process.exit(error.code === "EPIPE" ? exitCodes.clean : exitCodes.mistake);
    });
  }
}

function interrupted(): void {
  killAll();
  process.exit(exitCodes.interrupted);
}
