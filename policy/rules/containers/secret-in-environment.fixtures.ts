import type { ResourceFixtures } from "../../core/fixture";
import { cloudPlatforms, otherPlatforms, type Platform } from "../../kinds/cloud-containers.fixtures";

const mend = "Put it into the secret store, and refer to it: secretKeyRef, secrets of ECS, valueSource, secretRef.";
const lambda = "aws:lambda/function:Function";
const keyOf = ({ type }: Platform) =>
  type.startsWith("aws:") ? "environment" : type.startsWith("gcp:") ? "envs" : "env";
const platforms = [...otherPlatforms, ...cloudPlatforms];
const found = (path: string) => `${path} is a secret in clear text; required: a reference to a secret. ${mend}`;
/** What is no secret may be anything. */
const free = "A container may have no variables.";

export const fixtures: ResourceFixtures = {
  passes: [
    ...platforms.map((platform) => {
      const list = `${platform.path}.${keyOf(platform)}`;
      return {
        ...{ name: "settings and references", type: platform.type },
        properties: platform.of({ [keyOf(platform)]: [{ name: "LOG_LEVEL", value: "info" }] }),
        harmless: {
          [platform.type.startsWith("aws:") ? "containerDefinitions" : platform.path.replace("[0]", "")]: free,
          [list]: free,
          [`${list}[0].name`]: "Another name that says nothing.",
          [`${list}[0].value`]: "Any other setting.",
        },
      };
    }),
    {
      name: "a setting",
      type: lambda,
      properties: { environment: { variables: { LOG_LEVEL: "info" } } },
      harmless: {
        "environment.variables": free,
        "environment.variables.LOG_LEVEL": "Any other setting.",
      },
    },
  ],
  fails: [
    ...platforms.flatMap((platform) => {
      const list = `${platform.path}.${keyOf(platform)}`;
      const of = (name: string, value: string) => platform.of({ [keyOf(platform)]: [{ name, value }] });
      return [
        {
          ...{ name: "a password", type: platform.type, properties: of("DB_PASSWORD", "sesame") },
          messages: [found(`${list}[0].value`)],
        },
        {
          ...{
            name: "an address with one",
            type: platform.type,
            properties: of("DATABASE", "postgres://u:sesame@db/shop"),
          },
          messages: [found(`${list}[0].value`)],
        },
      ];
    }),
    {
      name: "a token",
      type: lambda,
      properties: { environment: { variables: { API_TOKEN: "sesame" } } },
      messages: [found("environment.variables.API_TOKEN")],
    },
  ],
};
