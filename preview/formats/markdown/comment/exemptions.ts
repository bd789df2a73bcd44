import { type ExemptionNote, notePolicyNames } from "../../../../policy/protocol/note";
import type { StackView } from "../../../facts/view";
import { counted } from "../../../facts/words";
import type { Note } from "../../../model/plan";
import { otherNotes as ofOthers, unjudgedOver } from "../../../model/unjudged";
import { nameOf } from "../../../model/urn";
import { code, prose } from "./escape";
import { profileSections } from "./profiles";
import type { Section } from "./section";

/** An exemption ends soon if it ends within this many days. */
const soonDays = 30;

/** An exemption, with the places where it was used. */
interface ReportedExemption extends Omit<ExemptionNote, "findings" | "of"> {
  /** Stacks and resources that it was reported for. */
  subjects: { label: string; name: string }[];
}

/**
 * The exemptions that are in force, those that are not any more, and the number of undetermined verdicts. `today` as
 * `2027-01-31`.
 */
export function noteSections(views: readonly StackView[], today: string): Section[] {
  const notes = views.flatMap(({ label, policy }) => ofOthers(policy.notes).map((note) => ({ label, note })));
  const exemptions = exemptionsIn(notes);
  return [
    ...(exemptions.length === 0 ? [] : [exemptionSection(exemptions, views.length > 1, today)]),
    ...otherNotes(notes),
    ...profileSections(notes),
    ...undetermined(views),
    ...unjudged(views),
  ];
}

interface Labelled {
  label: string;
  note: Note;
}

/** Each exemption once, with all its places: ended ones first, then by end date. */
function exemptionsIn(notes: readonly Labelled[]): ReportedExemption[] {
  const byKey = new Map<string, ReportedExemption>();
  for (const { label, note } of notes) {
    if (note.data?.kind !== "exemption") continue;
    const { findings: _, of: __, ...exemption } = note.data;
    const key = JSON.stringify(exemption);
    const known = byKey.get(key) ?? { ...exemption, subjects: [] };
    byKey.set(key, known);
    known.subjects.push({ label, name: exemption.state === "unmatched" ? "" : nameOf(note.urn) });
  }
  const rank = ({ state }: ReportedExemption) => ["expired", "used", "unmatched"].indexOf(state);
  const key = ({ expires, rule }: ReportedExemption) => `${expires} ${rule}`;
  return [...byKey.values()].sort((a, b) => rank(a) - rank(b) || (key(a) < key(b) ? -1 : 1));
}

function exemptionSection(exemptions: readonly ReportedExemption[], named: boolean, today: string): Section {
  return {
    importance: "exemptions",
    head: ["### Exemptions", "", "| state | rule | resource | owner | until | reason |", "|:--|:--|:--|:--|:--|:--|"],
    items: exemptions.map(({ rule, owner, expires, reason, place, ...rest }) => {
      const where = place === "" ? "" : ` (${code(place)})`;
      const cells = [
        stateWords({ ...rest, expires }, today),
        code(rule),
        resources(rest.subjects, named),
        prose(owner),
        expires,
      ];
      return [`| ${[...cells, `${prose(reason)}${where}`].join(" | ")} |`];
    }),
    foot: [],
    unit: ["exemption", "exemptions"],
    more: (words) => ["", words],
  };
}

function stateWords({ state, expires }: Pick<ReportedExemption, "state" | "expires">, today: string): string {
  if (state === "expired") return "**expired**: the rule is asked again";
  if (state === "unmatched") return "matches nothing: can be removed";
  const days = (Date.parse(expires) - Date.parse(today)) / 86_400_000;
  return days <= soonDays ? `in force, **ends in ${counted(days, "day")}**` : "in force";
}

function resources(of: ReportedExemption["subjects"], named: boolean): string {
  const words = of.flatMap(({ label, name }) => {
    if (name === "") return named ? [code(label, 80)] : [];
    return [named ? `${code(name)} in ${code(label, 80)}` : code(name)];
  });
  const shown = words.slice(0, 3).join(", ");
  return words.length === 0 ? "–" : words.length > 3 ? `${shown} and ${words.length - 3} more` : shown;
}

/** Notes that are plain sentences. */
function otherNotes(notes: readonly Labelled[]): Section[] {
  const others = notes.filter(
    ({ note }) =>
      note.policy !== notePolicyNames.undetermined &&
      note.policy !== notePolicyNames.profile &&
      note.data?.kind !== "exemption",
  );
  if (others.length === 0) return [];
  return [
    {
      importance: "notes",
      head: [`<details><summary>Notes of policies: ${others.length.toLocaleString("en-US")}</summary>`, ""],
      items: others.map(({ label, note }) => {
        const name = nameOf(note.urn);
        return [`- ${code(note.policy)} of ${code(name === "" ? label : name)}: ${prose(note.message)}`];
      }),
      foot: ["", "</details>"],
      unit: ["note", "notes"],
    },
  ];
}

/** Resources that no rule covers, folded: neither good nor bad. */
function unjudged(views: readonly StackView[]): Section[] {
  const unjudged = unjudgedOver(views);
  if (unjudged === undefined) return [];
  const count = unjudged.types.reduce((sum, { resources: of }) => sum + of, 0);
  return [
    {
      importance: "notes",
      head: [
        `<details><summary>No rule is about ${counted(count, "resource")} of ${counted(unjudged.types.length, "type")}</summary>`,
        "",
      ],
      items: unjudged.types.map(({ type, resources: of }) => [`- ${code(type)} (${of})`]),
      foot: ["", `Rules are about ${unjudged.providers.map((name) => code(name)).join(", ")}.`, "", "</details>"],
      unit: ["type", "types"],
    },
  ];
}

/** One line: the rules that could not be judged, and for how many resources. */
function undetermined(views: readonly StackView[]): Section[] {
  const notes = views.flatMap(({ policy }) =>
    policy.notes.filter((note) => note.policy === notePolicyNames.undetermined),
  );
  if (notes.length === 0) return [];
  const what = `${counted(notes.length, "resource")} could not be wholly judged: a value is known only after the update.`;
  return [
    {
      importance: "exemptions",
      head: [],
      items: [[`Policies: ${what} \`isotopo preview --format json\` names each.`]],
      foot: [],
      unit: ["note", "notes"],
    },
  ];
}
