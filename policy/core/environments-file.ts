import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { isMap, isScalar, LineCounter, parseDocument } from "yaml";
import { type Profile, profileNamed, profiles } from "../protocol/profile";
import { wordsOf } from "./exemptions-file";
import { nearWords } from "./near";

/** A mistake in a file of environments; the message has a line for each. */
export class EnvironmentsError extends Error {}

/** Names of a team's own, from `environments.yaml` in the pack's folder, where there is one. Throws an `EnvironmentsError`. */
export function readEnvironments(packDir: string): Record<string, Profile> {
  const file = join(packDir, "environments.yaml");
  return existsSync(file) ? parseEnvironments(readFileSync(file, "utf8"), basename(file)) : {};
}

/** The names in a text. */
export function parseEnvironments(text: string, file: string): Record<string, Profile> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const [error] = document.errors;
  if (error !== undefined) {
    throw new EnvironmentsError(`${file}:${error.linePos?.[0].line ?? 1}: ${wordsOf(error.message)}`);
  }
  if (document.contents === null) return {};
  const names = isMap(document.contents) ? document.contents.get("names", true) : undefined;
  if (isScalar(names) && names.value === null) return {};
  if (!isMap(names)) throw new EnvironmentsError(`${file}:1: it has no map "names" of environments to ${oneOf}`);
  const found: Record<string, Profile> = {};
  const problems = names.items.flatMap(({ key, value }) => {
    const name = String(key);
    const line = isScalar(key) && key.range ? lines.linePos(key.range[0]).line : 1;
    const text = isScalar(value) ? String(value.value) : "no text";
    const profile = profileNamed(text);
    const wrong = [
      ...(/^[a-z0-9]+$/.test(name) ? [] : [`names has "${name}"; required: small letters and digits`]),
      ...(profile === undefined ? [`names.${name} is "${text}"; allowed: ${oneOf}${nearWords(text, profiles)}`] : []),
    ];
    if (profile !== undefined) found[name] = profile;
    return wrong.map((problem) => `${file}:${line}: ${problem}`);
  });
  if (problems.length > 0) throw new EnvironmentsError(problems.join("\n"));
  return found;
}

const oneOf = profiles.join(", ");
