import { lossFacts } from "../../../facts/losses";
import { renamedIn } from "../../../facts/renames";
import { isMadeAnew } from "../../../facts/rollouts";
import { losesData, type SeenChange, type StackView } from "../../../facts/view";
import type { PropertyChange, ResourceChange } from "../../../model/change";
import { code, prose } from "./escape";
import { nameWords, seenBy } from "./names";
import type { Section } from "./section";
import { shownPair } from "./value";

interface Listed extends SeenChange {
  label: string;
}

/** Losses, deletions and replacements: one line each, with the cause. */
export function dangerSections(views: readonly StackView[]): Section[] {
  const all = views.flatMap(({ label, changes }) => changes.map((seen) => ({ ...seen, label })));
  const named = views.length > 1;
  const holds = byWeight(
    all.filter(({ change }) => losesData(change)),
    views,
  );
  const moved = new Set(views.flatMap((view) => [...renamedIn(view)]));
  // New versions of resources that are versioned by design, and renames, are facts of their own: here they would hide the
  // rest.
  const others = all.filter(({ change }) => !losesData(change) && !isMadeAnew(change) && !moved.has(change.urn));
  const isSure = holds.some(({ change }) => change.action !== "may replace");
  const deletes = others.filter(({ change }) => change.action === "delete");
  const replaced = others.filter(({ change }) => change.action === "replace" || change.action === "may replace");
  const section = (
    importance: Section["importance"],
    title: string,
    list: readonly Listed[],
    unit: Section["unit"],
  ): Section[] =>
    list.length === 0
      ? []
      : [{ importance, head: [`### ${title}`, ""], items: list.map((seen) => [line(seen, named)]), foot: [], unit }];
  return [
    ...section("losses", isSure ? "Data would be lost" : "Data may be lost", holds, ["data loss", "data losses"]),
    ...section("deletes", holds.length > 0 ? "Other deletes" : "Deletes", deletes, ["delete", "deletes"]),
    ...section("replacements", holds.length > 0 ? "Other replacements" : "Replacements", replaced, [
      "replacement",
      "replacements",
    ]),
  ];
}

/** Gravest first, in the order of the facts. */
function byWeight(holds: readonly Listed[], views: readonly StackView[]): Listed[] {
  const places = lossFacts(
    views,
    views.map(({ label }) => label),
  ).flatMap((fact) => fact.places);
  const order = new Map(places.map(({ label, urn }, i) => [`${label} ${urn}`, i]));
  const rank = ({ label, change }: Listed) => order.get(`${label} ${change.urn}`) ?? order.size;
  return holds.toSorted((a, b) => rank(a) - rank(b));
}

function line({ change, label, onlyBy }: Listed, named: boolean): string {
  const where = named ? ` in ${code(label, 80)}` : "";
  const lost = change.dataLoss === undefined ? "" : `, losing **${prose(change.dataLoss)}**`;
  const words = [
    ...causeWords(change),
    ...(change.protected ? ["**protected: Pulumi will refuse**"] : []),
    ...(change.retained ? ["**retained: stays in the cloud**"] : []),
    ...(onlyBy === undefined ? [] : [`seen ${seenBy(onlyBy)} only`]),
  ];
  return `- **${change.action}** ${nameWords(change)}${where}${lost}${words.length === 0 ? "" : `: ${words.join("; ")}`}`;
}

/** The cause, with the first values that force the replacement. */
function causeWords({ action, properties, causes }: ResourceChange): string[] {
  const forcing = properties.filter(({ forces, kind }) => forces !== "nothing" && kind === "changed").slice(0, 3);
  const values = action === "delete" ? [] : forcing.map(valueWords);
  const reasons = forcing.map(({ path }) => `${path} forces a replacement`);
  const others = causes.filter((cause) => values.length === 0 || !reasons.includes(cause));
  return [...values, ...others.map((cause) => prose(cause))];
}

function valueWords({ path, before = null, after = null, forces }: PropertyChange): string {
  const [old, now] = shownPair(before, after);
  const verb = forces === "replace" ? "forces" : "may force";
  return `${code(path)} ${verb} a replacement: ${code(old, old.length)} → ${code(now, now.length)}`;
}
