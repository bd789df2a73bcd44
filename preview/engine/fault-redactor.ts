import { filesNamedIn } from "./known-files";
import { type Identities, identities, Redactor, type Said, secretsOf, withoutSpans } from "./redact";
import { formsOf } from "./secret-forms";
import { plainWithin } from "./secret-keys";
import { piecesOf } from "./secret-pieces";
import { sharedRuns } from "./shared-runs";
import { secretText, unknownText } from "./wire";

/** How `inspect` cuts a text of several lines, also in the difference that `assert` shows. */
const cuts = /(['"`]) \+\n[ +-]*\1/g;
/** What an address begins with says nothing of what it leads to. */
const schemes = /\b[a-z][a-z+]{1,15}:\/\//gi;
/** Longer words are cut in the middle: a report shows fewer of them. */
const mostWords = 1_000_000;

/** What is known not to be secret where a run ends. */
export interface Plain extends Identities {
  /** Plain config, and the names of the project, the stack and their folders. */
  texts?: readonly string[];
  /** Folder of the program: the paths of its files are no secrets. */
  folder?: string;
}

/**
 * Takes secrets out of words that end a run. These quote a secret in any way: its lines with numbers before them, its first 25
 * characters, split at line ends. So all that a text has in common with a secret, from 8 characters on, is replaced, in each form
 * that a secret may have there; what is within a secret that is JSON is one too. Left is what also stands in what is plain, and
 * keys within a secret.
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

  text(told: string): string {
    if (this.secrets.length === 0) return told;
    const text = this.redactor.text(shortened(told).replace(cuts, ""));
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

function shortened(told: string): string {
  return told.length <= mostWords ? told : `${told.slice(0, mostWords / 2)}…${told.slice(-mostWords / 2)}`;
}

/** The redactor for words that end a run of a program. */
export function faultRedactorOf(run: Said, { texts = [], folder }: Pick<Plain, "texts" | "folder">): FaultRedactor {
  const { values, secretKeys } = run.config;
  const config = Object.entries(values).flatMap(([key, value]) => (secretKeys.includes(key) ? [key] : [key, value]));
  return new FaultRedactor(secretsOf(run), { ...identities(run), texts: [...texts, ...config], folder });
}
