import { notePolicyNames } from "../../../policy/protocol/note";
import { withProperty } from "../../model/message-property";
import type { PolicyOutcome, Violation } from "../../model/plan";
import { ofFinding } from "../../model/policy-texts";
import type { OwnRules } from "../trusted-rules";
import { type EngineEvent, plain } from "./events";
import { findingOfSentence, noteOfSentence } from "./sentences";

/** The policies of our own pack that only note something. */
const notePolicies: readonly string[] = Object.values(notePolicyNames);

/** Verdicts of policy packs in an event log. A rule that the local pack does not have keeps only its name. */
export function policyOf(events: readonly EngineEvent[], own: OwnRules): PolicyOutcome {
  const messages = events.flatMap(({ policyEvent }) =>
    policyEvent === undefined ? [] : [violationOf(policyEvent, own)],
  );
  const rules = judgedRules(events);
  return {
    packs: [...packsOf(events)].map(([name, version]) => ({
      name,
      version,
      folder: "",
      rules: [...rules.values()].filter(({ pack }) => pack === name).length,
    })),
    rules: rules.size,
    violations: messages.filter(({ policy }) => !notePolicies.includes(policy)),
    notes: messages
      .filter(({ policy }) => notePolicies.includes(policy))
      .map(({ policy, urn, message }) => {
        const data = noteOfSentence(policy, message);
        return { policy, urn, message, ...(data === undefined ? {} : { data }) };
      }),
    judged: [...rules.values()].map(({ name, resources }) => ({
      name,
      title: "",
      severity: "unspecified",
      level: "advisory",
      fix: "",
      source: "",
      tags: [],
      resources,
    })),
  };
}

/**
 * Name and version of each pack. The summary at the end names a local pack `name|local|path` and may put a `v` before the
 * version; each verdict has both as the pack has them, and takes precedence.
 */
function packsOf(events: readonly EngineEvent[]): Map<string, string> {
  const packs = new Map<string, string>();
  for (const { summaryEvent } of events) {
    for (const [key, version] of Object.entries(summaryEvent?.PolicyPacks ?? {})) {
      packs.set(packName(key), version.replace(/^v(?=\d)/, ""));
    }
  }
  for (const { policyEvent, ...event } of events) {
    for (const verdict of [policyEvent, ...summariesIn(event)]) {
      if (verdict !== undefined && verdict.policyPackVersion !== "") {
        packs.set(packName(verdict.policyPackName), verdict.policyPackVersion);
      }
    }
  }
  return packs;
}

function packName(key: string): string {
  return key.split("|", 1)[0] ?? key;
}

interface JudgedRule {
  pack: string;
  name: string;
  resources: number;
}

/** How often each rule was asked, by pack and name: once for a resource, also if it is asked for a remediation too. */
function judgedRules(events: readonly EngineEvent[]): Map<string, JudgedRule> {
  const rules = new Map<string, JudgedRule>();
  const counted = new Set<string>();
  for (const event of events) {
    for (const { policyPackName, resourceUrn, passed, failed } of summariesIn(event)) {
      const pack = packName(policyPackName);
      for (const name of [...(passed ?? []), ...(failed ?? [])]) {
        const key = JSON.stringify([pack, name]);
        const once = `${key} ${resourceUrn}`;
        if (notePolicies.includes(name) || (resourceUrn !== "" && counted.has(once))) continue;
        counted.add(once);
        const known = rules.get(key) ?? { pack, name, resources: 0 };
        rules.set(key, { ...known, resources: known.resources + 1 });
      }
    }
  }
  return rules;
}

/** The rules that an event says were asked, the resource or stack they were asked about, and whether a remediation follows. */
function summariesIn({
  policyAnalyzeSummaryEvent: ofResource,
  policyAnalyzeStackSummaryEvent: ofStack,
  policyRemediateSummaryEvent: ofRemedy,
}: Pick<EngineEvent, "policyAnalyzeSummaryEvent" | "policyAnalyzeStackSummaryEvent" | "policyRemediateSummaryEvent">) {
  return [ofResource, ofStack, ofRemedy].filter((one) => one !== undefined);
}

function violationOf(event: NonNullable<EngineEvent["policyEvent"]>, own: OwnRules): Violation {
  const policy = event.policyName;
  const found: Violation = {
    policyPack: packName(event.policyPackName),
    policyPackVersion: event.policyPackVersion,
    policy,
    severity: event.severity || "unspecified",
    enforcementLevel: event.enforcementLevel,
    urn: event.resourceUrn,
    message: withoutDescription(plain(event.message), policy, own.get(policy)?.title),
  };
  // The description of an unknown rule precedes the message and can't be separated from it.
  const rule = own.get(policy);
  if (rule === undefined) return found;
  const guessed = withProperty(found);
  const finding = findingOfSentence(found.message, guessed.property, rule.fix);
  return finding === undefined ? guessed : { ...found, ...ofFinding(finding), message: found.message };
}

/** The policy server puts the description of a rule before its message, in a line of its own (`sdk/nodejs/policy/server.ts`). */
function withoutDescription(message: string, policy: string, title: string | undefined): string {
  const end = message.indexOf("\n");
  if (end < 0) return message;
  const isDescription = notePolicies.includes(policy) || message.slice(0, end).trim() === title;
  return isDescription ? message.slice(end + 1).trim() : message;
}
