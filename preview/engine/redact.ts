import { secretText } from "./wire";

/** Shorter texts are no secrets worth the name, and would tear holes into everything. */
const shortest = 4;

/**
 * Replaces the texts of secrets wherever they stand in a text, also as JSON, URL or base64 would write them. For what a
 * program or a policy says in words; property values are redacted by their marks.
 */
export class Redactor {
  private readonly forms: string[];

  constructor(secrets: Iterable<string>) {
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
  }

  text(text: string): string {
    return this.forms.reduce((redacted, form) => redacted.replaceAll(form, secretText), text);
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
}
