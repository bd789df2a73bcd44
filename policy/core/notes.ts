import type { PolicyResource } from "@pulumi/policy";
import { type ExemptionNote, notePolicyNames, noteSentence } from "../protocol/note";
import type { Environments } from "./environment";
import { type Exemption, placeOf } from "./exemption";
import { type Note, type NotePolicy, notePolicyOf } from "./note";
import type { Run } from "./policies";
import type { Rule } from "./rule";
import { summaryPolicyOf } from "./summary";
import { providersOf, unjudgedBy, unjudgedNote } from "./unjudged";

/** All that a run tells beside its verdicts: each note by itself in words, or all of them at once as data. */
export function notePolicies(run: Run, stack: string, rules: readonly Rule[]): NotePolicy[] {
  const { environments } = run;
  const notes = [
    ...(environments === undefined ? [] : [profileOf(environments, run, stack)]),
    ...[undetermined(run), exemptionsOf(run, stack), unjudged(run, rules)],
  ];
  if (run.summary !== true) return notes.map(inWords);
  // They stay policies of the pack, which policy config may name; the server would unpack all resources for each.
  const silent = notes.map(({ name, displayName, description }) =>
    notePolicyOf(
      { name, displayName, description },
      () => false,
      () => [],
    ),
  );
  return [...silent, summaryPolicyOf(notes, run, stack)];
}

function inWords({ name, displayName, description, hasWords, notes }: Note): NotePolicy {
  return notePolicyOf({ name, displayName, description }, hasWords, (resources) =>
    notes(resources).map(({ note, urn }) => ({ message: noteSentence(note), urn })),
  );
}

/** The stack that resources are of; a pack may serve another one than it was started for. */
function stackOfAll(resources: readonly PolicyResource[], stack: string): string {
  return resources[0]?.urn.split(":")[2] ?? stack;
}

/** The profile that a stack is judged by, and why: always in a summary, else where it is odd. */
function profileOf(environments: Environments, { summary = false }: Run, stack: string): Note {
  return {
    name: notePolicyNames.profile,
    displayName: "Names the profile that a stack is judged by.",
    description: "Names the profile that a stack is judged by, with the reason.",
    hasWords: () => summary || environments.of(stack).odd,
    notes: (resources) => {
      const { profile, reason, odd } = environments.of(stackOfAll(resources, stack));
      return summary || odd ? [{ note: { kind: "profile", profile, reason } }] : [];
    },
  };
}

/** What could not be judged, once for each resource. */
function undetermined({ ledger }: Run): Note {
  return {
    name: notePolicyNames.undetermined,
    displayName: "Names what could not be judged yet.",
    description: "Names what could not be judged yet, because only the cloud knows it.",
    hasWords: () => ledger.undetermined.size > 0,
    notes: () => {
      const notes = [...ledger.undetermined].map(([urn, rules]) => ({
        note: {
          kind: "undetermined" as const,
          rules: [...rules].map(([rule, paths]) => ({ rule, paths: [...paths] })),
        },
        urn,
      }));
      ledger.undetermined.clear();
      return notes;
    },
  };
}

/** Every exemption that was used, that has expired, or that nothing matched. */
function exemptionsOf({ ledger, exemptions }: Run, stack: string): Note {
  return {
    name: notePolicyNames.exemption,
    displayName: "Exemptions in force are told.",
    description: "Exemptions that were used, have expired or match nothing are told.",
    hasWords: () => exemptions.list.length > 0,
    notes: (resources) => {
      const judged = stackOfAll(resources, stack);
      const notes = exemptions.list.flatMap((exemption): ReturnType<Note["notes"]> => {
        const used = [...(ledger.used.get(exemption) ?? [])];
        const expired = [...(ledger.expired.get(exemption) ?? [])];
        if (used.length + expired.length === 0) {
          return exemptions.concerns(exemption, judged) ? [{ note: exemptionNote(exemption, "unmatched") }] : [];
        }
        return [
          ...used.map(([urn, findings]) => ({
            note: { ...exemptionNote(exemption, "used"), findings: [...findings] },
            urn,
          })),
          ...expired.map((urn) => ({ note: exemptionNote(exemption, "expired"), urn })),
        ];
      });
      ledger.used.clear();
      ledger.expired.clear();
      return notes;
    },
  };
}

function exemptionNote(exemption: Exemption, state: ExemptionNote["state"]): ExemptionNote {
  const { rule, owner, expires, reason, place } = exemption;
  return { kind: "exemption", state, rule, owner, expires, reason, place, of: placeOf(exemption), findings: [] };
}

/** What no rule is about: that it was not judged must not look as if all were well with it. */
function unjudged({ ledger }: Run, rules: readonly Rule[]): Note {
  const unjudgedIn = unjudgedBy(rules);
  return {
    name: notePolicyNames.unjudged,
    displayName: "Names what no rule is about.",
    description: "Types of resources that no rule is about are told, with how many there are.",
    hasWords: () => (ledger.unjudged?.types.size ?? 0) > 0,
    notes: (resources) => {
      // No rule of stacks was asked where policy config has switched all of them off.
      const left = ledger.unjudged ?? unjudgedIn(resources);
      ledger.unjudged = undefined;
      return left.types.size === 0 ? [] : [{ note: unjudgedNote(left, providersOf(rules)) }];
    },
  };
}
