import { stepsOf } from "../model/paths";
import type { ConfigDeclaration } from "./project-config";
import { record } from "./record";
import { withExactDigits } from "./yaml/pulumi";

/** The settings of a stack as its file has them, by `namespace:key`. */
export type RawConfig = Map<string, unknown>;

/** The text of a setting, as a program gets it: that of a list or an object is JSON, and nothing is an empty text. */
export function configText(value: unknown): string {
  if (value === null || value === undefined) return "";
  return withExactDigits(typeof value === "string" ? value : JSON.stringify(value));
}

/** A setting that a declaration means; undefined where the stack has none. A key with a path is a member of an object. */
export function declaredValue(config: RawConfig, { fullKey }: ConfigDeclaration): unknown {
  const [root, ...steps] = pathOf(fullKey);
  return steps.reduce<unknown>(
    (value, step) => (Array.isArray(value) ? value[Number(step)] : record(value)[String(step)]),
    config.get(root),
  );
}

/** Gives a stack what the project has for those that set nothing. */
export function addGiven(config: RawConfig, declarations: readonly ConfigDeclaration[]): void {
  for (const declaration of declarations) {
    if (declaration.given === undefined || declaredValue(config, declaration) !== undefined) continue;
    const [root, ...steps] = pathOf(declaration.fullKey);
    config.set(root, withMember(config.get(root), steps, declaration.given));
  }
}

function withMember(value: unknown, [step, ...below]: (string | number)[], member: unknown): unknown {
  if (step === undefined) return member;
  if (typeof step === "number") {
    const items: unknown[] = Array.isArray(value) ? [...value] : [];
    items[step] = withMember(items[step], below, member);
    return items;
  }
  const fields = record(value);
  fields[step] = withMember(fields[step], below, member);
  return fields;
}

/** The key that the file has, and the steps in its value: `shop:sizes.web` is `web` of `shop:sizes`. */
function pathOf(fullKey: string): [root: string, ...steps: (string | number)[]] {
  const colon = fullKey.indexOf(":");
  const [first, ...steps] = stepsOf(fullKey.slice(colon + 1));
  return [`${fullKey.slice(0, colon)}:${first ?? ""}`, ...steps];
}
