import { isSecret, isSecretText } from "./secrets";

/**
 * `NAME=value` (npm has an address and a colon before it), `--name=value`, `--name value` and `name: value`, quoted or not;
 * behind a name in quotes a colon needs no space, as in JSON.
 */
const assignments: readonly RegExp[] = [
  /(?:^|[\s;&|"'(:])([A-Za-z_][\w.]*)=("(?:[^"\\]|\\.)*"|'[^']*'|[^\s;&|]*)/g,
  /(?:^|\s)--?([A-Za-z][\w-]*)[=\s]\s*("(?:[^"\\]|\\.)*"|'[^']*'|[^\s-][^\s]*)/g,
  /(?:^|[\s{,])["']?([A-Za-z][\w.-]*)["']?:\s+("(?:[^"\\]|\\.)*"|'[^']*'|[^\s,}{[][^\s,}]*)/g,
  /["']([A-Za-z_][\w.-]*)["']:("(?:[^"\\]|\\.)*"|'[^']*')/g,
];

/**
 * What files of settings have a line of: `name = value` (properties, INI, TOML), `name => value` and `"name" : value`; an element
 * of XML, or one with a key and a value; Redis' and netrc's passwords, which have no sign between.
 */
const settings: readonly RegExp[] = [
  /^\s*["']?([A-Za-z_][\w.-]*)["']?(?:\s+=\s*|=\s+|\s*(?::=|=>)\s*|\s+:\s+)("(?:[^"\\]|\\.)*"|'[^']*'|[^\s"',;#(){}[\]]+)[,;]?(?:\s+[#;].*)?\s*$/g,
  /<([A-Za-z_][\w.-]*)>([^<\s]+)<\/\1>/g,
  /\b(?:key|name)="([^"]+)"\s+value="([^"]*)"/gi,
  /^\s*(?:require|master)(pass|auth)\s+("[^"]*"|[^\s"]\S*)/g,
  /^\s*(?:machine|default)\s.*\b(password)\s+(\S+)/g,
];

/** What a program has in the place of a value: a member of something, or the variable of the same name. */
function isCode(name: string, value: string): boolean {
  return /^[A-Za-z_]\w*(\.[A-Za-z_]\w*)+$/.test(value) || value.toLowerCase() === name.toLowerCase();
}

/** What a file of messages has: the word for a field, by the field's own name (`login.password=Password`). */
function isLabel(name: string, value: string): boolean {
  return name.includes(".") && name.toLowerCase().endsWith(`.${value.toLowerCase()}`);
}

/** YAML's lists of variables: a name in a line, and its value in the next one. */
const nameLine = /^\s*(?:-\s+)?["']?(?:name|key)["']?:\s+["']?([\w.-]+)["']?\s*$/;
const valueLine = /^\s*["']?value["']?:\s+("(?:[^"\\]|\\.)*"|'[^']*'|[^\s"'{[].*)$/;

/** The line of a script or of a file, from 1, that holds the first secret in clear text; undefined where none does. */
export function lineOfSecret(script: string): number | undefined {
  const lines = script.split(/\r?\n/);
  const found = lines.findIndex(
    (line, i) => !/^\s*(#(?!!)|;)/.test(line) && (hasSecret(line) || isSecretPair(lines[i - 1] ?? "", line)),
  );
  return found === -1 ? undefined : found + 1;
}

function isSecretPair(before: string, line: string): boolean {
  const [, value] = valueLine.exec(line) ?? [];
  const [, name] = value === undefined ? [] : (nameLine.exec(before) ?? []);
  return name !== undefined && isSecret(name, unquoted((value ?? "").trim()), "script");
}

/** What each name of a secret has in it, so that most lines need not be taken apart. */
const mayName = /pass|pwd?|secret|token|credential|key|salt|auth/i;
/** Shorter than this is no text that is a secret by its form. */
const shortestText = 8;

function hasSecret(line: string): boolean {
  if (line.length >= shortestText && isSecretText(line, "script")) return true;
  if (!mayName.test(line)) return false;
  return (
    found(assignments, line).some(
      ([name, value]) => !isLabel(name, unquoted(value)) && isSecret(name, unquoted(value), "script"),
    ) ||
    found(settings, line).some(
      ([name, value]) =>
        !isCode(name, value) &&
        !isLabel(name, unquoted(value)) &&
        isSecret(name === "auth" ? "pass" : name, unquoted(value), "script"),
    )
  );
}

function found(forms: readonly RegExp[], line: string): [name: string, value: string][] {
  return forms.flatMap((form) =>
    [...line.matchAll(form)].map(([, name = "", value = ""]): [string, string] => [name, value]),
  );
}

function unquoted(value: string): string {
  return value.replace(/^(["'])(.*)\1$/s, "$2");
}

/** Whether a command's arguments, one after the other, hold a secret: by their place. `--password x` may be two of them. */
export function secretsInArguments(values: readonly (string | undefined)[]): number[] {
  return values.flatMap((value, i) => {
    if (value === undefined) return [];
    const option = /^--?([A-Za-z][\w-]*)$/.exec(values[i - 1] ?? "")?.[1];
    const isNext = option !== undefined && !value.startsWith("-") && isSecret(option, value, "script");
    return isNext || lineOfSecret(value) !== undefined ? [i] : [];
  });
}
