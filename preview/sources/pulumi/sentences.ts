import type { Finding } from "../../../policy/protocol/finding";
import { type ExemptionNote, type Note, notePolicyNames, type UnjudgedNote } from "../../../policy/protocol/note";

/*
 * Pulumi's own command line has only the sentences of our pack (`policy/protocol`). This file, and no other, parses them
 * into data when an event log is read: reports read data. Anyone may have written a log, but a forged sentence can say no
 * more than the log itself could.
 */

const requiredWords = "; required: ";

/**
 * Reads a finding from the sentence of a rule that the local pack has, with the rule's own fix; undefined for any other
 * sentence. The last occurrence of the marker counts: a value comes before it.
 */
export function findingOfSentence(sentence: string, path: string | undefined, fix: string): Finding | undefined {
  const start = `${path} is `;
  const body = fix !== "" && sentence.endsWith(`. ${fix}`) ? sentence.slice(0, -fix.length - 2) : undefined;
  const at = (body ?? sentence).lastIndexOf(requiredWords);
  if (path === undefined || !sentence.startsWith(start) || at < start.length) return undefined;
  const found = sentence.slice(start.length, at);
  if (body !== undefined) return { path, found, required: body.slice(at + requiredWords.length), fix };
  // A finding with its own fix.
  const rest = sentence.slice(at + requiredWords.length);
  const end = rest.indexOf(". ");
  if (end < 0) return { path, found, required: rest.replace(/\.$/, ""), fix: "" };
  return { path, found, required: rest.slice(0, end), fix: rest.slice(end + 2) };
}

/** Reads a note from its sentence, by the policy that writes it; undefined for any other sentence. */
export function noteOfSentence(policy: string, sentence: string): Note | undefined {
  if (policy === notePolicyNames.exemption) return exemptionOf(sentence);
  return policy === notePolicyNames.unjudged ? unjudgedOf(sentence) : undefined;
}

/**
 * An exemption: `used: rule, owner O, expires 2027-01-31: reason [place] | finding | finding`. Each character is looked at a few times
 * at most, however long the sentence of a stranger is.
 */
function exemptionOf(sentence: string): ExemptionNote | undefined {
  const [start = "", state, rule] = /^(used|expired|unmatched): ([\w-]+), owner /.exec(sentence) ?? [];
  if ((state !== "used" && state !== "expired" && state !== "unmatched") || rule === undefined) return undefined;
  const rest = sentence.slice(start.length);
  const until = /, expires (\d{4}-\d\d-\d\d): /.exec(rest);
  const [words = "", expires] = until ?? [];
  if (until === null || expires === undefined) return undefined;
  const reasoned = rest.slice(until.index + words.length);
  const end = endOfPlace(reasoned);
  if (end === undefined) return undefined;
  const findings = reasoned.slice(end.close + 1).replace(/^ \| /, "");
  return {
    kind: "exemption",
    state,
    rule,
    owner: rest.slice(0, until.index),
    expires,
    reason: reasoned.slice(0, end.open),
    place: reasoned.slice(end.open + 2, end.close),
    of: state === "unmatched" ? findings.slice(findings.lastIndexOf(" is at ") + " is at ".length) : "",
    findings: state === "used" && findings !== "" ? findings.split(" | ").map(letPass) : [],
  };
}

/** Start and end of the place: the first brackets that end the text or precede the findings. */
function endOfPlace(text: string): { open: number; close: number } | undefined {
  let close = -1;
  for (let open = text.indexOf(" ["); open >= 0; open = text.indexOf(" [", open + 1)) {
    if (close < open) close = text.indexOf("]", open);
    if (close < 0) return undefined;
    if (close === text.length - 1 || text.startsWith(" | ", close + 1)) return { open, close };
  }
  return undefined;
}

/** An exempted finding: its property ends before the first "is". */
function letPass(sentence: string): Finding {
  const path = sentence.slice(0, Math.max(0, sentence.indexOf(" is ")));
  return findingOfSentence(sentence, path, "") ?? { path: "", found: sentence, required: "", fix: "" };
}

function unjudgedOf(sentence: string): UnjudgedNote | undefined {
  const [, resources, list, providers] =
    /^no rule is about \d+ of (\d+) resources: ([^;]*); rules are about ([^;]*)$/.exec(sentence) ?? [];
  if (list === undefined || providers === undefined) return undefined;
  return {
    kind: "unjudged",
    types: [...list.matchAll(/(\S+) \((\d+)\)(?:, |$)/g)].map(([, type = "", count]) => ({
      type,
      resources: Number(count),
    })),
    resources: Number(resources),
    providers: providers.split(", "),
  };
}
