import { createColors } from "picocolors";
import { childrenByParent } from "../engine/children";
import { rootStackType } from "../engine/urn";
import { changeSummary, isChange } from "../plan/changes";
import { isBlocking, type Plan, type PlanResource, type PolicyOutcome } from "../plan/plan";
import { shortType } from "./short-type";
import { type Paint, verdictLines } from "./verdicts";
import { wrapped } from "./wrap";

/** How the text looks. */
export interface TextOptions {
  colour: boolean;
}

const width = 80;

/** Reports for a terminal: a tree by component, verdicts, a summary. 80 columns. */
export function textReport(plans: readonly Plan[], { colour }: TextOptions): string {
  const paint = createColors(colour);
  const reports = plans.map((plan) => stackReport(plan, paint));
  return [...reports, ...(plans.length > 1 ? [overall(plans, paint)] : [])].join("\n\n");
}

function stackReport(plan: Plan, paint: Paint): string {
  const sections = [
    paint.bold(`${plan.project}/${plan.stack}`),
    tree(plan.resources, paint).join("\n"),
    notes(plan, paint).join("\n"),
    verdictLines(plan.policy, paint).join("\n"),
    summary(plan, paint),
    needs(plan),
  ];
  return sections.filter((section) => section !== "").join("\n\n");
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

function treeLine({ op, type, name, custom, protect }: PlanResource, depth: number, paint: Paint): string {
  const sign = { create: paint.green("+"), import: paint.green("="), read: paint.cyan("<") }[op];
  const mark = protect ? " [protect]" : "";
  const room = width - 2 * depth - 3 - mark.length;
  const label = shortened(type === rootStackType ? type : shortType(type), room - Math.min(name.length, 8));
  const line = `${label} ${shortened(name, room - label.length)}${mark}`;
  return `${"  ".repeat(depth)}${sign} ${custom ? line : paint.bold(line)}`;
}

/** A text by its beginning and its end, where it has no room. */
function shortened(name: string, room: number): string {
  if (name.length <= room) return name;
  const end = Math.min(12, Math.floor(room / 2) - 1);
  return `${name.slice(0, room - end - 1)}…${name.slice(-end)}`;
}

function notes({ diagnostics }: Plan, paint: Paint): string[] {
  return diagnostics.flatMap(({ severity, message }) => {
    const head =
      severity === "warning" ? paint.yellow("warning:") : severity === "error" ? paint.red("error:") : "note:";
    return wrapped(`${head} ${message.trim()}`, width);
  });
}

/** Changes are counted as `pulumi preview` does. */
function summary({ resources, policy, unknowns, durationSeconds }: Plan, paint: Paint): string {
  const { create = 0, import: imported = 0 } = changeSummary(resources);
  const components = resources.filter((resource) => isChange(resource) && !resource.custom).length;
  const blocking = policy.violations.filter(isBlocking).length;
  const advice = policy.violations.length - blocking;
  const words = [
    `${create} to create (${counted(components, "component")})`,
    ...(imported > 0 ? [`${imported} to import`] : []),
    blocking > 0 ? paint.red(counted(blocking, "mandatory violation")) : "no mandatory violation",
    ...(advice > 0 ? [`${advice} advisory`] : []),
  ];
  return `${words.join(", ")}${unknowns ? " (unknown outputs)" : ""}, ${durationSeconds.toFixed(1)} s`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** Packages that are part of Pulumi itself and ask nobody. */
const ownPackages = new Set(["pulumi", "pulumi-nodejs"]);

/** What a deployment takes beyond a preview. */
function needs({ stack, resources, policy }: Plan): string {
  const providers = [
    ...new Set(
      resources.flatMap(({ type }) => (type.startsWith("pulumi:providers:") ? [type.split(":")[2] ?? ""] : [])),
    ),
  ].filter((name) => !ownPackages.has(name));
  return [
    ...wrapped(`To deploy, with the Pulumi CLI and credentials for ${providers.join(", ") || "the providers"}:`, width),
    "  pulumi login",
    `  pulumi stack init ${stack}`,
    ...up(stack, policy),
  ].join("\n");
}

/** The command with the packs that were asked here; in lines of their own where they have no room in one. */
function up(stack: string, { packs }: PolicyOutcome): string[] {
  const words = [`pulumi up --stack ${stack}`, ...packs.map(({ folder }) => `--policy-pack ${quoted(folder)}`)];
  const line = `  ${words.join(" ")}`;
  if (line.length <= width) return [line];
  return words.map((word, i) => `${i > 0 ? "    " : "  "}${word}${i < words.length - 1 ? " \\" : ""}`);
}

/** A word of a command, in quotes where the shell would read it otherwise. */
function quoted(word: string): string {
  return /^[\w./@%+:,-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

function overall(plans: readonly Plan[], paint: Paint): string {
  const rows = plans.map(({ stack, resources, policy }) => {
    const blocking = policy.violations.filter(isBlocking).length;
    const verdictWord = blocking > 0 ? paint.red(`${blocking} mandatory`) : "clean";
    return `  ${stack.padEnd(Math.max(...plans.map((plan) => plan.stack.length)))}  ${String(resources.length).padStart(5)} resources  ${verdictWord}`;
  });
  return [`${plans.length} stacks`, ...rows].join("\n");
}
