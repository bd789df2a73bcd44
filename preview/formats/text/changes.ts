import { changeCounts, losesData } from "../../compare/counts";
import { type Action, actions } from "../../model/actions";
import type { PropertyChange, ResourceChange, StackChange } from "../../model/change";
import { isBlocking } from "../../model/plan";
import { rootStackType } from "../../model/urn";
import { withoutCommands } from "../../model/visible";
import { legibleChange } from "../shared/legible";
import { shortType } from "../shared/short-type";
import type { Paint, Text } from "../shared/terminal";
import { wrapped } from "../shared/wrap";
import { shownValues } from "./value";
import { counted, verdictLines, verdictOf } from "./verdicts";

/** The source of the statements: the code that was previewed may have written the file. */
const sourceNote =
  "Read from a file: said by the code that was previewed, which may have changed the previewer and the policies.";

/** The changes, for a terminal: losses first, then each change with its properties, verdicts of all stacks, a summary. */
export function changesText(stacks: readonly StackChange[], text: Text): string {
  return withoutCommands(shownText(stacks.map(legibleChange), text));
}

function shownText(stacks: readonly StackChange[], text: Text): string {
  const several = stacks.length > 1;
  const judged = stacks.map(({ stack, changes, policy }) => ({ stack, resources: changes, policy }));
  const sections = [
    ...stacks.flatMap((stack) => stackSections(stack, several, text)),
    verdictLines(judged, text).join("\n"),
    several ? overall(stacks, text.paint) : stacks.map((stack) => summary(stack, text.paint)).join("\n"),
    stacks.some(({ fromFile }) => fromFile === true) ? wrapped(sourceNote, text.width).join("\n") : "",
  ];
  return sections.filter((section) => section !== "").join("\n\n");
}

function stackSections(stack: StackChange, several: boolean, text: Text): string[] {
  const { paint } = text;
  const shown = stack.changes.filter(
    ({ action, properties, renamedFrom }) =>
      action !== "unchanged" || properties.length > 0 || renamedFrom !== undefined,
  );
  return [
    `${paint.bold(`${stack.project}/${stack.stack}`)} against ${stack.base ?? "nothing"}`,
    stack.changes.flatMap((change) => lossLines(change, text)).join("\n"),
    shown.flatMap((change) => changeLines(change, text)).join("\n"),
    outputLines(stack, paint).join("\n"),
    ...(several ? [summary(stack, paint)] : []),
  ];
}

function lossLines(change: ResourceChange, { paint, width }: Text): string[] {
  if (!losesData(change)) return [];
  const { action, dataLoss, name, protected: isProtected } = change;
  const may = action === "may replace" ? "may be lost" : "will be lost";
  const guard = isProtected ? " (protected: Pulumi will refuse)" : "";
  return wrapped(`${paint.red("data loss:")} ${name}: ${dataLoss} ${may}${guard}`, width);
}

function changeLines(change: ResourceChange, { paint, width }: Text): string[] {
  const { action, type, name, properties, causes, renamedFrom, retained } = change;
  const label = type === rootStackType ? type : shortType(type);
  const facts = [
    ...(renamedFrom === undefined ? [] : ["renamed"]),
    ...(retained && (action === "delete" || action === "replace") ? ["stays in the cloud"] : []),
    ...(isRefused(change) ? ["protected: Pulumi will refuse"] : []),
  ];
  const head = `${sign(action, paint)} ${label} ${name}${facts.length > 0 ? ` (${facts.join(", ")})` : ""}`;
  // A created or deleted resource has no list of properties: all of them are new or gone.
  const whole = action === "create" || action === "import" || action === "delete";
  return [
    head,
    ...causes.flatMap((cause) => wrapped(cause, width, 4)),
    ...(whole ? [] : properties.flatMap((property) => propertyLines(property, paint))),
  ];
}

/** Whether its protection forbids it; a loss of data says so by itself. */
function isRefused(change: ResourceChange): boolean {
  return change.protected && (change.action === "delete" || change.action === "replace") && !losesData(change);
}

function propertyLines({ path, kind, before, after, reason, forces }: PropertyChange, paint: Paint): string[] {
  const mark = forces === "replace" ? ` ${paint.red("(forces a replacement)")}` : "";
  const [old, now] = shownValues(before, after);
  const why = reason === undefined ? "" : ` (${reason})`;
  switch (kind) {
    case "added":
      return [`    ${paint.green("+")} ${path}: ${now}${mark}`];
    case "removed":
      return [`    ${paint.red("-")} ${path}: ${old}${mark}`];
    default:
      return [`    ${paint.yellow(kind === "changed" ? "~" : "?")} ${path}: ${old} → ${now}${why}${mark}`];
  }
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
  return `${countWords(stack)}, ${verdictOf(blocking, paint)}${stack.unknowns ? " (unknown outputs)" : ""}, ${stack.durationSeconds.toFixed(1)} s`;
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
  const { actions: counts, notComparable, outputs, renamed } = changeCounts(stack);
  const changes = actions.flatMap((action) => {
    const verb = verbs[action];
    return verb !== undefined && counts[action] > 0 ? [`${counts[action]} ${verb}`] : [];
  });
  const rest = [
    ...(renamed > 0 ? [`${renamed} renamed`] : []),
    ...(notComparable > 0 ? [`${counted(notComparable, "property", "properties")} not comparable`] : []),
    ...(outputs > 0 ? [counted(outputs, "output differs", "outputs differ")] : []),
  ];
  const secrets = stack.secretsNotCompared === undefined ? [] : [secretWords(stack.secretsNotCompared)];
  const parts = [...changes, ...rest];
  return [...(parts.length > 0 ? parts : ["no change"]), ...secrets].join(", ");
}

/** Secrets that a file does not show are no change, and no reason for a warning. */
function secretWords(count: number): string {
  return `${counted(count, "secret")} not compared`;
}

function overall(stacks: readonly StackChange[], paint: Paint): string {
  const room = Math.max(...stacks.map(({ stack }) => stack.length));
  const rows = stacks.map((stack) => {
    const blocking = stack.policy.violations.filter(isBlocking).length;
    return `  ${stack.stack.padEnd(room)}  ${countWords(stack)}${blocking > 0 ? `, ${paint.red(`${blocking} mandatory`)}` : ""}`;
  });
  return [`${stacks.length} stacks`, ...rows].join("\n");
}
