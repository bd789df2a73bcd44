import { type StackConfig, textsOf } from "../project/stacks";
import type { ResourceState } from "./monitor/state";
import { isWireObject, secretText, secretTexts, unknownText, type WireObject } from "./wire";

/** Shorter texts are no secrets worth the name, and would tear holes into everything. */
const shortest = 4;

/**
 * Replaces the texts of secrets wherever they stand in a text, also as JSON, URL or base64 would write them. For what a
 * program or a policy says in words; property values are redacted by their marks.
 *
 * What tells resources apart stays whole: URNs, also inside of a text, and names that are all of a text.
 */
export class Redactor {
  private readonly forms: string[];
  private readonly names: ReadonlySet<string>;
  private readonly whole: readonly string[];

  constructor(secrets: Iterable<string>, { urns = [], names = [] }: Identities = {}) {
    const forms = new Set<string>();
    for (const text of secrets) {
      if (text.length < shortest) continue;
      forms.add(text);
      forms.add(JSON.stringify(text).slice(1, -1));
      forms.add(encodeURIComponent(text));
      forms.add(Buffer.from(text).toString("base64"));
    }
    // The longest first, so that no part of one is left standing.
    this.forms = [...forms].sort((a, b) => b.length - a.length);
    this.names = new Set(names);
    this.whole = [secretText, unknownText, ...urns];
  }

  text(text: string): string {
    return this.names.has(text) ? text : this.forms.reduce((redacted, form) => this.without(form, redacted), text);
  }

  /** Redacts every text in plain data. */
  data<T>(value: T): T;
  data(value: unknown): unknown {
    if (this.forms.length === 0) return value;
    if (typeof value === "string") return this.text(value);
    if (Array.isArray(value)) return value.map((item: unknown) => this.data(item));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, this.data(item)]));
  }

  private without(form: string, text: string): string {
    if (!text.includes(form)) return text;
    const kept = this.whole.flatMap((part) => spansOf(part, text));
    return text.replaceAll(form, (found: string, at: number) =>
      kept.some(([start, end]) => start <= at && at + found.length <= end) ? found : secretText,
    );
  }
}

/** What resources are called. */
interface Identities {
  urns?: readonly string[];
  names?: readonly string[];
}

function spansOf(part: string, text: string): [start: number, end: number][] {
  const spans: [number, number][] = [];
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length)) {
    spans.push([at, at + part.length]);
  }
  return spans;
}

/** The redactor for what a run says: knows the secrets of its config and its properties, and its resources. */
export function redactorOf(
  config: StackConfig,
  resources: readonly ResourceState[],
  stackOutputs: WireObject = {},
): Redactor {
  const secrets = secretTexts(stackOutputs);
  for (const { inputs, outputs } of resources) {
    secretTexts(inputs, secrets);
    secretTexts(outputs, secrets);
  }
  // The SDK marks all of an object that holds a secret; what stands beside it in the stack's file is none.
  for (const text of config.secretKeys.flatMap((key) => textsOf(config.values[key] ?? ""))) secrets.delete(text);
  for (const text of config.secretTexts) secrets.add(text);
  return new Redactor(secrets, { urns: resources.map(({ urn }) => urn), names: resources.flatMap(namesOf) });
}

/** Its type, its name, and those by which a cluster knows it. */
function namesOf({ type, name, inputs }: ResourceState): string[] {
  const { apiVersion, kind, metadata } = inputs;
  const object = isWireObject(metadata) ? [apiVersion, kind, metadata.name, metadata.namespace] : [];
  return [type, name, ...object.filter((text) => typeof text === "string")];
}
