import { json, of, type Row, ref } from "./row";

const database = of("aws:rds/instance:Instance");
const replica = of("aws:rds/instance:Instance");
const bucket = of("aws:s3/bucket:Bucket");
const key = of("aws:kms/key:Key");
const secret = of("aws:secretsmanager/secret:Secret");
const cache = of("aws:elasticache/replicationGroup:ReplicationGroup");
const vpc = of("aws:ec2/vpc:Vpc");
const queue = of("aws:sqs/queue:Queue");
const block = of("aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock");
const policy = of("aws:iam/policy:Policy");
const task = of("aws:ecs/taskDefinition:TaskDefinition");
const service = of("aws:ecs/service:Service");
const group = of("group");

const postgres = { engine: "postgres", instanceClass: "db.t4g.medium", storageEncrypted: true };
const statement = (action: string) => ({ Effect: "Allow", Action: action, Resource: "*" });

/** Programs on AWS. */
export const aws: readonly Row[] = [
  {
    name: "a first database",
    before: [],
    after: [database("a1-db", postgres)],
    expected: { "a1-db": "create" },
  },
  {
    name: "a larger instance class",
    before: [database("a2-db", postgres)],
    after: [database("a2-db", { ...postgres, instanceClass: "db.r8g.large" })],
    expected: { "a2-db": "update | instanceClass changed" },
  },
  {
    name: "another name of the administrator",
    before: [database("a3-db", { ...postgres, username: "admin" })],
    after: [database("a3-db", { ...postgres, username: "root" })],
    expected: {
      "a3-db": "replace | loses the database and its rows | username forces a replacement | username changed",
    },
  },
  {
    name: "a database that is taken out",
    before: [database("a4-db", postgres, { protect: true })],
    after: [],
    expected: { "a4-db": "delete | protected | loses the database and its rows | it is no longer in the program" },
  },
  {
    name: "a bucket that is taken out and left in the cloud",
    before: [bucket("a5-files", {}, { retainOnDelete: true })],
    after: [],
    expected: { "a5-files": "delete | retained | it is no longer in the program" },
  },
  {
    name: "a bucket that is taken out",
    before: [bucket("a6-files"), bucket("a6-logs")],
    after: [bucket("a6-logs")],
    expected: {
      "a6-files": "delete | loses the bucket and its objects | it is no longer in the program",
      "a6-logs": "unchanged",
    },
  },
  {
    name: "another kind of key, which its users can't change",
    before: [
      key("a7-key", { keyUsage: "ENCRYPT_DECRYPT" }),
      database("a7-db", { ...postgres, kmsKeyId: ref("a7-key.arn") }),
    ],
    after: [
      key("a7-key", { keyUsage: "SIGN_VERIFY" }),
      database("a7-db", { ...postgres, kmsKeyId: ref("a7-key.arn") }),
    ],
    expected: {
      "a7-key":
        "replace | loses the key, and with it all data that it encrypts | keyUsage forces a replacement | keyUsage changed",
      "a7-db":
        "replace | loses the database and its rows | kmsKeyId forces a replacement: known after a7-key is replaced | kmsKeyId not comparable",
    },
  },
  {
    name: "a replaced database, of which a replica and a tag are made",
    before: [
      database("a8-db", { ...postgres, dbName: "shop" }),
      replica("a8-replica", { ...postgres, replicateSourceDb: ref("a8-db.identifier") }),
      bucket("a8-files", { tags: { address: ref("a8-db.endpoint") } }),
    ],
    after: [
      database("a8-db", { ...postgres, dbName: "store" }),
      replica("a8-replica", { ...postgres, replicateSourceDb: ref("a8-db.identifier") }),
      bucket("a8-files", { tags: { address: ref("a8-db.endpoint") } }),
    ],
    expected: {
      "a8-db": "replace | loses the database and its rows | dbName forces a replacement | dbName changed",
      "a8-replica": "update | replicateSourceDb not comparable",
      "a8-files": "update | tags.address not comparable",
    },
  },
  {
    name: "a replaced database with a name of the program's own, which stays as it is",
    before: [
      database("a9-db", { ...postgres, identifier: "shop", dbName: "shop" }),
      bucket("a9-files", { tags: { of: ref("a9-db.identifier") } }),
    ],
    after: [
      database("a9-db", { ...postgres, identifier: "shop", dbName: "store" }),
      bucket("a9-files", { tags: { of: ref("a9-db.identifier") } }),
    ],
    expected: {
      "a9-db": "replace | loses the database and its rows | dbName forces a replacement | dbName changed",
      "a9-files": "unchanged",
    },
  },
  {
    name: "a type that was not looked up",
    before: [queue("a10-jobs", { visibilityTimeoutSeconds: 30 })],
    after: [queue("a10-jobs", { visibilityTimeoutSeconds: 60 })],
    expected: {
      "a10-jobs":
        "may replace | loses the messages that were not processed yet | it is unknown which properties of aws:sqs/queue:Queue force a replacement | visibilityTimeoutSeconds changed",
    },
  },
  {
    name: "another name with an alias",
    before: [bucket("a11-old", { tags: { a: "1" } })],
    after: [bucket("a11-new", { tags: { a: "1" } }, { aliases: [{ name: "a11-old" }] })],
    expected: { "a11-new": "unchanged | renamed from a11-old" },
  },
  {
    name: "another name with an alias of what others are made of",
    before: [bucket("a11-first"), block("a11-block", { bucket: ref("a11-first.bucket") })],
    after: [
      bucket("a11-second", {}, { aliases: [{ name: "a11-first" }] }),
      block("a11-block", { bucket: ref("a11-second.bucket") }),
    ],
    expected: { "a11-second": "unchanged | renamed from a11-first", "a11-block": "unchanged" },
  },
  {
    name: "another name without an alias",
    before: [bucket("a12-old")],
    after: [bucket("a12-new")],
    expected: {
      "a12-old": "delete | loses the bucket and its objects | it is no longer in the program",
      "a12-new": "create",
    },
  },
  {
    name: "another name of a component with an alias, which its children have too",
    before: [group("a13-old"), bucket("a13-old-files", {}, { parent: "a13-old" })],
    after: [
      group("a13-new", {}, { aliases: [{ name: "a13-old" }] }),
      bucket("a13-new-files", {}, { parent: "a13-new" }),
    ],
    expected: {
      "a13-new": "unchanged | renamed from a13-old",
      "a13-new-files": "unchanged | renamed from a13-old-files",
    },
  },
  {
    name: "a bucket that moves into a component, with an alias",
    before: [bucket("a14-files")],
    after: [group("a14-group"), bucket("a14-files", {}, { parent: "a14-group", aliases: [{ parent: "stack" }] })],
    expected: { "a14-group": "create", "a14-files": "unchanged | renamed from a14-files" },
  },
  {
    name: "a component with other inputs",
    before: [group("a15-group", { size: 1 })],
    after: [group("a15-group", { size: 2 })],
    expected: { "a15-group": "update | size changed" },
  },
  {
    name: "a component that is gone with what is in it",
    before: [group("a16-group"), secret("a16-token", {}, { parent: "a16-group" })],
    after: [],
    expected: {
      "a16-group": "delete | it is no longer in the program",
      "a16-token": "delete | loses the secret and its versions | it is no longer in the program",
    },
  },
  {
    name: "what is to be ignored",
    before: [cache("a17-cache", { description: "one", tags: { a: "1", b: "1" } })],
    after: [
      cache(
        "a17-cache",
        { description: "two", tags: { a: "2", b: "2" } },
        { ignoreChanges: ["description", "tags.a"] },
      ),
    ],
    expected: { "a17-cache": "update | tags.b changed" },
  },
  {
    name: "a property that is to replace, by an option",
    before: [bucket("a18-files", { tags: { generation: "1" } })],
    after: [bucket("a18-files", { tags: { generation: "2" } }, { replaceOnChanges: ["tags.generation"] })],
    expected: {
      "a18-files":
        "replace | loses the bucket and its objects | tags.generation forces a replacement | tags.generation changed",
    },
  },
  {
    name: "one action more in a document",
    before: [bucket("a19-files", { policy: json({ Version: "2012-10-17", Statement: [statement("s3:GetObject")] }) })],
    after: [
      bucket("a19-files", {
        policy: json({ Version: "2012-10-17", Statement: [statement("s3:GetObject"), statement("s3:PutObject")] }),
      }),
    ],
    expected: { "a19-files": "update | policy.Statement[1] added" },
  },
  {
    name: "a document with its keys in another order",
    before: [policy("a20-policy", { policy: '{"Version":"2012-10-17","Statement":[]}' })],
    after: [policy("a20-policy", { policy: '{ "Statement": [], "Version": "2012-10-17" }' })],
    expected: { "a20-policy": "unchanged" },
  },
  {
    name: "another secret",
    before: [database("a21-db", { ...postgres, password: { secret: "first-password" } })],
    after: [database("a21-db", { ...postgres, password: { secret: "other-password" } })],
    expected: { "a21-db": "update | password changed" },
  },
  {
    name: "the same secret",
    before: [database("a22-db", { ...postgres, password: { secret: "first-password" } })],
    after: [database("a22-db", { ...postgres, password: { secret: "first-password" } })],
    expected: { "a22-db": "unchanged" },
  },
  {
    name: "what is deleted with what is replaced",
    before: [database("a23-db", { ...postgres, dbName: "shop" }), bucket("a23-files", {}, { deletedWith: "a23-db" })],
    after: [database("a23-db", { ...postgres, dbName: "store" }), bucket("a23-files", {}, { deletedWith: "a23-db" })],
    expected: {
      "a23-db": "replace | loses the database and its rows | dbName forces a replacement | dbName changed",
      "a23-files": "replace | loses the bucket and its objects | it is deleted with a23-db, which is replaced",
    },
  },
  {
    name: "a protected database that would be replaced",
    before: [database("a24-db", { ...postgres, storageEncrypted: false }, { protect: true })],
    after: [database("a24-db", postgres, { protect: true })],
    expected: {
      "a24-db":
        "replace | protected | loses the database and its rows | storageEncrypted forces a replacement | storageEncrypted changed",
    },
  },
  {
    name: "a replica that is taken out",
    before: [
      database("a28-db", postgres),
      replica("a28-replica", { ...postgres, replicateSourceDb: ref("a28-db.identifier") }),
    ],
    after: [database("a28-db", postgres)],
    expected: { "a28-db": "unchanged", "a28-replica": "delete | it is no longer in the program" },
  },
  {
    name: "another image of a service's task",
    before: [
      task("a29-task", { family: "web", containerDefinitions: json([{ name: "web", image: "web@sha256:1" }]) }),
      service("a29-web", { name: "web", taskDefinition: ref("a29-task.arn") }),
    ],
    after: [
      task("a29-task", { family: "web", containerDefinitions: json([{ name: "web", image: "web@sha256:2" }]) }),
      service("a29-web", { name: "web", taskDefinition: ref("a29-task.arn") }),
    ],
    expected: {
      "a29-task":
        "replace | containerDefinitions[0].image forces a replacement | containerDefinitions[0].image changed",
      "a29-web": "update | taskDefinition not comparable",
    },
  },
  {
    name: "another region",
    before: [vpc("a25-net", { cidrBlock: "10.0.0.0/16" })],
    after: [vpc("a25-net", { cidrBlock: "10.0.0.0/16" })],
    config: { before: { "aws:region": "eu-west-1" }, after: { "aws:region": "us-east-1" } },
    expected: {
      "a25-net":
        'may replace | its provider changes region from "eu-west-1" to "us-east-1", and only the provider can say whether that replaces it',
    },
  },
  {
    name: "a provider of one's own, at the same place",
    before: [bucket("a26-files")],
    after: [
      of("pulumi:providers:aws")("a26-provider", { region: "eu-west-1" }),
      bucket("a26-files", {}, { provider: "a26-provider" }),
    ],
    config: { before: { "aws:region": "eu-west-1" }, after: { "aws:region": "eu-west-1" } },
    expected: { "a26-provider": "create", "a26-files": "unchanged" },
  },
  {
    name: "what is not known before the update, on both sides",
    unknowns: true,
    before: [bucket("a27-logs"), bucket("a27-files", { tags: { logs: ref("a27-logs.arn") } })],
    after: [bucket("a27-logs"), bucket("a27-files", { tags: { logs: ref("a27-logs.arn") } })],
    expected: { "a27-logs": "unchanged", "a27-files": "unchanged" },
  },
  {
    name: "what is not known before the update, made of another resource",
    unknowns: true,
    before: [bucket("a28-logs"), bucket("a28-other"), bucket("a28-files", { tags: { logs: ref("a28-logs.arn") } })],
    after: [bucket("a28-logs"), bucket("a28-other"), bucket("a28-files", { tags: { logs: ref("a28-other.arn") } })],
    expected: {
      "a28-logs": "unchanged",
      "a28-other": "unchanged",
      "a28-files": "unchanged | tags.logs not comparable",
    },
  },
];
