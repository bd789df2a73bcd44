import { cloudNames } from "../../components/contract";
import { cloudFacts } from "../../components/facts";
import { configSchema } from "./config-schema";
import { type JsonSchema, propertiesOf } from "./json-schema";
import { placementRules } from "./placement";
import { secureValues } from "./secure";

/** Name of the project, which stands before its keys. */
const project = "isotopo";

/** A stack's file: the project's own keys exactly, those of providers freely, and what Pulumi itself writes. */
export function stackSchema(): JsonSchema {
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "A stack of Isotopo",
    description:
      "Made by scripts/generate.ts from infra/config; do not edit. docs/configuration.md is the same as a page.",
    type: "object",
    properties: {
      config: configMap(),
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

function configMap(): JsonSchema {
  const schema = configSchema();
  const own = propertiesOf(schema).map(([key, property]) => [
    `${project}:${key}`,
    key === "secrets" ? secureValues(property) : property,
  ]);
  return {
    description: "Config of the stack.",
    type: "object",
    properties: { ...Object.fromEntries(own), ...providerKeys() },
    // Other providers' keys, such as kubernetes:context, are theirs.
    patternProperties: {
      [`^(?!${[`${project}:`, ...Object.keys(providerKeys()).map((key) => `${key}$`)].join("|")})[^:]+:.+$`]: {},
    },
    required: (schema.required ?? []).map((key) => `${project}:${key}`),
    additionalProperties: false,
    allOf: placementRules,
  };
}

/** The keys of providers that the program needs. */
export function providerKeys(): Record<string, JsonSchema> {
  return Object.fromEntries(
    cloudNames.flatMap((cloud) => {
      const { title, regions, providerConfig } = cloudFacts[cloud];
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
