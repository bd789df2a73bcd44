import { findProject } from "../project/project";
import { noStacks, readStack, stackNames } from "../project/stacks";
import { print, printText } from "./write";

/** A stack, as the list shows it. */
interface ListedStack {
  stack: string;
  app: string;
  cloud: string;
  environment: string;
  region: string;
}

/** Prints the stacks that have a file. */
export async function list({ format }: { format: string }): Promise<void> {
  const project = findProject(process.cwd());
  const stacks = stackNames(project).map((stack): ListedStack => {
    const { values } = readStack(project, stack);
    const value = (key: string) => values[`${project.name}:${key}`] ?? "";
    return {
      stack,
      app: value("app"),
      cloud: value("cloud"),
      environment: value("environment"),
      region: value("region"),
    };
  });
  if (format === "json") await print(JSON.stringify({ stacks }, null, 2));
  else await printText(stacks.length === 0 ? `There are no stacks: ${noStacks(project)}` : table(stacks));
}

function table(stacks: readonly ListedStack[]): string {
  const columns = ["stack", "app", "cloud", "environment", "region"] as const;
  const width = (column: (typeof columns)[number]) =>
    Math.max(column.length, ...stacks.map((row) => row[column].length));
  const line = (row: Record<(typeof columns)[number], string>) =>
    columns
      .map((column) => row[column].padEnd(width(column)))
      .join("  ")
      .trimEnd();
  const header: ListedStack = {
    stack: "stack",
    app: "app",
    cloud: "cloud",
    environment: "environment",
    region: "region",
  };
  return [header, ...stacks].map(line).join("\n");
}
