import { availableParallelism } from "node:os";
import { preview } from "../engine/preview";
import { PreviewError } from "../model/errors";
import { nearWords } from "../model/near";
import { type Capabilities, readCapabilities } from "../offers/capabilities";
import { type CloudPlan, comparisonOf } from "../offers/comparison";
import { comparisonMarkdown, comparisonText } from "../offers/comparison-report";
import { findProject, type Project } from "../project/project";
import { readStack, stackNames } from "../project/stacks";
import { inPool } from "./pool";
import { print, printText } from "./write";

/** A stack with its place. */
interface PlacedStack {
  stack: string;
  app: string;
  cloud: string;
  environment: string;
}

/** Prints an application in one environment as it is on each target that has a stack of it. */
export async function compare(asked: string, { format }: { format: string }): Promise<void> {
  const project = findProject(process.cwd());
  const capabilities = readCapabilities(project);
  const stacks = stacksOf(project, asked, capabilities);
  const plans: CloudPlan[] = [];
  await inPool(stacks, availableParallelism(), async ({ stack, column }) => {
    plans.push({ column, plan: await preview({ projectDir: process.cwd(), stack }) });
  });
  const order = capabilities.clouds.map(({ name }) => name);
  plans.sort((a, b) => order.indexOf(a.column.name) - order.indexOf(b.column.name));
  const [{ app, environment } = { app: asked, environment: "" }] = stacks;
  const comparison = comparisonOf({ app, environment }, plans, capabilities);
  if (format === "json") await print(JSON.stringify(comparison, null, 2));
  else await printText(format === "markdown" ? comparisonMarkdown(comparison) : comparisonText(comparison));
}

/** The stacks of `<app>-<environment>`, one a cloud of the table. */
function stacksOf(project: Project, asked: string, { clouds }: Capabilities) {
  const placed = stackNames(project).map((stack) => placeOf(project, stack));
  const found = placed.flatMap((stack) => {
    const column = clouds.find(({ name }) => name === stack.cloud);
    return column !== undefined && nameOf(stack) === asked ? [{ ...stack, column }] : [];
  });
  if (found.length > 0) return found;
  const names = [...new Set(placed.map(nameOf))].sort();
  const hint = nearWords(asked, names, `there are: ${names.join(", ")}`);
  throw new PreviewError(`no stack is "${asked}", which is <app>-<environment>: ${hint}`);
}

function placeOf(project: Project, stack: string): PlacedStack {
  const { values } = readStack(project, stack);
  const value = (key: string) => values[`${project.name}:${key}`] ?? "";
  return { stack, app: value("app"), cloud: value("cloud"), environment: value("environment") };
}

function nameOf({ app, environment }: PlacedStack): string {
  return `${app}-${environment}`;
}
