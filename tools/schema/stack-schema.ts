import { registryTargets, type TargetName, targetNames, targets } from "../../components/targets";
import { configSchema, registrySchema } from "./config-schema";
import { type JsonSchema, propertiesOf } from "./json-schema";
import { placementRules, registryPlacement } from "./placement";
import { secureLogins, secureValues } from "./secure";

/** Name of the project, which stands before its keys. */
const project = "isotopo";

/** A stack's file: the project's own keys exactly, those of providers freely, and what Pulumi itself writes. */
export function stackSchema(): JsonSchema {
  const config = configMap(configSchema(), targetNames, placementRules);
  return fileSchema("A stack of Isotopo", "infra/config", config);
}

/** The file of a registry's stack. */
export function registryStackSchema(): JsonSchema {
  const config = configMap(registrySchema(), registryTargets, registryTargets.map(registryPlacement));
  return fileSchema("A registry of Isotopo", "registry/schema.ts", config);
}

function fileSchema(title: string, source: string, config: JsonSchema): JsonSchema {
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title,
    description: `Made by tools/generate.ts from ${source}; do not edit. docs/configuration.md is the same as a page.`,
    type: "object",
    properties: {
      config,
      secretsprovider: { type: "string", description: "Pulumi: what encrypts the secrets." },
      encryptedkey: {
        type: "string",
        description: "Pulumi: the key of the secrets, encrypted by the secrets provider.",
      },
      encryptionsalt: { type: "string", description: "Pulumi: salt of the passphrase." },
      environment: { description: "Pulumi: environments of Pulumi ESC that the stack imports." },
    },
    required: ["config"],
    additionalProperties: false,
  };
}

function configMap(schema: JsonSchema, clouds: readonly TargetName[], rules: JsonSchema[]): JsonSchema {
  const own = propertiesOf(schema).map(([key, property]) => [
    `${project}:${key}`,
    key === "secrets" ? secureValues(property) : key === "registries" ? secureLogins(property) : property,
  ]);
  return {
    description: "Config of the stack.",
    type: "object",
    properties: { ...Object.fromEntries(own), ...providerKeys(clouds) },
    // Other providers' keys, such as kubernetes:context, are theirs.
    patternProperties: {
      [`^(?!${[`${project}:`, ...Object.keys(providerKeys(clouds)).map((key) => `${key}$`)].join("|")})[^:]+:.+$`]: {},
    },
    required: (schema.required ?? []).map((key) => `${project}:${key}`),
    additionalProperties: false,
    allOf: rules,
  };
}

/** The keys of providers that the program needs. */
export function providerKeys(clouds: readonly TargetName[] = targetNames): Record<string, JsonSchema> {
  return Object.fromEntries(
    clouds.flatMap((cloud) => {
      const { title, regions, providerConfig } = targets[cloud];
      return Object.entries(providerConfig).map(([key, ours]): [string, JsonSchema] => [
        key,
        {
          type: "string",
          ...(ours === "region" && regions !== undefined ? { enum: [...regions] } : {}),
          description: `What the ${title} provider reads: the same as ${project}:${ours}. Required on ${cloud}.`,
        },
      ]);
    }),
  );
}
