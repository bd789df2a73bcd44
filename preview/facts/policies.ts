import { isBlocking, type PolicyRule, type Violation } from "../model/plan";
import { nameOf } from "../model/urn";
import { type Fact, groupsOf, labelsOf, type Observation } from "./fact";
import { findingWords } from "./finding-words";
import { Namer } from "./names";
import { listed, name, own, type Phrase, phrase } from "./phrase";
import { inStacks, type RunStacks } from "./stack-set";
import type { StackView } from "./view";

/** A verdict compared with the base's: new, known, or unknown because the base was not judged. */
type Standing = "new" | "known" | "not told";

interface Verdict {
  violation: Violation;
  rule: PolicyRule | undefined;
  standing: Standing;
  /** The resource in plain words; empty for the stack. */
  subject: string;
  /** Only the base's pack has this verdict: the change removes the rule, or weakens it. */
  byBasePack: boolean;
}

const severities: readonly Violation["severity"][] = ["critical", "high", "medium", "low", "unspecified"];

/**
 * Verdicts that are new compared with the base, a rule at a time; then, in one line, the known ones. A mandatory rule
 * blocks, whether new or not.
 */
export function policyFacts(views: readonly StackView[], run: RunStacks): Fact[] {
  const all = views.flatMap(observed);
  const rank = ({ about: { violation } }: Observation<Verdict>) => severities.indexOf(violation.severity);
  const reported = all.filter(({ about }) => about.standing !== "known").sort((a, b) => rank(a) - rank(b));
  const known = all.filter(({ about }) => about.standing === "known");
  const blocks = (one: Observation<Verdict>) => isBlocking(one.about.violation);
  return [
    ...groupsOf(reported.filter(blocks)).map(({ key, all: group }) => brokenFact(key, group, run)),
    ...countedFact(
      "advice",
      "plain",
      "advice",
      reported.filter((one) => !blocks(one)),
      run,
    ),
    ...countedFact("policy", "bad", "known", known.filter(blocks), run),
    ...countedFact(
      "known policy",
      "plain",
      "knownadvice",
      known.filter((one) => !blocks(one)),
      run,
    ),
  ];
}

function observed(view: StackView): Observation<Verdict>[] {
  const rules = new Map(view.policy.judged.map((rule) => [rule.name, rule]));
  const namer = new Namer(view);
  const changes = new Map(view.changes.map(({ change }) => [change.urn, change]));
  const standing = standingOf(view);
  const verdict = (violation: Violation, byBasePack: boolean): Observation<Verdict> => {
    const change = changes.get(violation.urn);
    const subject = change === undefined || nameOf(violation.urn) === "" ? "" : namer.subject(change).name;
    const rule = rules.get(violation.policy);
    return {
      key: `${violation.policy}${byBasePack ? " by the base's pack" : ""}`,
      place: { label: view.label, urn: violation.urn },
      about: { violation, rule, standing: standing(violation), subject, byBasePack },
    };
  };
  const keys = new Set(view.policy.violations.map(keyOf));
  const byBasePack = view.entries.flatMap(({ baseVerdicts }) => baseVerdicts?.byBasePack ?? []);
  return [
    ...view.policy.violations.map((violation) => verdict(violation, false)),
    ...byBasePack.filter((violation) => !keys.has(keyOf(violation))).map((violation) => verdict(violation, true)),
  ];
}

/** A renamed resource is the same resource. */
function standingOf({ entries, changes }: StackView): (violation: Violation) => Standing {
  const bases = entries.flatMap(({ baseVerdicts }) => (baseVerdicts === undefined ? [] : [baseVerdicts.base]));
  if (bases.length === 0) return () => (entries.every(({ base }) => base === undefined) ? "new" : "not told");
  const known = new Set(bases.flat().map(keyOf));
  const before = new Map(changes.map(({ change }) => [change.urn, change.renamedFrom ?? change.urn]));
  return (violation) =>
    known.has(keyOf({ ...violation, urn: before.get(violation.urn) ?? violation.urn })) ? "known" : "new";
}

function keyOf({ policy, urn, message }: Violation): string {
  return JSON.stringify([policy, urn, message]);
}

/** One rule: the resources that break it, and its first finding. */
function brokenFact(
  key: string,
  group: readonly [Observation<Verdict>, ...Observation<Verdict>[]],
  run: RunStacks,
): Fact {
  const [{ about }] = group;
  const { violation, byBasePack } = about;
  const places = group.map(({ place }) => place);
  const where = inStacks(labelsOf(places), run);
  const rated = violation.severity === "unspecified" ? [] : phrase` (${own(violation.severity)})`;
  const subjects = [...new Set(group.map(({ about: one }) => one.subject))].filter((subject) => subject !== "");
  const of =
    subjects.length === 0
      ? []
      : phrase` by ${listed(
          subjects.map((subject) => [name(subject)]),
          3,
        )}`;
  const judge = byBasePack ? phrase`, says the pack of the base and the changed one no longer` : [];
  return {
    kind: "policy",
    tone: "bad",
    anchor: `policy ${key}`,
    places,
    words: phrase`policy ${name(violation.policy)}${rated} is broken${of}${where}${judge}: ${foundPhrase(group.map(({ about: one }) => one))}`,
    short: phrase`${name(violation.policy)}${where}`,
  };
}

/**
 * The finding: the part that all have in common, else the required value, or one example. Property names of different clouds
 * are not mixed.
 */
function foundPhrase(verdicts: readonly Verdict[]): Phrase {
  const all = verdicts.map(({ violation, rule }) => findingWords(violation, rule));
  const [first] = all;
  if (first === undefined) return [];
  const { property, found, required } = first;
  const what =
    required === ""
      ? phrase`${{ prose: found }}`
      : phrase`${name(property)} is ${{ prose: found }}; required: ${{ prose: required }}`;
  const isShared = (key: "property" | "found" | "required") => all.every((one) => one[key] === first[key]);
  if (isShared("property") && isShared("found") && isShared("required")) return what;
  if (required === "" || !isShared("required")) return phrase`for example, ${what}`;
  const founds = [...new Set(all.map((one) => one.found))].map((text): Phrase => [{ prose: text }]);
  if (isShared("property")) return phrase`${name(property)} is ${listed(founds, 3)}; required: ${{ prose: required }}`;
  return phrase`required: ${{ prose: required }}; found: ${listed(founds, 3)}`;
}

/** Several verdicts in a line, with their rules. */
function countedFact(
  kind: Fact["kind"],
  tone: Fact["tone"],
  anchor: string,
  all: readonly Observation<Verdict>[],
  run: RunStacks,
): Fact[] {
  const [first] = all;
  if (first === undefined) return [];
  const places = all.map(({ place }) => place);
  const rules = [...new Set(all.map(({ about }) => about.violation.policy))];
  const level = all.every(({ about }) => isBlocking(about.violation)) ? "mandatory" : "advisory";
  const when: Readonly<Record<Standing, Phrase>> = {
    new: phrase`new: `,
    known: phrase`said of the base already: `,
    "not told": [],
  };
  const count = phrase`${when[first.about.standing]}${all.length} ${own(level)} ${own(all.length === 1 ? "violation" : "violations")}`;
  return [
    {
      kind,
      tone,
      anchor,
      places,
      words: phrase`${count}${inStacks(labelsOf(places), run)}, of ${listed(
        rules.map((rule) => [name(rule)]),
        3,
      )}`,
      ...(kind === "policy" || first.about.standing === "new" ? { short: count } : {}),
    },
  ];
}
