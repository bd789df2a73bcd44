import { availableParallelism } from "node:os";
import type { ComparisonDescription } from "../description";
import { type ComparedPlan, comparisonOf } from "../description/comparison";
import { comparisonMarkdown, comparisonText } from "../description/comparison-report";
import { neededPart } from "../description/description";
import { preview } from "../engine/preview";
import { PreviewError } from "../model/errors";
import { nearWords } from "../model/near";
import { findProject, type Project } from "../project/project";
import { readStack, stackNames } from "../project/stacks";
import { inPool } from "./pool";
import { print, printText } from "./write";

/** A stack with its place. */
interface PlacedStack {
  stack: string;
  app: string;
  target: string;
  environment: string;
}

/** Prints an application in one environment as it is on each target that has a stack of it. */
export async function compare(wanted: string, { format }: { format: string }): Promise<void> {
  const project = findProject(process.cwd());
  const description = neededPart(project, "comparison");
  const stacks = stacksOf(project, wanted, description);
  const plans: ComparedPlan[] = [];
  await inPool(stacks, availableParallelism(), async ({ stack, description: target }) => {
    plans.push({ target, plan: await preview({ projectDir: process.cwd(), stack }) });
  });
  const order = description.targets.map(({ name }) => name);
  plans.sort((a, b) => order.indexOf(a.target.name) - order.indexOf(b.target.name));
  const [{ app, environment } = { app: wanted, environment: "" }] = stacks;
  const comparison = comparisonOf({ app, environment }, plans, description);
  if (format === "json") await print(JSON.stringify(comparison, null, 2));
  else await printText(format === "markdown" ? comparisonMarkdown(comparison) : comparisonText(comparison));
}

/** The stacks of `<app>-<environment>`, at most one for each described target. */
function stacksOf(project: Project, wanted: string, { keys, targets }: ComparisonDescription) {
  const placed = stackNames(project).map((stack) => placeOf(project, stack, keys));
  const found = placed.flatMap((stack) => {
    const description = targets.find(({ name }) => name === stack.target);
    return description !== undefined && nameOf(stack) === wanted ? [{ ...stack, description }] : [];
  });
  if (found.length > 0) return found;
  const names = [...new Set(placed.map(nameOf))].sort();
  const hint = nearWords(wanted, names, `there are: ${names.join(", ")}`);
  throw new PreviewError(`no stack is "${wanted}", which is <${keys.application}>-<${keys.environment}>: ${hint}`);
}

function placeOf(project: Project, stack: string, keys: ComparisonDescription["keys"]): PlacedStack {
  const { values } = readStack(project, stack);
  const value = (key: string) => values[`${project.name}:${key}`] ?? "";
  return { stack, app: value(keys.application), target: value(keys.target), environment: value(keys.environment) };
}

function nameOf({ app, environment }: PlacedStack): string {
  return `${app}-${environment}`;
}
