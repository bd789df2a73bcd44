import { decodedOf, formsOf } from "../../policy/protocol/secrets/forms";
import { secretText, withoutSpans } from "../../policy/protocol/secrets/mark";
import { textsOf } from "../../policy/protocol/secrets/pieces";
import { TextFinder } from "../../policy/protocol/secrets/text-finder";
import { isWireObject, secretTexts, unknownText, type WireObject } from "../model/wire";
import type { StackConfig } from "../project/stacks";
import { JsonQuotes } from "./json-quotes";
import type { ResourceState } from "./monitor/state";

/**
 * Replaces secrets in texts, in each form that a secret may have there (`policy/protocol/secrets/forms.ts`). For messages of programs and
 * policies; property values are redacted by their secret marks.
 *
 * Identities stay whole: URNs, also inside a text, and names that are the whole text.
 */
export class Redactor {
  private readonly secrets: TextFinder;
  private readonly names: ReadonlySet<string>;
  private readonly marks: TextFinder;
  private readonly urns: TextFinder;
  private readonly quotes: JsonQuotes;

  constructor(secrets: Iterable<string>, { urns = [], names = [] }: Identities = {}) {
    const forms = new Set<string>();
    const all = [...secrets];
    this.quotes = new JsonQuotes(all.flatMap((text) => [text, decodedOf(text) ?? ""]));
    for (const text of all) for (const form of formsOf(text)) forms.add(form);
    this.secrets = new TextFinder(forms);
    this.names = new Set(names);
    this.marks = new TextFinder([secretText, unknownText]);
    this.urns = new TextFinder(urns);
  }

  text(message: string): string {
    if (this.names.has(message)) return message;
    const text = this.quotes.without(message);
    const found = this.secrets.spansIn(text);
    if (found.length === 0) return text;
    const kept = [...this.marks.spansIn(text), ...(text.includes("urn:") ? this.urns.spansIn(text) : [])];
    const redacted = found.filter(([start, end]) => !kept.some(([from, to]) => from <= start && end <= to));
    return withoutSpans(text, redacted);
  }

  /** Redacts every text in plain data. */
  data<T>(value: T): T;
  data(value: unknown): unknown {
    if (this.secrets.isEmpty) return value;
    if (typeof value === "string") return this.text(value);
    if (Array.isArray(value)) return value.map((item: unknown) => this.data(item));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, this.data(item)]));
  }
}

/** Names of resources. */
export interface Identities {
  urns?: readonly string[];
  names?: readonly string[];
}

/** The texts of a run. */
export interface RunTexts {
  config: StackConfig;
  resources: readonly ResourceState[];
  stackOutputs: WireObject;
}

/** The redactor for the messages of a run: knows the secrets of its config and properties, and its resources. */
export function redactorOf(run: RunTexts): Redactor {
  return new Redactor(secretsOf(run), identities(run));
}

/** The texts that are secret in a run's config, properties and outputs. */
export function secretsOf({ config, resources, stackOutputs }: RunTexts): Set<string> {
  const secrets = secretTexts(stackOutputs);
  for (const { inputs, outputs, replacementTrigger = null } of resources) {
    for (const values of [inputs, outputs, replacementTrigger]) secretTexts(values, secrets);
  }
  // The SDK marks a whole object that holds a secret. Values beside it in the stack's file are not secret.
  for (const text of config.secretKeys.flatMap((key) => textsOf(config.values[key] ?? ""))) secrets.delete(text);
  for (const text of config.secretTexts) secrets.add(text);
  return secrets;
}

/** The names of its resources. */
export function identities({ resources }: RunTexts): Identities {
  return { urns: resources.map(({ urn }) => urn), names: resources.flatMap(namesOf) };
}

/** Type, name, and the names by which a cluster knows it. */
function namesOf({ type, name, inputs }: ResourceState): string[] {
  const { apiVersion, kind, metadata } = inputs;
  const object = isWireObject(metadata) ? [apiVersion, kind, metadata.name, metadata.namespace] : [];
  return [type, name, ...object.filter((text) => typeof text === "string")];
}
