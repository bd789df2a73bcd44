import { type FindingWords, findingWords } from "../../../facts/finding-words";
import type { StackView } from "../../../facts/view";
import { isBlocking, type PolicyRule, type Violation } from "../../../model/plan";
import { nameOf, typeOf } from "../../../model/urn";
import { shortType } from "../../shared/short-type";
import { code, link, prose } from "./escape";
import type { Section } from "./section";

interface Found {
  label: string;
  violation: Violation;
  words: FindingWords;
}

const severities: readonly Violation["severity"][] = ["critical", "high", "medium", "low", "unspecified"];

/** Violations by rule: blocking ones, then advice, folded. */
export function policySections(views: readonly StackView[]): { blocking: Section[]; advice: Section[] } {
  const rules = new Map(views.flatMap(({ policy }) => policy.judged.map((rule) => [rule.name, rule] as const)));
  const all = views.flatMap(({ label, policy }) =>
    policy.violations.map((violation) => ({
      label,
      violation,
      words: findingWords(violation, rules.get(violation.policy)),
    })),
  );
  const blocking = all.filter(({ violation }) => isBlocking(violation));
  const advice = all.filter(({ violation }) => !isBlocking(violation));
  const items = (found: readonly Found[]) =>
    grouped(found).flatMap((group) => groupItems(group, rules, views.length > 1));
  const more = (words: string) => ["", words];
  return {
    blocking:
      blocking.length === 0
        ? []
        : [
            {
              importance: "violations",
              unit: ["mandatory violation", "mandatory violations"],
              more,
              head: ["### Policies that block"],
              items: items(blocking),
              foot: [],
            },
          ],
    advice:
      advice.length === 0
        ? []
        : [
            {
              importance: "advice",
              unit: ["advisory violation", "advisory violations"],
              more,
              head: [`<details><summary>Advice of policies: ${advice.length.toLocaleString("en-US")}</summary>`],
              items: items(advice),
              foot: ["", "</details>"],
            },
          ],
  };
}

/** By rule and fix, the most severe first. */
function grouped(found: readonly Found[]): Found[][] {
  const groups = new Map<string, Found[]>();
  for (const one of found) {
    const key = JSON.stringify([one.violation.policy, one.words.fix]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  const rank = ([first]: Found[]) => severities.indexOf(first?.violation.severity ?? "unspecified");
  return [...groups.values()].sort((a, b) => rank(a) - rank(b));
}

/** A row for each violation, after a row with the rule and its fix. */
function groupItems(group: readonly Found[], rules: ReadonlyMap<string, PolicyRule>, named: boolean): string[][] {
  const [first] = group;
  if (first === undefined) return [];
  const { policy, severity } = first.violation;
  const rule = rules.get(policy);
  const title = rule === undefined || rule.title === "" ? "" : ` ${prose(rule.title)}`;
  const columns = [...(named ? ["stack"] : []), "resource", "property", "found", "required"];
  const head = [
    "",
    `**${link(code(policy), rule?.source ?? "")}**${severity === "unspecified" ? "" : ` (${severity})`}${title}`,
    ...(first.words.fix === "" ? [] : [`**Fix:** ${prose(first.words.fix)}`]),
    "",
    `| ${columns.join(" | ")} |`,
    `|${columns.map(() => ":--").join("|")}|`,
  ];
  return group.map((one, i) => (i === 0 ? [...head, row(one, named)] : [row(one, named)]));
}

function row({ label, violation: { urn }, words }: Found, named: boolean): string {
  const name = nameOf(urn);
  const cells = [
    ...(named ? [code(label, 80)] : []),
    name === "" ? "the stack" : `${code(shortType(typeOf(urn)), 80)} ${code(name)}`,
    words.property === "" ? "–" : code(words.property),
    prose(words.found, 300),
    words.required === "" ? "–" : prose(words.required, 200),
  ];
  return `| ${cells.join(" | ")} |`;
}
