import type { Target } from "../../components/contract";
import { type TargetName, targetNames, targets } from "../../components/targets";
import type { JsonSchema } from "./json-schema";

/** What one cloud, or one environment, asks of the other keys. */
export const placementRules: JsonSchema[] = [
  ...targetNames.map((cloud) => when("isotopo:cloud", cloud, placeOn(cloud))),
  when("isotopo:environment", "prod", {
    properties: {
      "isotopo:images": {
        additionalProperties: {
          pattern: "@sha256:[0-9a-f]{64}$",
          patternErrorMessage: "an image by digest in prod, name@sha256:<64 hex digits>",
        },
      },
    },
  }),
];

/** The same of a registry. */
export function registryPlacement(cloud: TargetName): JsonSchema {
  return when(
    "isotopo:cloud",
    cloud,
    placeOn(cloud, ({ registry }) => registry?.platform),
  );
}

function placeOn(cloud: TargetName, of: (target: Target) => unknown = ({ platform }) => platform): JsonSchema {
  const { regions, providerConfig } = targets[cloud];
  const described = targetNames.filter((name) => of(targets[name]) !== undefined);
  const own = described.filter((platform) => platform === cloud).map((platform) => `isotopo:${platform}`);
  const foreign = described.filter((platform) => platform !== cloud).map((platform) => [`isotopo:${platform}`, false]);
  return {
    required: [...Object.keys(providerConfig), ...own],
    properties: {
      ...Object.fromEntries(foreign),
      ...(regions === undefined ? {} : { "isotopo:region": { enum: [...regions] } }),
    },
  };
}

function when(key: string, value: string, consequence: JsonSchema): JsonSchema {
  // biome-ignore lint/suspicious/noThenProperty: it is JSON Schema's word, and nobody awaits a schema
  return { if: { properties: { [key]: { const: value } }, required: [key] }, then: consequence };
}
