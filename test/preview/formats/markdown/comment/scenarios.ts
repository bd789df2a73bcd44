import type { CommentOptions } from "../../../../../preview/formats/markdown/comment";
import type { ResourceChange, StackChange } from "../../../../../preview/model/change";
import { changed } from "../../../../support/changes";
import { exemption, finding, note } from "../../../../support/notes";
import { hostile } from "./hostile";
import { asked, rule, Shop, violation } from "./shop";

/** A comment that is kept as a file, `test/fixtures/comments/<name>.md`. */
export interface Scenario {
  name: string;
  changes: StackChange[];
  options?: CommentOptions;
}

const prod = new Shop("prod");
const report = { fullReport: "the artifact isotopo-preview of this run" };

/** Everything is new. */
function firstPreview(): StackChange {
  const dev = new Shop("dev");
  const created = Object.entries(dev.usual()).map(([key, change]): [string, ResourceChange] => [
    key,
    {
      ...change,
      action: "create",
      properties: [{ path: "tags.team", kind: "added", after: "shop", forces: "nothing" }],
    },
  ]);
  const stack = dev.change(Object.fromEntries(created), {
    base: undefined,
    monthlyCost: { after: 184.2, currency: "EUR" },
  });
  return { ...stack, changes: stack.changes.map((change) => ({ ...change, action: "create" })) };
}

function onlyUpdates(): StackChange {
  const parts = prod.usual();
  return prod.change(
    {
      ...parts,
      task: {
        ...parts.task,
        action: "update",
        source: { file: "infra/index.ts", line: 31 },
        properties: [
          changed(
            "containerDefinitions[0].image",
            "registry.example.org/shop@sha256:11aa",
            "registry.example.org/shop@sha256:22bb",
          ),
          {
            path: "containerDefinitions[0].environment[2]",
            kind: "added",
            after: { name: "LOG", value: "info" },
            forces: "nothing",
          },
          {
            path: "containerDefinitions[0].secrets[0].valueFrom",
            kind: "not comparable",
            reason: "it is a secret",
            forces: "nothing",
          },
          changed(
            "containerDefinitions[0].command[2]",
            "set -e\nmigrate\nserve --port 80\n",
            "set -e\nmigrate --fast\nserve --port 80\n",
          ),
        ],
      },
      service: {
        ...parts.service,
        action: "update",
        properties: [changed("desiredCount", 2, 3)],
      },
    },
    { monthlyCost: { before: 1180, after: 1264.5, currency: "EUR" } },
  );
}

/** No resource changes, and yet others may read something else. */
function onlyOutputs(): StackChange {
  return prod.change(prod.usual(), {
    outputs: [
      changed("url", "https://shop.example.org", "https://www.shop.example.org"),
      { path: "token", kind: "not comparable", reason: "it is a secret", forces: "nothing" },
    ],
  });
}

function replacedDatabase(): StackChange {
  const parts = prod.usual();
  return prod.change({
    ...parts,
    database: {
      ...parts.database,
      action: "replace",
      causes: ["dbName forces a replacement"],
      dataLoss: "the database and its rows",
      protected: true,
      properties: [
        { ...changed("dbName", "shop", "shop_v2"), forces: "replace" },
        changed("allocatedStorage", 100, 200),
      ],
    },
    service: { ...parts.service, action: "update", properties: [changed("desiredCount", 2, 3)] },
  });
}

function deletedBucket(): StackChange {
  const parts = prod.usual();
  return prod.change({
    ...parts,
    bucket: {
      ...parts.bucket,
      action: "delete",
      causes: ["it is no longer in the program"],
      dataLoss: "the bucket and its objects",
      properties: [{ path: "bucket", kind: "removed", before: "shop-uploads", forces: "nothing" }],
    },
    policy: prod.resource(parts.storage, "aws:s3/bucketPolicy:BucketPolicy", "shop-storage-uploads-policy", "delete", {
      causes: ["it is no longer in the program"],
      retained: true,
    }),
  });
}

function policyFailures(): StackChange[] {
  const encrypted = rule("database-encrypted");
  const kept = rule("backup-database-retention", {
    title: "Backups of databases are kept.",
    severity: "high",
    fix: "Set backupRetentionPeriod to 7 or more.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithAutomatedBackups.html",
  });
  const named = rule("tags", {
    title: "Resources have tags.",
    severity: "low",
    level: "advisory",
    fix: "Add the tag.",
    source: "",
  });
  const rules = [encrypted, kept, named].map((one) => ({ ...one, resources: 2 }));
  return ["dev", "prod"].map((stack) => {
    const shop = new Shop(stack);
    const { database, bucket, ...parts } = shop.usual();
    return shop.change(
      {
        ...parts,
        database: { ...database, action: "update", properties: [changed("storageEncrypted", true, false)] },
        bucket,
      },
      {
        policy: asked({
          judged: rules,
          violations: [
            violation(encrypted, database.urn, "storageEncrypted", "false", "true"),
            violation(kept, database.urn, "backupRetentionPeriod", "1", "at least 7 days"),
            ...(stack === "dev"
              ? []
              : [violation(named, bucket.urn, "tags", "absent", "owner, cost-center", { message: "tags are absent" })]),
          ],
        }),
      },
    );
  });
}

function exemptions(): StackChange {
  const parts = prod.usual();
  return prod.change(parts, {
    policy: asked({
      notes: [
        exemption(parts.database.urn, {
          rule: "backup-database-retention",
          owner: "data team",
          expires: "2027-06-30",
          reason: "Rebuilt every night.",
          place: "exemptions.yaml:4",
          findings: [finding("backupRetentionPeriod", "1", "at least 7 days")],
        }),
        exemption(parts.bucket.urn, {
          rule: "storage-versioned",
          owner: "web team",
          expires: "2027-01-20",
          reason: "Only caches.",
          place: "exemptions.yaml:9",
          findings: [finding("versioning", "absent", "true")],
        }),
        exemption(parts.service.urn, {
          state: "expired",
          rule: "containers-non-root",
          owner: "web team",
          expires: "2026-12-31",
          reason: "Being rebuilt.",
          place: "exemptions.yaml:14",
        }),
        exemption("", {
          state: "unmatched",
          rule: "tags",
          owner: "platform",
          expires: "2027-03-01",
          reason: "Old.",
          place: "exemptions.yaml:19",
          of: "*::old",
        }),
        note(parts.task.urn, { kind: "undetermined", rules: [{ rule: "secrets-plain", paths: ["a.b"] }] }),
      ],
    }),
  });
}

/** As many stacks as this repository has: a few change, each in its own way. */
function everyStack(): StackChange[] {
  const apps = ["anclora", "icosistem", "mesio", "neosale"];
  const clouds = ["aws", "azure", "gcp", "kubernetes"];
  const names = apps.flatMap((app) =>
    clouds.flatMap((cloud) => ["dev", "prod", "staging"].map((env) => `${app}-${cloud}-${env}`)),
  );
  return names.map((name, i) => {
    const shop = new Shop(name);
    const { service, database, ...parts } = shop.usual();
    const updated: ResourceChange = { ...service, action: "update", properties: [changed("desiredCount", 2, 3)] };
    const replaced: ResourceChange = {
      ...database,
      action: "replace",
      causes: ["engineVersion forces a replacement"],
      dataLoss: "the database and its rows",
      properties: [{ ...changed("engineVersion", "16", "17"), forces: "replace" }],
    };
    return shop.change({
      ...parts,
      database: i === 13 ? replaced : database,
      service: i % 4 === 1 ? updated : service,
    });
  });
}

/** More than any comment holds. */
function thousands(): StackChange {
  const { compute, storage } = prod.usual();
  const workers = Array.from({ length: 1200 }, (_, i) =>
    prod.resource(compute, "aws:ecs/service:Service", `shop-worker-${i}`, "update", {
      properties: [changed("desiredCount", i, i + 1), changed("tags.release", `2027.1.${i}`, `2027.2.${i}`)],
    }),
  );
  const queues = Array.from({ length: 500 }, (_, i) =>
    prod.resource(compute, "aws:sqs/queue:Queue", `shop-queue-${i}`, "delete", {
      causes: ["it is no longer in the program"],
    }),
  );
  const buckets = Array.from({ length: 300 }, (_, i) =>
    prod.resource(storage, "aws:s3/bucket:Bucket", `shop-tenant-${i}`, "delete", {
      causes: ["it is no longer in the program"],
      dataLoss: "the bucket and its objects",
    }),
  );
  const all = [compute, storage, ...workers, ...queues, ...buckets];
  return prod.change(Object.fromEntries(all.map((change) => [change.urn, change])));
}

export const scenarios: readonly Scenario[] = [
  { name: "first-preview", changes: [firstPreview()] },
  { name: "no-change", changes: ["dev", "prod"].map((stack) => new Shop(stack).change(new Shop(stack).usual())) },
  { name: "only-outputs", changes: [onlyOutputs()] },
  { name: "only-updates", changes: [onlyUpdates()], options: report },
  { name: "replaced-database", changes: [replacedDatabase()] },
  { name: "deleted-bucket", changes: [deletedBucket()] },
  { name: "policy-failures", changes: policyFailures() },
  { name: "exemptions", changes: [exemptions()] },
  { name: "two-engines", changes: bothEngines() },
  { name: "48-stacks", changes: everyStack(), options: report },
  { name: "2000-changes", changes: [thousands()], options: report },
  { name: "hostile", changes: [hostile()] },
];

/** The same stack, as our engine and as Pulumi's own sees it. */
function bothEngines(): StackChange[] {
  const parts = prod.usual();
  const updated: ResourceChange = { ...parts.service, action: "update", properties: [changed("desiredCount", 2, 3)] };
  const drifted: ResourceChange = {
    ...parts.vpc,
    action: "update",
    properties: [changed("enableDnsHostnames", false, true)],
  };
  return [
    prod.change({ ...parts, service: updated }),
    prod.change(
      { ...parts, service: updated, vpc: drifted },
      { engine: "pulumi", base: "the state of the stack", policy: asked({ packs: [], rules: 0 }) },
    ),
  ];
}
