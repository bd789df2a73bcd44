import { PreviewError } from "../model/errors";
import { configKey } from "./config-key";
import { isTyped, type ListItems, simpleTypes, typeName } from "./config-types";
import { record } from "./record";

/** A setting that `Pulumi.yaml` declares for every stack. */
export interface ConfigDeclaration {
  /** As it is written there. */
  key: string;
  /** `namespace:key`. */
  fullKey: string;
  /** Whether its namespace is the project: then a stack must have it, if nothing is given. */
  ofProject: boolean;
  /** One of `simpleTypes`; undefined where none is declared. */
  type?: string;
  /** Type of the elements of a list. */
  items?: ListItems;
  /** Whether each stack must encrypt it. */
  secret: boolean;
  /** The value of stacks that set none; undefined if there is none. */
  given?: unknown;
}

const fields = ["type", "description", "items", "default", "value", "secret"];

/**
 * The settings below `config` of a `Pulumi.yaml`, as Pulumi reads them (`RewriteShorthandConfigValues` and `Validate` in
 * `sdk/go/common/workspace/project.go`). Where it is a text, it names the folder of the stack files. Throws a `PreviewError`
 * with a line for each mistake.
 */
export function declarationsOf(config: unknown, project: string, manifest: string): ConfigDeclaration[] {
  const problems: string[] = [];
  const found = Object.entries(record(config)).map(([key, declared]) => {
    const problem = (words: string): void => void problems.push(`${manifest}: config ${JSON.stringify(key)} ${words}`);
    return declarationOf(key, declared, project, problem);
  });
  if (problems.length > 0) throw new PreviewError(problems.join("\n"));
  return found;
}

function declarationOf(
  key: string,
  declared: unknown,
  project: string,
  problem: (words: string) => void,
): ConfigDeclaration {
  const fullKey = configKey(key, project) ?? "";
  if (fullKey === "") problem("is no key; required: <key>, or <namespace>:<key>");
  const ofProject = fullKey.startsWith(`${project}:`);
  if (isShort(declared)) return { key, fullKey, ofProject, secret: false, given: declared };
  if (typeof declared !== "object" || declared === null) {
    problem("is neither a text, a whole number, a boolean, a list nor a declaration");
    return { key, fullKey, ofProject, secret: false };
  }
  const { type, items, secret, default: byDefault, value, ...others } = record(declared);
  const unknown = Object.keys(others).filter((name) => !fields.includes(name));
  if (unknown.length > 0) problem(`has ${unknown.join(", ")}; allowed: ${fields.join(", ")}`);
  const [hasDefault, hasValue, hasType] = [isThere(byDefault), isThere(value), isThere(type)];
  if (hasDefault && hasValue) problem("has both a default and a value; allowed: one of them");
  if (hasType && !(typeof type === "string" && simpleTypes.includes(type))) {
    problem(`is of a type that Pulumi does not have; allowed: ${simpleTypes.join(", ")}`);
  }
  if (!ofProject && hasType) problem("has a type; allowed for keys of the project only");
  if (!ofProject && hasDefault) problem("has a default; required for a key of another namespace: value");
  if (!ofProject && !hasDefault && !hasValue) problem("has no value; required for a key of another namespace");
  const declaration: ConfigDeclaration = {
    key,
    fullKey,
    ofProject,
    secret: secret === true,
    ...(typeof type === "string" ? { type } : {}),
    ...(isThere(items) ? { items: itemsOf(items) } : {}),
    ...(hasValue || hasDefault ? { given: byDefault ?? value } : {}),
  };
  if (type === "array" && !isThere(items)) problem("is a list of unknown elements; required: items, with their type");
  else if (ofProject && type !== undefined && hasDefault && !isTyped(declaration, byDefault)) {
    problem(`has a default that is not of its type; required: ${typeName(declaration)}`);
  }
  return declaration;
}

function itemsOf(items: unknown): ListItems {
  const { type, items: inner } = record(items);
  return { type: String(type), ...(isThere(inner) ? { items: itemsOf(inner) } : {}) };
}

/** A value alone: the default of a key of the project, the value of any other. */
function isShort(declared: unknown): boolean {
  if (Array.isArray(declared) || typeof declared === "string" || typeof declared === "boolean") return true;
  return typeof declared === "number" && Number.isInteger(declared);
}

function isThere(value: unknown): boolean {
  return value !== undefined && value !== null;
}
