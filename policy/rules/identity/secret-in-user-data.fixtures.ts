import type { ResourceFixtures } from "../../core/fixture";
import { scriptsOfMachines } from "../../kinds/user-data";

const fix = "Have the script fetch it from the secret store by the machine's own identity.";
const found = (path: string, line: number) =>
  `${path} is a text with a secret in clear text in line ${line}; required: a reference to a secret. ${fix}`;
const free = "what holds no secret may be anything";
const good = '#!/bin/sh\nexport DB_PASSWORD="$(fetch-secret db)"\nexec shop\n';
const bad = "#!/bin/sh\nexport LOG_LEVEL=info\nexport DB_PASSWORD=sesame\nexec shop\n";
const inBase64 = (text: string) => Buffer.from(text).toString("base64");

const inside = (path: string, value: unknown): Record<string, unknown> =>
  path.split(".").reduceRight<Record<string, unknown>>((inner, key, i, keys) => {
    return { [key]: i === keys.length - 1 ? value : inner };
  }, {});

const places = Object.entries(scriptsOfMachines).flatMap(([type, paths]) =>
  paths.map((pattern) => ({ type, path: pattern.replace("*", "startup-script") })),
);

export const fixtures: ResourceFixtures = {
  passes: places.map(({ type, path }) => ({
    name: `a script that fetches its secret, as ${path}`,
    type,
    properties: inside(path, good),
    harmless: Object.fromEntries([path, path.replace(".startup-script", "")].map((one) => [one, free])),
  })),
  fails: [
    ...places.flatMap(({ type, path }) => [
      { name: `${path} with a password`, type, properties: inside(path, bad), messages: [found(path, 3)] },
      { name: `${path} in base64`, type, properties: inside(path, inBase64(bad)), messages: [found(path, 3)] },
    ]),
    {
      name: "a key that says what it is",
      type: "gcp:compute/instance:Instance",
      properties: { metadata: { "db-password": "sesame", zone: "a" } },
      messages: [found("metadata.db-password", 1)],
    },
  ],
};
