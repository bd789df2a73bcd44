import type { StackFinding, StackResource, StackRule } from "../../core/rule";
import { View } from "../../core/view";

const buckets = ["aws:s3/bucket:Bucket", "aws:s3/bucketV2:BucketV2"];
const policies = ["aws:s3/bucketPolicy:BucketPolicy"];

/** What is read of a statement (IAM User Guide, "IAM JSON policy elements reference"). */
interface Statement {
  Effect: string;
  Action: string | string[];
  Condition: { Bool?: Record<string, string | boolean>; NumericLessThan?: Record<string, string | number> };
}

/** Whether a policy refuses requests without TLS; undefined where that can't be read yet. */
function deniesClearText(policy: View): boolean | undefined {
  if (!policy.known) return undefined;
  let document: View<{ Statement: Statement | Statement[] }>;
  try {
    document = View.inside(JSON.parse(policy.text() ?? "{}"), policy.path);
  } catch {
    return false;
  }
  const statements = document.at("Statement");
  const list = statements.as<Statement[]>().items();
  return (list.length > 0 ? list : [statements.as<Statement>()]).some(isDenial);
}

function isDenial(statement: View<Statement>): boolean {
  const action = statement.at("Action");
  const actions = [
    action.text(),
    ...action
      .as<string[]>()
      .items()
      .map((item) => item.text()),
  ];
  const secure = statement.at("Condition").at("Bool").as<Record<string, string>>().at("aws:SecureTransport");
  return (
    statement.at("Effect").text() === "Deny" &&
    actions.some((text) => text === "s3:*" || text === "*") &&
    (secure.boolean() === false || secure.items().some((item) => item.boolean() === false))
  );
}

function findingsOf(bucket: StackResource, all: readonly StackResource[]): StackFinding[] {
  const inline = bucket.properties.as<{ policy?: string }>().at("policy");
  const own = all.filter(({ type, ...policy }) => policies.includes(type) && isOf(policy, bucket));
  const documents = [inline, ...own.map(({ properties }) => properties.as<{ policy: string }>().at("policy"))];
  const verdicts = documents.map(deniesClearText);
  if (verdicts.includes(true) || verdicts.includes(undefined)) return [];
  const found = own.length === 0 && !inline.isSet ? "not set: the bucket has no policy" : "without such a statement";
  return [
    {
      urn: bucket.urn,
      path: "policy",
      found,
      required: "a statement that denies s3:* where aws:SecureTransport is false",
    },
  ];
}

/** A policy names its bucket by a dependency, or by its name; a name that is not known yet may be any. */
function isOf({ properties, propertyDependencies }: Omit<StackResource, "type">, bucket: StackResource): boolean {
  const { bucket: dependencies = [] } = propertyDependencies;
  if (dependencies.length > 0) return dependencies.includes(bucket.urn);
  const name = properties.as<{ bucket: string }>().at("bucket");
  const own = bucket.properties.as<{ bucket: string; id: string }>();
  const names = [own.at("bucket"), own.at("id")].filter(({ isSet }) => isSet);
  return !name.known || names.some((candidate) => candidate.mayBe(name.text() ?? ""));
}

/** Buckets refuse requests without TLS. */
export const rule: StackRule = {
  id: "encryption-in-transit-bucket",
  title: "Buckets refuse requests without TLS.",
  severity: "high",
  frameworks: {
    "CIS AWS Foundations 3.0": ["2.1.1"],
    "PCI DSS 4.0": ["4.2.1"],
    "ISO 27001:2022": ["A.8.24"],
    "SOC 2": ["CC6.7"],
    HIPAA: ["164.312(e)(1)"],
  },
  why: "S3 answers HTTP: signed addresses and objects cross the network in clear text.",
  mend: 'Add a BucketPolicy with {"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Condition": {"Bool": {"aws:SecureTransport": "false"}}}.',
  source: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html",
  covers: [...buckets, ...policies],
  checkStack: (resources) =>
    resources.filter(({ type }) => buckets.includes(type)).flatMap((bucket) => findingsOf(bucket, resources)),
};
