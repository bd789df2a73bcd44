import { formsOf } from "../../policy/protocol/secrets/forms";
import { secretText, withoutSpans } from "../../policy/protocol/secrets/mark";
import { piecesOf } from "../../policy/protocol/secrets/pieces";
import { unknownText } from "../model/wire";
import { filesNamedIn } from "./known-files";
import { type Identities, identities, Redactor, type RunTexts, secretsOf } from "./redact";
import { plainWithin } from "./secret-keys";
import { sharedRuns } from "./shared-runs";

/** The cuts that `inspect` makes in a text of several lines, also in the difference that `assert` shows. */
const cuts = /(['"`]) \+\n[ +-]*\1/g;
/** The scheme of an address says nothing about its target. */
const schemes = /\b[a-z][a-z+]{1,15}:\/\//gi;
/** Longer messages are cut in the middle: a report shows less than this anyway. */
const mostWords = 1_000_000;

/** Texts that are known not to be secret when a run fails. */
export interface Plain extends Identities {
  /** Plain config, and the names of the project, the stack and their folders. */
  texts?: readonly string[];
  /** Folder of the program: paths of its files are not secret. */
  folder?: string;
}

/**
 * Removes secrets from the message that ends a run. Such a message quotes a secret in any form: its lines with numbers
 * before them, its first 25 characters, split at line ends. So every run of 8 characters or more that it shares with a
 * secret is replaced, in each form that the secret may have; the values inside a secret that is JSON are secrets too. Plain
 * texts, and keys within a secret, are kept.
 */
export class FaultRedactor {
  private readonly redactor: Redactor;
  private readonly secrets: readonly string[];

  constructor(
    secrets: Iterable<string>,
    private readonly plain: Plain = {},
  ) {
    this.secrets = [...new Set([...secrets].flatMap(piecesOf))];
    this.redactor = new Redactor(this.secrets, plain);
  }

  text(message: string): string {
    if (this.secrets.length === 0) return message;
    const text = this.redactor.text(shortened(message).replace(cuts, ""));
    return withoutSpans(text, sharedRuns(text, { secrets: this.forms(), plain: this.plainIn(text) }));
  }

  private *forms(): Generator<string> {
    for (const secret of this.secrets) yield* formsOf(secret);
  }

  private *plainIn(text: string): Generator<string> {
    const { urns = [], names = [], texts = [], folder } = this.plain;
    yield* [secretText, unknownText, ...urns, ...names, ...texts];
    if (folder !== undefined) yield* filesNamedIn(text, folder);
    for (const [scheme] of text.matchAll(schemes)) yield scheme;
    for (const secret of this.secrets) yield* plainWithin(secret);
  }
}

function shortened(message: string): string {
  return message.length <= mostWords ? message : `${message.slice(0, mostWords / 2)}…${message.slice(-mostWords / 2)}`;
}

/** The redactor for words that end a run of a program. */
export function faultRedactorOf(run: RunTexts, { texts = [], folder }: Pick<Plain, "texts" | "folder">): FaultRedactor {
  const { values, secretKeys } = run.config;
  const config = Object.entries(values).flatMap(([key, value]) => (secretKeys.includes(key) ? [key] : [key, value]));
  return new FaultRedactor(secretsOf(run), { ...identities(run), texts: [...texts, ...config], folder });
}
