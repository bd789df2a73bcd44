import { parseSecretReference, parseValueReference } from "../../../components/contract";
import type { ApplicationFacts, WorkloadFacts } from "../../apps/application";
import type { ConfigProblems } from "../parser/problems";
import type { CheckInput } from "./check";

/** The references of a workload exist: a database, a role of Redis, a bucket, a secret of the application. */
export function checkReferences({ facts }: CheckInput, problems: ConfigProblems): void {
  if (facts === undefined) return;
  for (const workload of workloadsOf(facts)) {
    for (const { where, reference } of referencesOf(workload)) {
      const lacking = lackingOf(reference, facts);
      if (lacking === undefined) continue;
      problems.add("app", `has a workload "${workload.name}" whose ${where} is ${reference}`, lacking);
    }
  }
}

function workloadsOf({ services, migration, cronJobs = [] }: ApplicationFacts): WorkloadFacts[] {
  return [...services, ...(migration === undefined ? [] : [migration]), ...cronJobs];
}

function referencesOf({ variables, secrets, buckets }: WorkloadFacts): { where: string; reference: string }[] {
  return [
    ...Object.entries(variables).flatMap(([name, value]) =>
      typeof value === "string" ? [] : [{ where: `variable ${name}`, reference: value.ref }],
    ),
    ...Object.entries(secrets).map(([name, reference]) => ({ where: `secret ${name}`, reference })),
    ...Object.keys(buckets).map((bucket) => ({ where: "bucket", reference: `bucket.${bucket}.name` })),
  ];
}

/** The allowed references instead; undefined if the reference exists. */
function lackingOf(reference: string, { postgres, redis, buckets, secrets }: ApplicationFacts): string | undefined {
  const parsed = parseValueReference(reference) ?? parseSecretReference(reference);
  // No `default`: the compiler names a source that has no line here.
  switch (parsed?.source) {
    case "postgres":
      return postgres === undefined ? "another value: the application has no postgres" : undefined;
    case "redis":
      return among("a role of redis", parsed.role, Object.keys(redis?.roles ?? {}));
    case "bucket":
      return among(
        "a bucket",
        parsed.bucket,
        buckets.map(({ name }) => name),
      );
    case "secret":
      return among(
        "a secret",
        parsed.name,
        secrets.map(({ name }) => name),
      );
    case undefined:
      return "a reference, such as postgres.url, redis.<role>.url, bucket.<name>.name or secret.<NAME>";
  }
}

function among(what: string, name: string, names: readonly string[]): string | undefined {
  if (names.includes(name)) return undefined;
  return names.length === 0
    ? `another value: the application has not ${what}`
    : `${what} that it has: ${names.join(", ")}`;
}
