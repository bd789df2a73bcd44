import { canonicalType } from "../../policy/protocol/canonical-type";
import type { PropertyChange, ResourceChange } from "../model/change";
import type { Wire } from "../model/wire";
import { type Fact, groupsOf, labelsOf, type Observation } from "./fact";
import { Namer, type Subject, subjectWords } from "./names";
import { listed, name, own, type Phrase, phrase } from "./phrase";
import { inStacks, type RunStacks } from "./stack-set";
import type { StackView } from "./view";
import { type SettingKind, wellKnown } from "./well-known";

interface Setting {
  is: SettingKind;
  subject: Subject;
  /** Last word of the property's path, for values that are plain numbers. */
  property: string;
  before: string;
  after: string;
  isLowered: boolean;
  /** Number of its other changed properties, which have no plain words. */
  others: number;
}

/**
 * Changes of size, storage, retention and number of instances, in plain words: one resource over all stacks, with the values
 * of each cloud.
 */
export function settingFacts(views: readonly StackView[], run: RunStacks): Fact[] {
  return groupsOf(views.flatMap(observed)).map(({ key, all }): Fact => {
    const places = all.map(({ place }) => place);
    const settings = all.map(({ about }) => about);
    const isLowered = settings.some((setting) => setting.isLowered);
    const [{ is }] = [all[0].about];
    const summary = wordsOf(settings);
    const where = inStacks(labelsOf(places), run);
    return {
      kind: is === "scale" && !isLowered ? "update" : "setting",
      tone: isLowered && is !== "scale" ? "careful" : "plain",
      anchor: `setting ${key}`,
      places,
      words: phrase`${summary.words}${where}${summary.values}${othersWords(settings)}`,
      short: phrase`${summary.words}${where}`,
    };
  });
}

/** The well-known properties of a resource that change. */
export function settingsOf(change: ResourceChange): { path: string; is: SettingKind; property: PropertyChange }[] {
  const known = wellKnown[canonicalType(change.type)];
  if (known === undefined || change.action === "create" || change.action === "delete") return [];
  return change.properties.flatMap((property) => {
    const is = Object.hasOwn(known, property.path) ? known[property.path] : undefined;
    return is === undefined || property.kind === "not comparable" ? [] : [{ path: property.path, is, property }];
  });
}

function observed(view: StackView): Observation<Setting>[] {
  const namer = new Namer(view);
  return view.changes.flatMap(({ change }) => {
    const settings = settingsOf(change);
    const changed = change.properties.filter(({ kind }) => kind !== "not comparable").length;
    const others = changed - settings.length;
    return settings.map(({ is, property }) => {
      const subject = namer.subject(change);
      const [before, after] = [textOf(property.before), textOf(property.after)];
      const about = {
        is,
        subject,
        property: lastWord(property.path),
        before,
        after,
        isLowered: isLess(after, before),
        others,
      };
      // On some clouds backups are kept by a separate resource.
      const key = is === "retention" ? `${is} ${subject.name}` : `${is} ${subject.noun} ${subject.name}`;
      return { key, place: { label: view.label, urn: change.urn }, about };
    });
  });
}

function wordsOf(settings: readonly Setting[]): { words: Phrase; values: Phrase } {
  const [first] = settings;
  if (first === undefined) return { words: [], values: [] };
  const pairs = new Map<string, Setting[]>();
  for (const one of settings) {
    const key = `${one.before} ${one.after}`;
    pairs.set(key, [...(pairs.get(key) ?? []), one]);
  }
  const values = phrase`: ${listed([...pairs.values()].map(pairWords), 6)}`;
  const { is, subject } = first;
  switch (is) {
    case "size":
      return { words: phrase`${subjectWords(subject)} gets another size`, values };
    case "storage":
      return {
        words: phrase`${subjectWords(subject)} gets ${own(first.isLowered ? "less" : "other")} storage`,
        values,
      };
    case "scale":
      return { words: phrase`${subjectWords(subject)} runs another number of instances`, values };
    case "retention": {
      const days = daysWords(settings);
      const what = phrase`${own(keptOf(subject))} of ${name(subject.name)} are kept`;
      return days === undefined
        ? { words: phrase`${what} for another time`, values }
        : { words: phrase`${what} for ${days.after}, before for ${days.before}`, values: [] };
    }
  }
}

/** The words for equal changes; a property is named if all of them share it, as clouds use different names. */
function pairWords(alike: readonly Setting[]): Phrase {
  const [{ property, before, after } = { property: "", before: "", after: "" }, ...others] = alike;
  const isNumber = /^\d+$/.test(before) && /^\d+$/.test(after);
  const isNamed = isNumber && others.every((one) => one.property === property);
  return phrase`${isNamed ? phrase`${name(property)} ` : []}${name(before)} → ${name(after)}`;
}

function lastWord(path: string): string {
  return path.split(".").at(-1) ?? path;
}

/** What is retained, by the kind of its resource. */
function keptOf({ noun }: Subject): string {
  if (/log|workspace|bucket config/.test(noun)) return "log entries";
  return noun === "cache" ? "snapshots" : "backups";
}

/** Days, if all stacks have the same number of them, whatever unit each cloud uses. */
function daysWords(settings: readonly Setting[]): { before: Phrase; after: Phrase } | undefined {
  const [before, ...olds] = new Set(settings.map((one) => numberIn(one.before)));
  const [after, ...news] = new Set(settings.map((one) => numberIn(one.after)));
  if (before === undefined || after === undefined || olds.length + news.length > 0) return undefined;
  return { before: phrase`${before}`, after: phrase`${after} ${own(after === 1 ? "day" : "days")}` };
}

function othersWords(settings: readonly Setting[]): Phrase {
  const most = Math.max(...settings.map(({ others }) => others));
  return most > 0 ? phrase` (and ${most} other ${own(most === 1 ? "property" : "properties")} of it)` : [];
}

/** A number, or one with a unit: `7`, `"7d"`, `"8Gi"`. */
function numberIn(text: string): number | undefined {
  const [, digits] = /^(\d+(?:\.\d+)?)[A-Za-z]{0,2}$/.exec(text) ?? [];
  return digits === undefined ? undefined : Number(digits);
}

function isLess(after: string, before: string): boolean {
  const [now, old] = [numberIn(after), numberIn(before)];
  return (
    now !== undefined && old !== undefined && after.replace(/[\d.]+/, "") === before.replace(/[\d.]+/, "") && now < old
  );
}

function textOf(value: Wire | undefined): string {
  if (value === undefined) return "not set";
  return typeof value === "string" ? value : JSON.stringify(value);
}
