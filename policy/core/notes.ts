import type { PolicyResource } from "@pulumi/policy";
import type { Environments } from "./environment";
import { placeOf } from "./exemption";
import { type Note, type NotePolicy, notePolicyOf, type Told } from "./note";
import type { Run } from "./policies";
import type { Rule } from "./rule";
import { summaryOf } from "./summary";
import { providersOf, unjudgedWords } from "./unjudged";

/** All that a run tells beside its verdicts: each note by itself, or all of them in a summary. */
export function notePolicies(run: Run, stack: string, rules: readonly Rule[]): NotePolicy[] {
  const { environments } = run;
  const notes = [
    ...(environments === undefined ? [] : [profileNote(environments, run, stack)]),
    ...[undeterminedNotes(run), exemptionNotes(run, stack), unjudgedNote(run, rules)],
  ];
  if (run.summary !== true) return notes.map(notePolicyOf);
  // They stay policies of the pack, which policy config may name; the server would unpack all resources for each.
  const silent = notes.map((note) => notePolicyOf({ ...note, hasWords: () => false, told: () => [] }));
  return [...silent, notePolicyOf(summaryOf(notes, run, stack))];
}

/** The stack that resources are of; a pack may serve another one than it was started for. */
function stackOfAll(resources: readonly PolicyResource[], stack: string): string {
  return resources[0]?.urn.split(":")[2] ?? stack;
}

/** Tells which profile a stack was judged by, and why: always in a summary, else where it is odd. */
function profileNote(environments: Environments, { summary = false }: Run, stack: string): Note {
  return {
    name: "profile",
    displayName: "The profile that a stack is judged by is told.",
    description: "The profile that a stack is judged by is told, with the reason.",
    hasWords: () => summary || environments.of(stack).odd,
    told: (resources) => {
      const { profile, reason, odd } = environments.of(stackOfAll(resources, stack));
      return summary || odd ? [{ message: `judged as ${profile}: ${reason}` }] : [];
    },
  };
}

/** Tells what could not be judged, once for each resource. */
function undeterminedNotes({ ledger }: Run): Note {
  return {
    name: "undetermined",
    displayName: "What could not be judged yet is told.",
    description: "What could not be judged yet, because only the cloud knows it, is told.",
    hasWords: () => ledger.undetermined.size > 0,
    told: () => {
      const told = [...ledger.undetermined].map(([urn, rules]) => {
        const words = [...rules].map(([rule, paths]) => `${rule} (${paths.join(", ")})`);
        return { message: `not known before the update: ${words.join("; ")}`, urn };
      });
      ledger.undetermined.clear();
      return told;
    },
  };
}

/** Tells of every exemption that was used, that has expired, or that no resource matched. */
function exemptionNotes({ ledger, exemptions }: Run, stack: string): Note {
  return {
    name: "exemptions",
    displayName: "Exemptions in force are told.",
    description: "Exemptions that were used, have expired or match nothing are told.",
    hasWords: () => exemptions.list.length > 0,
    told: (resources) => {
      const judged = stackOfAll(resources, stack);
      const told = exemptions.list.flatMap((exemption): Told[] => {
        const { rule, owner, reason, expires, place } = exemption;
        const said = `${rule}, owner ${owner}, expires ${expires}: ${reason} [${place}]`;
        const used = ledger.used.get(exemption);
        const expired = ledger.expired.get(exemption);
        if (used === undefined && expired === undefined) {
          if (!exemptions.concerns(exemption, judged)) return [];
          return [{ message: `unmatched: ${said} | nothing that ${rule} finds is at ${placeOf(exemption)}` }];
        }
        return [
          ...[...(used ?? [])].map(([urn, messages]) => ({ message: `used: ${said} | ${messages.join(" | ")}`, urn })),
          ...[...(expired ?? [])].map((urn) => ({ message: `expired: ${said}`, urn })),
        ];
      });
      ledger.used.clear();
      ledger.expired.clear();
      return told;
    },
  };
}

/** Tells what no rule is about: that it was not judged must not look as if all were well with it. */
function unjudgedNote({ ledger }: Run, rules: readonly Rule[]): Note {
  return {
    name: "unjudged",
    displayName: "What no rule is about is told.",
    description: "Types of resources that no rule is about are told, with how many there are.",
    hasWords: () => (ledger.unjudged?.types.size ?? 0) > 0,
    told: () => {
      const { unjudged } = ledger;
      ledger.unjudged = undefined;
      return unjudged === undefined || unjudged.types.size === 0
        ? []
        : [{ message: unjudgedWords(unjudged, providersOf(rules)) }];
    },
  };
}
