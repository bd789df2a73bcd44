import { canonicalType } from "../../policy/protocol/canonical-type";
import { type HeldKind, heldKind, heldKinds } from "../compare/data-holding";
import type { ResourceChange } from "../model/change";
import { rootStackType } from "../model/urn";
import { name as named, own, type Phrase, phrase } from "./phrase";
import type { StackView } from "./view";

/** Words of names that add nothing to the type. */
const emptyWords = new Set(["main", "default", "this", "resource", "run", "id", "db", "container"]);

/** Plain nouns of some types. */
const nouns: Readonly<Record<string, string>> = {
  "aws:ecs/service:Service": "service",
  "azure-native:app:ContainerApp": "service",
  "gcp:cloudrunv2/workerPool:WorkerPool": "service",
  "kubernetes:apps/v1:Deployment": "service",
  "kubernetes:apps/v1:StatefulSet": "service",
  "azure-native:resources:AzureCliScript": "script",
};

/** A resource in plain words: its kind, and its name without the words of the stack, the component and the type. */
export interface Subject {
  /** `database`, `security group ingress rule`. */
  noun: string;
  name: string;
}

/** Names the resources of a stack. */
export class Namer {
  private readonly byUrn: ReadonlyMap<string, ResourceChange>;
  private readonly stackWords: ReadonlySet<string>;

  constructor({ changes, entries: [{ project, stack }] }: StackView) {
    this.byUrn = new Map(changes.map(({ change }) => [change.urn, change]));
    this.stackWords = new Set([...wordsOf(stack), ...wordsOf(project)]);
  }

  subject(change: ResourceChange): Subject {
    return { noun: nounOf(change.type), name: this.shortName(change) };
  }

  /** The name without the words of the stack at its start. */
  bareName(text: string): string {
    return this.bareWords(text).join("-");
  }

  private shortName({ name, type, parent }: ResourceChange): string {
    const all = this.bareWords(name);
    const around = parent === undefined ? undefined : this.byUrn.get(parent);
    const component = around === undefined || around.type === rootStackType ? [] : this.bareWords(around.name);
    const isInside = component.length < all.length && component.every((word, i) => word === all[i]);
    const tail = isInside ? all.slice(component.length) : all;
    const kind = new Set([...wordsOfType(type), ...emptyWords]);
    const last = tail.findLastIndex((word) => !kind.has(word.toLowerCase()));
    const rest = tail.slice(0, last + 1);
    return (rest.length > 0 ? rest : isInside && component.length > 0 ? component : all).join("-");
  }

  private bareWords(text: string): string[] {
    const words = wordsOf(text);
    const start = words.findIndex((word) => !this.stackWords.has(word));
    return start < 0 ? words : words.slice(start);
  }
}

/** The plain noun of a type: `database`, `service`, else the type's own words. */
function nounOf(type: string): string {
  const kind = heldKind(type);
  const held: HeldKind | undefined = kind === undefined ? undefined : heldKinds[kind];
  const canonical = canonicalType(type);
  return held?.noun ?? (Object.hasOwn(nouns, canonical) ? nouns[canonical] : undefined) ?? wordsOfType(type).join(" ");
}

/** Words that are harmless in every report. A type comes from the program, and may hold anything. */
const plainNoun = /^[a-z]{1,30}\d{0,2}(?: [a-z]{1,30}\d{0,2}){0,7}$/;

/** A noun in a sentence, for one thing or for several. */
export function nounWords(noun: string, count = 1): Phrase {
  const words = count === 1 ? noun : plural(noun);
  return [plainNoun.test(words) ? own(words) : named(words)];
}

/** A resource by noun and name: `database postgres`. */
export function subjectWords({ noun, name }: Subject): Phrase {
  return phrase`${nounWords(noun)} ${named(name)}`;
}

/** Several of them: `policies`, `databases`. */
function plural(noun: string): string {
  if (/(?:s|x|ch|sh)$/.test(noun)) return `${noun}es`;
  return /[^aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}s`;
}

function wordsOf(text: string): string[] {
  return text.split(/[-_./]/).filter((word) => word !== "");
}

/** `SecurityGroupIngressRule` is `security group ingress rule`. */
function wordsOfType(type: string): string[] {
  const kind = type.split(":").at(-1) ?? type;
  return kind
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replace(/([A-Z]+)([A-Z][a-z])/g, "$1 $2")
    .toLowerCase()
    .split(" ");
}
