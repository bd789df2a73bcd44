import { isObject } from "../protocol/json";
import { signatureKey, signatures } from "../protocol/signatures";
import { allIsSecret, type Secrets, SecretTexts } from "./secrets";

/**
 * Hears what is secret, as Pulumi's policy server reads it. The engine marks secrets for a pack, but the server takes the marks away before
 * a policy sees them, and what a policy then quotes is printed. So its own reading of properties (`deserializeProperties` in its
 * `deserialize.ts`) is listened to. Where a version of the SDK has it no longer, no text is quoted.
 */
export function heardSecrets(): Secrets {
  const reading = serversReading();
  const read: unknown = isObject(reading) ? reading.deserializeProperties : undefined;
  if (!isObject(reading) || typeof read !== "function") return allIsSecret;
  const secrets = new SecretTexts();
  const heard = new WeakSet<object>();
  const listening = (...args: unknown[]): unknown => {
    const [properties] = args;
    // The server reads the same properties again for each policy.
    if (isStruct(properties) && !heard.has(properties)) {
      heard.add(properties);
      gather(properties.toJavaScript(), secrets);
    }
    return Reflect.apply(read, reading, args);
  };
  return Reflect.set(reading, "deserializeProperties", listening) ? secrets : allIsSecret;
}

/** The module of the SDK with it; undefined where there is none. */
function serversReading(): unknown {
  try {
    return require("@pulumi/policy/deserialize");
  } catch {
    return undefined;
  }
}

interface Struct {
  toJavaScript(): unknown;
}

function isStruct(value: unknown): value is Struct {
  return isObject(value) && typeof value.toJavaScript === "function";
}

function gather(value: unknown, secrets: SecretTexts, isSecret = false): void {
  if (typeof value === "string") {
    if (isSecret) secrets.add(value);
    return;
  }
  if (typeof value !== "object" || value === null) return;
  const marked = isObject(value) && value[signatureKey] === signatures.secret;
  for (const [key, member] of Object.entries(value)) {
    if (key !== signatureKey) gather(member, secrets, isSecret || marked);
  }
}
