import { createColors } from "picocolors";
import {
  type Action,
  actionCounts,
  actions,
  type PropertyChange,
  type ResourceChange,
  type StackChange,
} from "../diff/change";
import { rootStackType } from "../engine/urn";
import type { Wire } from "../engine/wire";
import { isBlocking } from "../plan/plan";
import { shortType } from "./short-type";
import type { TextOptions } from "./text";
import { type Paint, verdictLines } from "./verdicts";
import { wrapped } from "./wrap";

const width = 80;

/** What changes, for a terminal: losses first, then each change with its properties, verdicts, a summary. */
export function changesText(stacks: readonly StackChange[], { colour }: TextOptions): string {
  if (stacks.length === 0) return "no stack is touched";
  const paint = createColors(colour);
  const reports = stacks.map((stack) => stackReport(stack, paint));
  return [...reports, ...(stacks.length > 1 ? [overall(stacks, paint)] : [])].join("\n\n");
}

function stackReport(stack: StackChange, paint: Paint): string {
  const head = `${paint.bold(`${stack.project}/${stack.stack}`)} against ${stack.base ?? "nothing"}`;
  const shown = stack.changes.filter(({ action, properties }) => action !== "unchanged" || properties.length > 0);
  const sections = [
    head,
    stack.changes.flatMap((change) => lossLines(change, paint)).join("\n"),
    shown.flatMap((change) => changeLines(change, paint)).join("\n"),
    outputLines(stack, paint).join("\n"),
    verdictLines(stack.policy, paint).join("\n"),
    summary(stack, paint),
  ];
  return sections.filter((section) => section !== "").join("\n\n");
}

function lossLines({ action, dataLoss, name, protected: isProtected }: ResourceChange, paint: Paint): string[] {
  if (dataLoss === undefined) return [];
  const may = action === "may replace" ? "may be lost" : "will be lost";
  const guard = isProtected ? " (protected: Pulumi will refuse)" : "";
  return wrapped(`${paint.red("data loss:")} ${name}: ${dataLoss} ${may}${guard}`, width);
}

function changeLines(change: ResourceChange, paint: Paint): string[] {
  const { action, type, name, properties, causes, renamedFrom, retained } = change;
  const label = type === rootStackType ? type : shortType(type);
  const facts = [
    ...(renamedFrom === undefined ? [] : ["renamed"]),
    ...(retained && (action === "delete" || action === "replace") ? ["stays in the cloud"] : []),
  ];
  const head = `${sign(action, paint)} ${label} ${name}${facts.length > 0 ? ` (${facts.join(", ")})` : ""}`;
  // What is new or gone is so as a whole.
  const whole = action === "create" || action === "import" || action === "delete";
  return [
    head,
    ...causes.flatMap((cause) => wrapped(cause, width, 4)),
    ...(whole ? [] : properties.flatMap((property) => propertyLines(property, paint))),
  ];
}

function propertyLines({ path, kind, before, after, reason, forces }: PropertyChange, paint: Paint): string[] {
  const mark = forces === "replace" ? ` ${paint.red("(forces a replacement)")}` : "";
  const why = reason === undefined ? "" : ` (${reason})`;
  switch (kind) {
    case "added":
      return [`    ${paint.green("+")} ${path}: ${shown(after)}${mark}`];
    case "removed":
      return [`    ${paint.red("-")} ${path}: ${shown(before)}${mark}`];
    default:
      return [
        `    ${paint.yellow(kind === "changed" ? "~" : "?")} ${path}: ${shown(before)} → ${shown(after)}${why}${mark}`,
      ];
  }
}

/** Room for a value: a line of a terminal has more to say. */
const room = 60;

function shown(value: Wire | undefined): string {
  if (value === undefined) return "not set";
  const text = JSON.stringify(value);
  return text.length <= room ? text : `${text.slice(0, room / 2)}…${text.slice(-room / 2)} (${text.length} characters)`;
}

function sign(action: Action, paint: Paint): string {
  return {
    create: paint.green("+ "),
    import: paint.green("= "),
    update: paint.yellow("~ "),
    "may replace": paint.magenta("+?"),
    replace: paint.magenta("+-"),
    delete: paint.red("- "),
    unchanged: paint.dim("? "),
  }[action];
}

function outputLines({ outputs = [] }: StackChange, paint: Paint): string[] {
  return outputs.length === 0 ? [] : ["Outputs:", ...outputs.flatMap((output) => propertyLines(output, paint))];
}

function summary(stack: StackChange, paint: Paint): string {
  const blocking = stack.policy.violations.filter(isBlocking).length;
  const violations = blocking > 0 ? paint.red(counted(blocking, "mandatory violation")) : "no mandatory violation";
  return `${countWords(stack)}, ${violations}${stack.unknowns ? " (unknown outputs)" : ""}, ${stack.durationSeconds.toFixed(1)} s`;
}

const verbs: Readonly<Partial<Record<Action, string>>> = {
  create: "to create",
  import: "to import",
  update: "to update",
  "may replace": "that may be replaced",
  replace: "to replace",
  delete: "to delete",
};

function countWords(stack: StackChange): string {
  const counts = actionCounts(stack);
  const changes = actions.flatMap((action) => {
    const verb = verbs[action];
    return verb !== undefined && counts[action] > 0 ? [`${counts[action]} ${verb}`] : [];
  });
  const open = stack.changes.filter(({ action, properties }) => action === "unchanged" && properties.length > 0).length;
  const rest = [
    ...(open > 0 ? [`${open} not wholly comparable`] : []),
    ...(stack.outputs === undefined ? [] : [counted(stack.outputs.length, "output differs", "outputs differ")]),
  ];
  return [...(changes.length > 0 || rest.length > 0 ? changes : ["no change"]), ...rest].join(", ");
}

function overall(stacks: readonly StackChange[], paint: Paint): string {
  const room = Math.max(...stacks.map(({ stack }) => stack.length));
  const rows = stacks.map((stack) => {
    const blocking = stack.policy.violations.filter(isBlocking).length;
    return `  ${stack.stack.padEnd(room)}  ${countWords(stack)}${blocking > 0 ? `, ${paint.red(`${blocking} mandatory`)}` : ""}`;
  });
  return [`${stacks.length} stacks`, ...rows].join("\n");
}

function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`;
}
