import type { JsonSchema } from "./json-schema";

const secure: JsonSchema = {
  type: "object",
  properties: { secure: { type: "string", minLength: 1, description: "The encrypted value, as Pulumi wrote it." } },
  required: ["secure"],
  additionalProperties: false,
};

/**
 * Secrets as they stand in a stack's file: encrypted by `pulumi config set --secret`, each or all together. One in plain
 * text is a mistake there, although the program could read it.
 */
export function secureValues({ description, default: otherwise }: JsonSchema): JsonSchema {
  const each: JsonSchema = { type: "object", additionalProperties: secure };
  return { description, default: otherwise, type: "object", anyOf: [each, secure] };
}
