import type { PolicyResource, StackValidationPolicy } from "@pulumi/policy";
import type { Environments } from "./environment";
import { placeOf } from "./exemption";
import type { Run } from "./policies";
import type { Rule } from "./rule";
import { providersOf, unjudgedWords } from "./unjudged";

/** A policy with this tag judges nothing: what it reports is for the reader, and never blocks. */
const noteTag = "isotopo:note";

const facts = { enforcementLevel: "advisory" as const, severity: "low" as const, tags: [noteTag] };

/** A policy that tells the reader something at the end of a run, where it has anything to tell. */
export interface NotePolicy {
  policy: StackValidationPolicy;
  hasWords(): boolean;
}

/** All that a run tells beside its verdicts. */
export function notePolicies(run: Run, stack: string, rules: readonly Rule[]): NotePolicy[] {
  const { environments } = run;
  return [
    ...(environments === undefined ? [] : [profileNote(environments, run, stack)]),
    ...[undeterminedNotes(run), exemptionNotes(run, stack), unjudgedNote(run, rules)],
    ...(run.counting ? [askedNote(run, stack)] : []),
  ];
}

/** The stack that resources are of; a pack may serve another one than it was started for. */
function stackOfAll(resources: readonly PolicyResource[], stack: string): string {
  return resources[0]?.urn.split(":")[2] ?? stack;
}

/** Tells which profile a stack was judged by, and why: always to an engine that shows notes apart, else where it is odd. */
function profileNote(environments: Environments, { counting = false }: Run, stack: string): NotePolicy {
  return {
    hasWords: () => counting || environments.of(stack).odd,
    policy: {
      ...facts,
      name: "profile",
      displayName: "The profile that a stack is judged by is told.",
      description: "The profile that a stack is judged by is told, with the reason.",
      validateStack: ({ resources }, report) => {
        const { profile, reason, odd } = environments.of(stackOfAll(resources, stack));
        if (counting || odd) report(`judged as ${profile}: ${reason}`);
      },
    },
  };
}

/** Tells what could not be judged, once for each resource. */
function undeterminedNotes({ ledger }: Run): NotePolicy {
  return {
    hasWords: () => ledger.undetermined.size > 0,
    policy: {
      ...facts,
      name: "undetermined",
      displayName: "What could not be judged yet is told.",
      description: "What could not be judged yet, because only the cloud knows it, is told.",
      validateStack: (_args, report) => {
        for (const [urn, rules] of ledger.undetermined) {
          const words = [...rules].map(([rule, paths]) => `${rule} (${paths.join(", ")})`);
          report(`not known before the update: ${words.join("; ")}`, urn);
        }
        ledger.undetermined.clear();
      },
    },
  };
}

/** Tells of every exemption that was used, that has expired, or that no resource matched. */
function exemptionNotes({ ledger, exemptions }: Run, stack: string): NotePolicy {
  return {
    hasWords: () => exemptions.list.length > 0,
    policy: {
      ...facts,
      name: "exemptions",
      displayName: "Exemptions in force are told.",
      description: "Exemptions that were used, have expired or match nothing are told.",
      validateStack: ({ resources }, report) => {
        const judged = stackOfAll(resources, stack);
        for (const exemption of exemptions.list) {
          const { rule, owner, reason, expires, place } = exemption;
          const said = `${rule}, owner ${owner}, expires ${expires}: ${reason} [${place}]`;
          const used = ledger.used.get(exemption);
          const expired = ledger.expired.get(exemption);
          for (const [urn, messages] of used ?? []) report(`used: ${said} | ${messages.join(" | ")}`, urn);
          for (const urn of expired ?? []) report(`expired: ${said}`, urn);
          if (used === undefined && expired === undefined && exemptions.concerns(exemption, judged)) {
            report(`unmatched: ${said} | nothing that ${rule} finds is at ${placeOf(exemption)}`);
          }
        }
        ledger.used.clear();
        ledger.expired.clear();
      },
    },
  };
}

/** Tells what no rule is about: that it was not judged must not look as if all were well with it. */
function unjudgedNote({ ledger }: Run, rules: readonly Rule[]): NotePolicy {
  return {
    hasWords: () => (ledger.unjudged?.types.size ?? 0) > 0,
    policy: {
      ...facts,
      name: "unjudged",
      displayName: "What no rule is about is told.",
      description: "Types of resources that no rule is about are told, with how many there are.",
      validateStack: (_args, report) => {
        if (ledger.unjudged !== undefined && ledger.unjudged.types.size > 0) {
          report(unjudgedWords(ledger.unjudged, providersOf(rules)));
        }
        ledger.unjudged = undefined;
      },
    },
  };
}

/**
 * Tells how often each rule was asked, as JSON: for an engine that asked for a count. It also says which stacks the same
 * process may judge one after the other, by their names and by the config that has to be the same: those of its profile, as
 * nothing else of a stack matters to a rule, and nothing that was gathered outlives the notes.
 */
function askedNote({ ledger, environments }: Run, stack: string): NotePolicy {
  const others =
    environments === undefined
      ? []
      : [`isotopo:stacks:${environments.like(stack).source}`, "isotopo:config:environment"];
  return {
    hasWords: () => true,
    policy: {
      ...facts,
      tags: [noteTag, ...others],
      name: "asked",
      displayName: "How often each rule was asked is counted.",
      description: "How often each rule was asked is counted, as JSON.",
      validateStack: (_args, report) => {
        report(JSON.stringify(Object.fromEntries(ledger.asked)));
        ledger.asked.clear();
      },
    },
  };
}
