import { z } from "zod";
import { stackConfigSchema } from "../../infra/config/schema";
import { registryConfigSchema } from "../../registry/schema";
import type { JsonSchema } from "./json-schema";

/** The keys of a stack's config, without the project's name before them, as a person writes them. */
export function configSchema(): JsonSchema {
  return schemaOf(stackConfigSchema);
}

/** The same of a registry's stack. */
export function registrySchema(): JsonSchema {
  return schemaOf(registryConfigSchema);
}

function schemaOf(keys: z.ZodObject): JsonSchema {
  return z.toJSONSchema(keys, {
    target: "draft-7",
    io: "input",
    override: ({ zodSchema, jsonSchema }) => {
      dropEmptyLimits(jsonSchema);
      joinConstants(jsonSchema);
      addProtocol(zodSchema, jsonSchema);
      addMessage(zodSchema, jsonSchema);
    },
  });
}

/** Limits that say no more than the type does. */
function dropEmptyLimits(schema: JsonSchema): void {
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum;
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum;
  const { propertyNames } = schema;
  if (typeof propertyNames === "object" && Object.keys(propertyNames).join() === "type") delete schema.propertyNames;
}

/** One of some constants is an enumeration, which editors complete. */
function joinConstants(schema: JsonSchema): void {
  const choices = schema.anyOf?.map((choice) => (typeof choice === "object" ? choice.const : undefined));
  if (choices === undefined || choices.some((choice) => choice === undefined)) return;
  delete schema.anyOf;
  schema.enum = choices.filter((choice) => choice !== undefined);
}

/** JSON Schema has a word for an address, and none for its protocol. */
function addProtocol(zodSchema: z.core.$ZodType, schema: JsonSchema): void {
  if (schema.format === "uri" && !z.core.safeParse(zodSchema, "http://plain.example").success)
    schema.pattern = "^https://";
}

/** What the program says of a text that does not fit; editors show it instead of the pattern. */
function addMessage(zodSchema: z.core.$ZodType, schema: JsonSchema): void {
  if (schema.pattern === undefined && schema.format === undefined) return;
  const message = z.core.safeParse(zodSchema, "").error?.issues[0]?.message;
  if (message !== undefined && !message.startsWith("Invalid")) schema.patternErrorMessage = message;
}
