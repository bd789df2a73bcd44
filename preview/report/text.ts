import { childrenByParent } from "../engine/children";
import { rootStackType } from "../engine/urn";
import { countsOf } from "../plan/changes";
import { isBlocking, type Plan, type PlanResource } from "../plan/plan";
import { withoutCommands } from "../visible";
import { legiblePlan } from "./legible";
import { needLines } from "./needs";
import { shortType } from "./short-type";
import { tableLines } from "./table";
import type { Paint, Text } from "./terminal";
import { counted, verdictLines, verdictOf } from "./verdicts";
import { wrapped } from "./wrap";

/** Reports for a terminal: of each stack a tree by component, then what the policies say of all, and a line for each stack. */
export function textReport(plans: readonly Plan[], text: Text): string {
  return withoutCommands(shownText(plans.map(legiblePlan), text));
}

function shownText(plans: readonly Plan[], text: Text): string {
  const several = plans.length > 1;
  const sections = [
    ...plans.flatMap((plan) => stackSections(plan, several, text)),
    verdictLines(plans, text).join("\n"),
    several ? overall(plans, text.paint).join("\n") : plans.map((plan) => summary(plan, text.paint)).join("\n"),
    needLines(plans, text).join("\n"),
  ];
  return sections.filter((section) => section !== "").join("\n\n");
}

function stackSections(plan: Plan, several: boolean, text: Text): string[] {
  return [
    text.paint.bold(`${plan.project}/${plan.stack}`),
    tree(plan.resources, text.paint).join("\n"),
    notes(plan, text).join("\n"),
    ...(several ? [summary(plan, text.paint)] : []),
  ];
}

/** One line a resource, under its component. */
function tree(resources: readonly PlanResource[], paint: Paint): string[] {
  const children = childrenByParent(resources, (resource) => resource);
  const below = (urn: string, depth: number): string[] =>
    (children.get(urn) ?? []).flatMap((resource) => [
      treeLine(resource, depth, paint),
      ...below(resource.urn, depth + 1),
    ]);
  return below("", 0);
}

/** Names stay whole, however long the line becomes: two that are cut look the same. */
function treeLine({ op, type, name, custom, protect }: PlanResource, depth: number, paint: Paint): string {
  const sign = { create: paint.green("+"), import: paint.green("="), read: paint.cyan("<") }[op];
  const line = `${type === rootStackType ? type : shortType(type)} ${name}${protect ? " [protect]" : ""}`;
  return `${"  ".repeat(depth)}${sign} ${custom ? line : paint.bold(line)}`;
}

function notes({ diagnostics }: Plan, { paint, width }: Text): string[] {
  return diagnostics.flatMap(({ severity, message }) => {
    const head =
      severity === "warning" ? paint.yellow("warning:") : severity === "error" ? paint.red("error:") : "note:";
    return wrapped(`${head} ${message.trim()}`, width);
  });
}

function summary({ resources, policy, unknowns, durationSeconds }: Plan, paint: Paint): string {
  const blocking = policy.violations.filter(isBlocking).length;
  const advice = policy.violations.length - blocking;
  const words = [countWords(resources), verdictOf(blocking, paint), ...(advice > 0 ? [`${advice} advisory`] : [])];
  return `${words.join(", ")}${unknowns ? " (unknown outputs)" : ""}, ${durationSeconds.toFixed(1)} s`;
}

/** How many resources there are, as `pulumi preview` counts them, and how many of these the cloud has. */
function countWords(resources: readonly PlanResource[]): string {
  const { create, imported, inCloud } = countsOf(resources);
  return `${create} to create${imported > 0 ? `, ${imported} to import` : ""} (${inCloud} in the cloud)`;
}

function overall(plans: readonly Plan[], paint: Paint): string[] {
  const rows = plans.map(({ stack, resources, policy }) => {
    const { create, imported, inCloud } = countsOf(resources);
    const blocking = policy.violations.filter(isBlocking).length;
    return [
      stack,
      ...[create + imported, inCloud].map(String),
      blocking > 0 ? paint.red(`${blocking} mandatory`) : "clean",
    ];
  });
  const right = true;
  const columns = [
    { head: "stack" },
    { head: "resources", right },
    { head: "in the cloud", right },
    { head: "policies" },
  ];
  return [counted(plans.length, "stack"), ...tableLines(columns, rows)];
}
