import { type JsonSchema, propertiesOf, valuesOf } from "../schema/json-schema";

/** One key that a person can set. */
export interface ConfigKey {
  /** Path in the stack's config, without the project's name. */
  path: string[];
  schema: JsonSchema;
  meaning: string;
  /** Whether it is required if its parent is there. */
  required: boolean;
}

/** The placeholder for a free key. */
const freeKeys: Readonly<Record<string, string>> = {
  images: "<image>",
  rotate: "<name>",
  secrets: "<NAME>",
  registries: "<host>",
};

/** The keys that hold a value, below a schema; branches have none of their own. */
export function configKeys(schema: JsonSchema, path: string[] = []): ConfigKey[] {
  return propertiesOf(schema).flatMap(([key, property]) => {
    const here = [...path, key];
    if (property.properties !== undefined) return configKeys(property, here);
    const meaning = property.description ?? "";
    const required = schema.required?.includes(key) ?? false;
    const values = valuesOf(property);
    const free = [...here, freeKeys[key] ?? "<key>"];
    if (values?.properties !== undefined) return configKeys(values, free);
    return values === undefined
      ? [{ path: here, schema: property, meaning, required }]
      : [{ path: free, schema: values, meaning, required }];
  });
}
