import { lineOfSecret } from "./secret-lines";
import { isSecret } from "./secrets";

/** Files in which `password=x` passes a variable on. */
const isProgram = /\.(c|cs|go|groovy|java|js|kts?|lua|mjs|php|pl|py|rb|rego|rs|scala|sql|tsx?)$/i;

/** Whether a chart's value of that name names a Secret of Kubernetes: `existingSecret`, not `clientSecret`. */
export function isNameOfSecret(name: string): boolean {
  return (
    /secret$/i.test(name) &&
    !/^secret$|(api|app|auth|client|cookie|hmac|jwt|session|shared|signing|webhook)[-_]?secret$/i.test(name)
  );
}

/** Whether a text, by its name, is a secret in clear text or a file that holds one. */
export function isSecretFile(name: string, text: string): boolean {
  if (isSecret(name, text)) return true;
  if (isProgram.test(name)) return false;
  const document = documentIn(text);
  if (document !== undefined) return holdsSecret(document);
  return (name.includes(".") || /\n|=|:\s/.test(text)) && lineOfSecret(text) !== undefined;
}

/** An object or a list that is written as JSON; undefined where the text is none. */
function documentIn(text: string): unknown {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Whether a string in a document is a secret: by its own name, or by the one beside it. Depth has no limit. */
function holdsSecret(document: unknown): boolean {
  const left: [name: string, value: unknown][] = [["", document]];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const [name, value] = next;
    if (typeof value === "string") {
      if (isSecret(name, value, "script")) return true;
    } else if (Array.isArray(value)) {
      for (const item of value) left.push([name, item]);
    } else if (typeof value === "object" && value !== null) {
      const named = nameIn(value);
      for (const [key, member] of Object.entries(value))
        left.push([key === "value" && named !== undefined ? named : key, member]);
    }
  }
  return false;
}

/** What an object calls its value: `{"name": "DB_PASSWORD", "value": "x"}`. */
function nameIn(object: object): string | undefined {
  const names: unknown[] = [Reflect.get(object, "name"), Reflect.get(object, "key")];
  return names.find((name) => typeof name === "string");
}
