import type { ResourceChange } from "../../../preview/model/change";
import { ofAddedElement } from "./rows";

/**
 * Types whose replacement is a new version of the same thing: the old one is no use to anybody, and both may be there at
 * once.
 */
const versions: Readonly<Record<string, string>> = {
  "aws:ecs/taskDefinition:TaskDefinition": "a revision",
  "aws:lambda/invocation:Invocation": "a run of the migration, by its revision",
  "aws:secretsmanager/secretVersion:SecretVersion": "a version",
  "aws:acm/certificate:Certificate": "a certificate of all hosts, made before the old one goes",
  "aws:acm/certificateValidation:CertificateValidation": "follows the certificate",
  "gcp:secretmanager/secretVersion:SecretVersion": "a version",
  "azure-native:resources:AzureCliScript": "a run of a script",
  "kubernetes:batch/v1:Job": "a run of the migration, by what it runs",
  "kubernetes:core/v1:ConfigMap": "a file; `conflicts` tells of one that keeps its name",
};

/**
 * Random values that stand for something that is over: a run of a migration on Google Cloud, a wait for roles on Azure. Others are
 * part of what has data.
 */
const over: readonly { type: string; name: RegExp }[] = [
  { type: "random:index/randomId:RandomId", name: /-run$/ },
  { type: "random:index/randomUuid:RandomUuid", name: /-roles?$/ },
];

/** Whether what is replaced is a version of the same thing, which is how it lives. */
export function isVersion({ type, name }: Pick<ResourceChange, "type" | "name">): boolean {
  return type in versions || over.some((each) => each.type === type && each.name.test(name));
}

/** What a change of lists does that it must not do: one line for each resource. */
export function faultsOf(changes: readonly ResourceChange[], change: "added" | "removed" | "reversed"): string[] {
  return changes.flatMap((found) => {
    const { action, type, name, custom, causes, properties } = found;
    if (!custom || action === "unchanged" || action === "update" || action === "import") return [];
    const line = `${action} ${type} ${name}: ${causes.join("; ")}`;
    if (action === "replace" || action === "may replace") return isVersion(found) ? [] : [line];
    const expected = { added: "create", removed: "delete", reversed: "nothing" }[change];
    const own = ofAddedElement.test(name) || ofAddedElement.test(JSON.stringify(properties));
    return action === expected && own ? [] : [line];
  });
}
