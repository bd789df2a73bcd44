import { of, type Row, ref } from "./row";

const bucket = of("aws:s3/bucket:Bucket");
const database = of("aws:rds/instance:Instance");
const account = of("azure-native:storage:StorageAccount");
const container = of("azure-native:storage:BlobContainer");
const databaseLoss = "loses the database and its rows";
const bucketLoss = "loses the bucket and its objects";
const replaced = `replace | ${databaseLoss} | dbName forces a replacement | dbName changed`;

const shop = (dbName: string) => ({
  engine: "postgres",
  instanceClass: "db.t4g.medium",
  storageEncrypted: true,
  identifier: "kept",
  dbName,
});
const files = (location: string) => ({
  accountName: "files",
  resourceGroupName: "shop",
  kind: "StorageV2",
  sku: { name: "Standard_ZRS" },
  location,
});

/** Changes that depend on how the engine makes something anew, and on what it looks at. */
export const engine: readonly Row[] = [
  {
    name: "what is made of a database that is deleted first goes with it, though its own inputs stay the same",
    before: [
      database("e1-db", shop("a"), { deleteBeforeReplace: true }),
      bucket("e1-forced", { bucket: ref("e1-db.identifier") }),
      bucket("e1-free", { tags: { of: ref("e1-db.identifier") } }),
    ],
    after: [
      database("e1-db", shop("b"), { deleteBeforeReplace: true }),
      bucket("e1-forced", { bucket: ref("e1-db.identifier") }),
      bucket("e1-free", { tags: { of: ref("e1-db.identifier") } }),
    ],
    expected: {
      "e1-db": replaced,
      "e1-forced": `replace | ${bucketLoss} | bucket forces a replacement: e1-db is deleted before it is made anew`,
      "e1-free": "unchanged",
    },
  },
  {
    name: "a database that is deleted last, whatever its provider would do",
    before: [
      database("e2-db", shop("a"), { deleteBeforeReplace: false }),
      bucket("e2-files", { bucket: ref("e2-db.identifier") }),
    ],
    after: [
      database("e2-db", shop("b"), { deleteBeforeReplace: false }),
      bucket("e2-files", { bucket: ref("e2-db.identifier") }),
    ],
    expected: { "e2-db": replaced, "e2-files": "unchanged" },
  },
  {
    name: "an account that its provider deletes first, with its container of the same name",
    before: [
      account("e3-files", files("westeurope")),
      container("e3-uploads", { accountName: ref("e3-files.accountName"), resourceGroupName: "shop" }),
    ],
    after: [
      account("e3-files", files("northeurope")),
      container("e3-uploads", { accountName: ref("e3-files.accountName"), resourceGroupName: "shop" }),
    ],
    expected: {
      "e3-files": `replace | ${bucketLoss} | location forces a replacement | location changed`,
      "e3-uploads": `replace | ${bucketLoss} | accountName forces a replacement: e3-files is deleted before it is made anew`,
    },
  },
  {
    name: "a chain of what goes first",
    before: [
      database("e4-db", shop("a"), { deleteBeforeReplace: true }),
      bucket("e4-one", { bucket: ref("e4-db.identifier") }),
      bucket("e4-two", { bucket: ref("e4-one.bucket") }),
    ],
    after: [
      database("e4-db", shop("b"), { deleteBeforeReplace: true }),
      bucket("e4-one", { bucket: ref("e4-db.identifier") }),
      bucket("e4-two", { bucket: ref("e4-one.bucket") }),
    ],
    expected: {
      "e4-db": replaced,
      "e4-one": `replace | ${bucketLoss} | bucket forces a replacement: e4-db is deleted before it is made anew`,
      "e4-two": `replace | ${bucketLoss} | bucket forces a replacement: e4-one is deleted before it is made anew`,
    },
  },
  {
    name: "a member that is to replace, in what goes as a whole",
    before: [bucket("e5-files", { tags: { a: "a" } })],
    after: [bucket("e5-files", {}, { replaceOnChanges: ["tags.a"] })],
    expected: { "e5-files": "update | tags removed" },
  },
  {
    name: "the same value, now a secret",
    before: [bucket("e6-files", { policy: "hidden-from-now-on" })],
    after: [bucket("e6-files", { policy: { secret: "hidden-from-now-on" } })],
    expected: { "e6-files": "unchanged" },
  },
  {
    name: "another value, now a secret",
    before: [bucket("e7-files", { policy: "open-until-now" })],
    after: [bucket("e7-files", { policy: { secret: "hidden-since" } })],
    expected: { "e7-files": "update | policy changed" },
  },
];
