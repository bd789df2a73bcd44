import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join, relative } from "node:path";
import { PreviewError } from "../engine/errors";
import { preview } from "../engine/preview";
import { exitCodes } from "../exit-codes";
import { isBlocking, type Plan } from "../plan/plan";
import { findProject, type Project } from "../project/project";
import { stackNames } from "../project/stacks";
import { jsonReport } from "../report/json";
import { junitReport } from "../report/junit";
import { markdownReport } from "../report/markdown";
import { htmlReport } from "../report/policy-html";
import { sarifReport } from "../report/sarif";
import { textReport } from "../report/text";
import { readPolicyConfig, useExemptions } from "./policy-options";
import { inPool } from "./pool";
import { Progress } from "./progress";
import { print, writeWhole } from "./write";

/** Options of the command line. */
export interface PreviewCommandOptions {
  all?: boolean;
  format: string;
  out?: string;
  unknowns?: boolean;
  policy: boolean;
  policyPack?: string[];
  policyPackConfig?: string;
  exemptions?: string;
  program?: string;
}

/** Previews stacks and prints the report. Returns the exit code. */
export async function previewCommand(asked: readonly string[], options: PreviewCommandOptions): Promise<number> {
  const projectDir = options.program ?? process.cwd();
  const project = findProject(projectDir);
  const stacks = stacksOf(project, asked, options);
  const policyPacks = packsOf(project, options);
  const policyConfig = readPolicyConfig(options.policyPackConfig);
  useExemptions(options.exemptions);
  const progress = new Progress(stacks.length);
  const plans: Plan[] = [];
  const failures: string[] = [];
  await inPool(stacks, availableParallelism(), async (stack) => {
    try {
      const onProgress = (resources: number) => progress.show(stack, resources);
      plans.push(
        await preview({ projectDir, stack, unknowns: options.unknowns, policyPacks, policyConfig, onProgress }),
      );
    } catch (error) {
      if (!(error instanceof PreviewError)) throw error;
      failures.push(
        stacks.length === 1 ? error.message : `${stack}: ${error.message.replaceAll("\n", `\n${stack}: `)}`,
      );
    }
    progress.finished();
  });
  progress.clear();
  plans.sort((a, b) => (a.stack < b.stack ? -1 : 1));
  if (plans.length > 0) await publish(report(plans, options), options.out);
  if (failures.length > 0) throw new PreviewError(failures.sort().join("\n"));
  return plans.some(({ policy }) => policy.violations.some(isBlocking)) ? exitCodes.violations : exitCodes.clean;
}

function stacksOf(project: Project, asked: readonly string[], { all, program }: PreviewCommandOptions): string[] {
  const known = stackNames(project);
  if (all === true) {
    if (asked.length > 0) throw new PreviewError("either --all or names of stacks, not both");
    if (known.length === 0) throw new PreviewError(`--all: ${project.stackDir} has no stack files`);
    return known;
  }
  if (asked.length > 0) return [...new Set(asked)];
  const [only] = known;
  if (program !== undefined && only !== undefined && known.length === 1) return [only];
  throw new PreviewError(
    `which stack? ${known.length === 0 ? `${project.stackDir} has no stack files` : `There are: ${known.join(", ")}`}`,
  );
}

/** The packs that were named, else the one beside Pulumi.yaml. */
function packsOf(project: Project, { policy, policyPack }: PreviewCommandOptions): string[] {
  if (!policy) return [];
  if (policyPack !== undefined) return policyPack;
  const own = join(project.rootDir, "policy");
  return existsSync(join(own, "PulumiPolicy.yaml")) ? [relative(process.cwd(), own) || "."] : [];
}

function report(plans: readonly Plan[], { format, out }: PreviewCommandOptions): string {
  switch (format) {
    case "json":
      return jsonReport(plans);
    case "markdown":
      return markdownReport(plans);
    case "sarif":
      return sarifReport(plans);
    case "junit":
      return junitReport(plans);
    case "html":
      return htmlReport(plans);
    default:
      return textReport(plans, { colour: out === undefined && process.stdout.isTTY === true });
  }
}

async function publish(text: string, out: string | undefined): Promise<void> {
  if (out === undefined) await print(text);
  else writeWhole(out, text);
}
