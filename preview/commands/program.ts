import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { Argument, Command, Option } from "commander";
import { failOnOption } from "./fail-on";
import { helps, helpText } from "./help";
import { reportOptions } from "./report-options";
import { shells } from "./shells";

/** The command line. A command loads its modules when it runs. */
export function program(): Command {
  const command = new Command("isotopo");
  const [previewFormat, previewOut] = reportOptions();
  const [checkFormat, checkOut] = reportOptions();
  command
    .description("Previews Pulumi programs with their policies: no account, no CLI, no network.")
    .version(version(), "--version", "the version of this command")
    .exitOverride()
    .configureHelp({ showGlobalOptions: false })
    .addHelpText("after", "\nisotopo help <command> has examples, exit codes and variables of the environment.");
  command
    .command("list")
    .description("the stacks that have a file")
    .addOption(format(["text", "json"]))
    .action(async (options) => {
      const { list }: typeof import("./list") = require("./list");
      await list(options);
    });
  command
    .command("show")
    .argument("<stack>")
    .description("the resolved topology of a stack, each value with its origin")
    .addOption(format(["text", "json"]))
    .action(async (stack, options) => {
      const { show }: typeof import("./show") = require("./show");
      await show(stack, options);
    });
  command
    .command("compare")
    .argument("<app-environment>")
    .description("an application on its clouds, side by side: resources, services, differences")
    .addOption(format(["text", "json", "markdown"]))
    .action(async (wanted, options) => {
      const { compare }: typeof import("./compare") = require("./compare");
      await compare(wanted, options);
    });
  command
    .command("preview")
    .argument("[stack...]", "names, or patterns in quotes: '*-prod'")
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
    .option("--expect-no-changes", "with --against: end with 1 when a resource or an output of a stack changes")
    .option("--costs <file>", "JSON file of what each stack costs a month, for the comment")
    .option("--marker <name>", "ID of the comment (markdown) to update; set it when the stacks vary between runs")
    .addOption(previewFormat)
    .addOption(previewOut)
    .addOption(failOnOption())
    .option("--verbose", "in text, every finding of every rule")
    .option("--unknowns", "leave what only the cloud knows unknown, as a real preview does")
    .option("--no-policy", "ask no policy pack")
    .option("--policy-pack <dir>", "a policy pack; may be given more than once", collected)
    .option("--policy-pack-config <file>", "levels and settings of its policies, JSON")
    .option("--exemptions <file>", "YAML file of accepted findings")
    .option("--program <dir>", "preview the Pulumi program in this folder")
    .option("--no-preload", noPreload)
    .action(async (stacks, options) => {
      const { previewCommand }: typeof import("./preview") = require("./preview");
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
    .option("--marker <name>", "ID of the comment to update; set it when the stacks vary between runs")
    .option("--against <base>", "what was compared with, for the command that the comment gives")
    .option("--report-url <url>", "where the full report is")
    .option("--run <number>", "number of the run; an older one never overwrites a newer one")
    .option("--head <commit>", "the commit that was previewed; default: what the CI job says")
    .option("--dry-run", "print the comment, post nothing")
    .action(async (options) => {
      const { commentCommand }: typeof import("./comment") = require("./comment");
      process.exitCode = await commentCommand(options);
    });
  command
    .command("strip")
    .argument("<event-log>", "what `pulumi preview --event-log` wrote, or - for standard input")
    .description("the log without the secrets of its debug messages and states: what reports read, and no more")
    .option("--out <file>", "write it there; - is standard output")
    .action(async (file, options) => {
      const { strip }: typeof import("./strip") = require("./strip");
      process.exitCode = await strip(file, options);
    });
  command
    .command("check")
    .argument("<file...>", "stack exports, previews, Kubernetes manifests, folders of them, or - for standard input")
    .description("judges the resources in files by the policies, without running a program")
    .addOption(checkFormat)
    .addOption(checkOut)
    .addOption(failOnOption())
    .option("--verbose", "in text, every finding of every rule")
    .option("--policy-pack <dir>", "a policy pack; may be given more than once", collected)
    .option("--policy-pack-config <file>", "levels and settings of its policies, JSON")
    .option("--exemptions <file>", "YAML file of accepted findings")
    .addOption(new Option("--profile <profile>", "judge as this environment").choices(["dev", "staging", "prod"]))
    .option(
      "--exclude <glob>",
      "files in folders that are left out, but for those that are named; may be given more than once",
      collected,
    )
    .option("--allow-empty", "nothing to judge is no mistake")
    .option("--no-preload", noPreload)
    .action(async (files, options) => {
      const { check }: typeof import("./check") = require("./check");
      process.exitCode = await check(files, options);
    });
  command
    .command("rules")
    .description("every rule of the policy pack")
    .addOption(format(["text", "json", "markdown"]))
    .option("--policy-pack <dir>", "a policy pack")
    .action(async (options) => {
      const { rules }: typeof import("./rules") = require("./rules");
      await rules(options);
    });
  command
    .command("explain")
    .argument("<rule>")
    .description("why a rule is there, an example that fails, one that passes, and the fix")
    .option("--policy-pack <dir>", "a policy pack")
    .action(async (rule, options) => {
      const { explain }: typeof import("./rules") = require("./rules");
      await explain(rule, options);
    });
  command
    .command("render")
    .argument("<stack>", "a stack on kubernetes")
    .description("one manifest a resource, for `kubectl apply --server-side -R -f`")
    .requiredOption("--out <dir>", "folder for the manifests: new, empty, or rendered before")
    .action(async (stack, options) => {
      const { render }: typeof import("./render") = require("./render");
      await render(stack, options);
    });
  command
    .command("completion")
    .addArgument(new Argument("<shell>").choices(shells))
    .description("what a shell reads to complete commands, options and stacks; for an `isotopo` on its path")
    .action(async (shell) => {
      const { completion }: typeof import("./completion") = require("./completion");
      await completion(shell);
    });
  // For the shells' completion scripts; without a description, help does not list it.
  command
    .command("complete", { hidden: true })
    .argument("[word...]")
    .action(async (words) => {
      const { complete }: typeof import("./completion") = require("./completion");
      await complete(command, words);
    });
  for (const one of command.commands) {
    const help = Object.entries(helps).find(([name]) => name === one.name());
    if (help !== undefined) one.addHelpText("after", () => helpText(help[1]));
  }
  return command;
}

/** docs/adr/0004-offline-engine.md lists the preloads that it leaves out. */
const noPreload = "run program and packs as Node.js does, without what only saves time and memory";

/** The version in `package.json`. */
function version(): string {
  const { version: found }: { version: string } = JSON.parse(
    readFileSync(resolve(__dirname, "../package.json"), "utf8"),
  );
  return found;
}

function collected(dir: string, dirs: string[] = []): string[] {
  return [...dirs, dir];
}

function format(choices: string[]): Option {
  return new Option("--format <format>", "how to say it").choices(choices).default("text");
}
