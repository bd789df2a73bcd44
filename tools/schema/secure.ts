import type { JsonSchema } from "./json-schema";

const secure: JsonSchema = {
  type: "object",
  properties: { secure: { type: "string", minLength: 1, description: "The encrypted value, as Pulumi wrote it." } },
  required: ["secure"],
  additionalProperties: false,
};

/**
 * Secrets as they are in a stack's file: encrypted by `pulumi config set --secret`, each or all together. One in plain
 * text is a mistake there, although the program could read it.
 */
export function secureValues({ description, default: otherwise }: JsonSchema): JsonSchema {
  const each: JsonSchema = { type: "object", additionalProperties: secure };
  return { description, default: otherwise, type: "object", anyOf: [each, secure] };
}

/** Logins of registries: the password encrypted, the name as one likes, or all together. */
export function secureLogins({ description, default: otherwise, propertyNames }: JsonSchema): JsonSchema {
  const username: JsonSchema = { anyOf: [{ type: "string", minLength: 1 }, secure] };
  const login: JsonSchema = {
    type: "object",
    properties: { username, password: secure },
    required: ["username", "password"],
    additionalProperties: false,
  };
  const each: JsonSchema = { type: "object", propertyNames, additionalProperties: { anyOf: [login, secure] } };
  return { description, default: otherwise, type: "object", anyOf: [each, secure] };
}
