import { of, type Row, ref } from "./row";

const bucket = of("aws:s3/bucket:Bucket");
const database = of("aws:rds/instance:Instance");
const queue = of("aws:sqs/queue:Queue");
const provider = of("pulumi:providers:aws");
const group = of("group");
const postgres = { engine: "postgres", instanceClass: "db.t4g.micro", allocatedStorage: 20 };
const databaseLoss = "loses the database and its rows";
const bucketLoss = "loses the bucket and its objects";

/** Changes of what Pulumi's language has for any resource: options, parents, providers, kinds. */
export const language: readonly Row[] = [
  {
    name: "what is replaced with what is replaced",
    before: [database("l1-db", { ...postgres, dbName: "shop" }), bucket("l1-files", {}, { replaceWith: ["l1-db"] })],
    after: [database("l1-db", { ...postgres, dbName: "store" }), bucket("l1-files", {}, { replaceWith: ["l1-db"] })],
    expected: {
      "l1-db": `replace | ${databaseLoss} | dbName forces a replacement | dbName changed`,
      "l1-files": `replace | ${bucketLoss} | it is replaced with l1-db, which is replaced`,
    },
  },
  {
    name: "a trigger that changes",
    before: [bucket("l2-files", {}, { replacementTrigger: { size: 1 } })],
    after: [bucket("l2-files", {}, { replacementTrigger: { size: 2 } })],
    expected: { "l2-files": `replace | ${bucketLoss} | its replacementTrigger changes` },
  },
  {
    name: "a trigger that comes or goes",
    before: [
      bucket("l3-a"),
      bucket("l3-b", {}, { replacementTrigger: "x" }),
      bucket("l3-c", {}, { replacementTrigger: "x" }),
    ],
    after: [
      bucket("l3-a", {}, { replacementTrigger: "x" }),
      bucket("l3-b"),
      bucket("l3-c", {}, { replacementTrigger: "x" }),
    ],
    expected: { "l3-a": "unchanged", "l3-b": "unchanged", "l3-c": "unchanged" },
  },
  {
    name: "a secret trigger",
    before: [
      bucket("l4-a", {}, { replacementTrigger: { secret: "first-trigger" } }),
      bucket("l4-b", {}, { replacementTrigger: { secret: "first-trigger" } }),
    ],
    after: [
      bucket("l4-a", {}, { replacementTrigger: { secret: "other-trigger" } }),
      bucket("l4-b", {}, { replacementTrigger: { secret: "first-trigger" } }),
    ],
    expected: { "l4-a": `replace | ${bucketLoss} | its replacementTrigger changes`, "l4-b": "unchanged" },
  },
  {
    name: "an import that is added, changed, kept, taken away",
    before: [
      bucket("l5-added"),
      bucket("l5-changed", {}, { import: "id-1" }),
      bucket("l5-kept", {}, { import: "id-1" }),
      bucket("l5-gone", {}, { import: "id-1" }),
      bucket("l5-read", {}, { id: "id-1" }),
    ],
    after: [
      bucket("l5-added", {}, { import: "id-1" }),
      bucket("l5-changed", {}, { import: "id-2" }),
      bucket("l5-kept", {}, { import: "id-1" }),
      bucket("l5-gone"),
      bucket("l5-read", {}, { import: "id-1" }),
    ],
    expected: {
      "l5-added": `may replace | ${bucketLoss} | it imports id-1, which replaces it unless that is its id`,
      "l5-changed": `replace | ${bucketLoss} | it imports id-2 in place of id-1`,
      "l5-kept": "unchanged",
      "l5-gone": "unchanged",
      "l5-read": "import",
    },
  },
  {
    name: "what is only read from now on",
    before: [bucket("l6-made"), bucket("l6-same", {}, { import: "id-1" }), bucket("l6-other", {}, { import: "id-1" })],
    after: [
      bucket("l6-made", {}, { id: "id-1" }),
      bucket("l6-same", {}, { id: "id-1" }),
      bucket("l6-other", {}, { id: "id-2" }),
    ],
    expected: {
      "l6-made": `may replace | ${bucketLoss} | it is only read from now on: it is deleted, unless it is the resource that is read`,
      "l6-same": "unchanged",
      "l6-other": `replace | ${bucketLoss} | it is only read from now on`,
    },
  },
  {
    name: "what a component retains is retained when it goes",
    before: [group("l7-group", {}, { retainOnDelete: true }), database("l7-db", postgres, { parent: "l7-group" })],
    after: [group("l7-group", {}, { retainOnDelete: true })],
    expected: { "l7-group": "unchanged | retained", "l7-db": "delete | retained | it is no longer in the program" },
  },
  {
    name: "what a component's children are deleted with",
    before: [
      database("l8-db", { ...postgres, dbName: "shop" }),
      group("l8-group", {}, { deletedWith: "l8-db" }),
      bucket("l8-files", {}, { parent: "l8-group" }),
    ],
    after: [
      database("l8-db", { ...postgres, dbName: "store" }),
      group("l8-group", {}, { deletedWith: "l8-db" }),
      bucket("l8-files", {}, { parent: "l8-group" }),
    ],
    expected: {
      "l8-db": `replace | ${databaseLoss} | dbName forces a replacement | dbName changed`,
      "l8-group": "replace | it is deleted with l8-db, which is replaced",
      "l8-files": `replace | ${bucketLoss} | it is deleted with l8-db, which is replaced`,
    },
  },
  {
    name: "protection that ends with a replacement",
    before: [
      database("l9-open", { ...postgres, dbName: "a" }, { protect: true }),
      database("l9-shut", { ...postgres, dbName: "c" }, { protect: true }),
    ],
    after: [
      database("l9-open", { ...postgres, dbName: "b" }),
      database("l9-shut", { ...postgres, dbName: "d" }, { protect: true }),
    ],
    expected: {
      "l9-open": `replace | ${databaseLoss} | dbName forces a replacement | dbName changed`,
      "l9-shut": `replace | protected | ${databaseLoss} | dbName forces a replacement | dbName changed`,
    },
  },
  {
    name: "a setting of a provider that places nothing",
    before: [
      provider("l10-aws", { region: "eu-west-1", maxRetries: 3 }),
      queue("l10-queue", {}, { provider: "l10-aws" }),
    ],
    after: [
      provider("l10-aws", { region: "eu-west-1", maxRetries: 5 }),
      queue("l10-queue", {}, { provider: "l10-aws" }),
    ],
    expected: { "l10-aws": "update | maxRetries changed", "l10-queue": "unchanged" },
  },
  {
    name: "what is replaced with what may be replaced",
    before: [bucket("l11-a"), bucket("l11-b", { tags: { of: ref("l11-a.arn") } }, { replaceWith: ["l11-a"] })],
    after: [
      bucket("l11-a", {}, { import: "id-1" }),
      bucket("l11-b", { tags: { of: ref("l11-a.arn") } }, { replaceWith: ["l11-a"] }),
    ],
    expected: {
      "l11-a": `may replace | ${bucketLoss} | it imports id-1, which replaces it unless that is its id`,
      "l11-b": `may replace | ${bucketLoss} | it is replaced with l11-a, which may be replaced`,
    },
  },
  {
    name: "what is made of what may be replaced",
    before: [bucket("l13-a"), bucket("l13-b", { tags: { of: ref("l13-a.arn") } })],
    after: [bucket("l13-a", {}, { import: "id-1" }), bucket("l13-b", { tags: { of: ref("l13-a.arn") } })],
    expected: {
      "l13-a": `may replace | ${bucketLoss} | it imports id-1, which replaces it unless that is its id`,
      "l13-b": "unchanged",
    },
  },
  {
    name: "JSON in another form: no change to what reads a document, one to what keeps a text",
    before: [
      of("aws:kms/key:Key")("l12-key", { policy: '{"Version":"2012-10-17","Statement":[]}' }),
      of("aws:iam/role:Role")("l12-role", {
        assumeRolePolicy: "{}",
        inlinePolicies: [{ name: "a", policy: '{"c":1,"d":2}' }],
      }),
      of("aws:ssm/parameter:Parameter")("l12-parameter", { type: "String", value: '{"a":1,"b":2}' }),
    ],
    after: [
      of("aws:kms/key:Key")("l12-key", { policy: '{ "Statement": [], "Version": "2012-10-17" }' }),
      of("aws:iam/role:Role")("l12-role", {
        assumeRolePolicy: "{ }",
        inlinePolicies: [{ name: "a", policy: '{"d":2,"c":1}' }],
      }),
      of("aws:ssm/parameter:Parameter")("l12-parameter", { type: "String", value: '{ "b":2, "a":1}' }),
    ],
    expected: {
      "l12-key": "unchanged",
      "l12-role": "unchanged",
      "l12-parameter":
        "may replace | loses the secret and its versions | it is unknown which properties of aws:ssm/parameter:Parameter force a replacement | value changed",
    },
  },
];
