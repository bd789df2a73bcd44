import { childrenByParent } from "../../model/children";
import { isBlocking, type Plan, type PlanResource } from "../../model/plan";
import { countsOf } from "../../model/plan-counts";
import { rootStackType } from "../../model/urn";
import { withoutCommands } from "../../model/visible";
import { legiblePlan } from "../shared/legible";
import { shortType } from "../shared/short-type";
import type { Paint, Text } from "../shared/terminal";
import { wrapped } from "../shared/wrap";
import { needLines } from "./needs";
import { tableLines } from "./table";
import { counted, verdictLines, verdictOf } from "./verdicts";

/** A report for a terminal: a tree by component for each stack, then the verdicts on all of them, and a line for each stack. */
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

/** One line for each resource, under its component. */
function tree(resources: readonly PlanResource[], paint: Paint): string[] {
  const children = childrenByParent(resources, (resource) => resource);
  const below = (urn: string, depth: number): string[] =>
    (children.get(urn) ?? []).flatMap((resource) => [
      treeLine(resource, depth, paint),
      ...below(resource.urn, depth + 1),
    ]);
  return below("", 0);
}

/** Names are never cut, however long the line gets: two cut names look the same. */
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

/** The number of resources, as `pulumi preview` counts them, and the number of those in the cloud. */
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
