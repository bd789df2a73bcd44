import type { Failing, Passing, ResourceFixtures } from "../../core/fixture";
import { cnpgTypes } from "../../kinds/cnpg";
import { withPatches } from "../../kinds/patches.fixtures";

const fix = "Upgrade to a later major version; rehearse it on a copy first.";
/** Where each type says its version, and how. */
const shapes: readonly [
  type: string,
  path: string,
  of: (major: number) => Record<string, unknown>,
  shown: (major: number) => string,
][] = [
  [
    "aws:rds/instance:Instance",
    "engineVersion",
    (major) => ({ engine: "postgres", engineVersion: `${major}.2` }),
    (major) => `${major}.2`,
  ],
  [
    "aws:rds/cluster:Cluster",
    "engineVersion",
    (major) => ({ engine: "aurora-postgresql", engineVersion: `${major}.4` }),
    (major) => `${major}.4`,
  ],
  [
    "gcp:sql/databaseInstance:DatabaseInstance",
    "databaseVersion",
    (major) => ({ databaseVersion: `POSTGRES_${major}` }),
    (major) => `POSTGRES_${major}`,
  ],
  ["azure-native:dbforpostgresql:Server", "version", (major) => ({ version: String(major) }), String],
  [
    cnpgTypes.cluster,
    "spec.imageName",
    (major) => ({ spec: { imageName: `ghcr.io/cloudnative-pg/postgresql:${major}.1` } }),
    (major) => `ghcr.io/cloudnative-pg/postgresql:${major}.1`,
  ],
];
/** What says the version may be text of any other engine. */
const harmlessOf = (type: string, path: string): Record<string, string> => ({
  [path]: "A text of another form is another engine's.",
  ...(type.startsWith("aws:") ? { engine: "Another engine has versions of its own." } : {}),
});

const own: ResourceFixtures = {
  passes: shapes.map(
    ([type, path, of]): Passing => ({
      name: "a version of today",
      type,
      properties: of(17),
      harmless: harmlessOf(type, path),
    }),
  ),
  fails: [
    ...shapes.map(
      ([type, path, of, shown]): Failing => ({
        name: "a version of yesterday",
        type,
        properties: of(12),
        messages: [`${path} is ${JSON.stringify(shown(12))}; required: PostgreSQL 14 or later. ${fix}`],
      }),
    ),
    {
      name: "older than asked for",
      type: "azure-native:dbforpostgresql:Server",
      properties: { version: "15" },
      settings: { minimumPostgres: 16 },
      messages: [`version is "15"; required: PostgreSQL 16 or later. ${fix}`],
    },
  ],
};

export const fixtures: ResourceFixtures = withPatches(own, [cnpgTypes.cluster]);
