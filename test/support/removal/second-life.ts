import type { Plan, PlanResource } from "../../../preview/model/plan";
import type { WireObject } from "../../../preview/model/wire";
import { valueAt } from "../value-at";

/** Names that stay taken when what had them is gone: of each type the property that has it, and where that is said. */
export const lastingNames: Readonly<Record<string, { property: string; source: string }>> = {
  "aws:rds/instance:Instance": {
    property: "finalSnapshotIdentifier",
    source: "RDS API, DeleteDBInstance: DBSnapshotAlreadyExists",
  },
  "aws:elasticache/replicationGroup:ReplicationGroup": {
    property: "finalSnapshotIdentifier",
    source: "ElastiCache API, DeleteReplicationGroup: SnapshotAlreadyExistsFault",
  },
  "aws:secretsmanager/secret:Secret": {
    property: "name",
    source: "Secrets Manager, CreateSecret: a name is taken until the recovery window ends",
  },
  "gcp:logging/projectBucketConfig:ProjectBucketConfig": {
    property: "bucketId",
    source: "Cloud Logging, deleting a bucket: its name is taken for seven days",
  },
  "gcp:kms/keyRing:KeyRing": { property: "name", source: "Cloud KMS: key rings are never deleted" },
  "gcp:sql/databaseInstance:DatabaseInstance": {
    property: "name",
    source: "Cloud SQL, deleting an instance: its name is taken for up to a week",
  },
  "azure-native:keyvault:Vault": {
    property: "vaultName",
    source: "Key Vault, soft delete: a name is taken until the purge",
  },
  "azure-native:keyvault:Secret": { property: "secretName", source: "Key Vault, soft delete of secrets" },
  "azure-native:storage:StorageAccount": {
    property: "accountName",
    source: "Azure Storage: a name is one of all customers, and may be had back by its last owner for 14 days",
  },
  "azure-native:dbforpostgresql:Server": {
    property: "serverName",
    source: "Azure Database for PostgreSQL: a name is one of all customers",
  },
  "kubernetes:postgresql.cnpg.io/v1:Cluster": {
    property: "spec.plugins",
    source: "CloudNativePG, backup: archives nowhere where another cluster did (`Expected empty archive`)",
  },
};

/** Resources whose name the same stack would find taken when it is made anew: one line for each. */
export function takenNames({ resources }: Pick<Plan, "resources">): string[] {
  return resources.flatMap((resource) => {
    const row = lastingNames[resource.type];
    if (row === undefined) return [];
    const name = valueAt(resource.inputs, row.property);
    // What the provider names has characters of chance.
    if (name === undefined || name === null || isDrawn(resource, row.property)) return [];
    return [`${resource.type} ${resource.name}: ${row.property} would be ${JSON.stringify(name)} again: ${row.source}`];
  });
}

/** Whether there is something in it that was drawn when the stack was made, and goes with it. */
function isDrawn({ propertyDependencies }: PlanResource, property: string): boolean {
  const [first = ""] = property.split(".");
  return (propertyDependencies[first] ?? []).some((urn) => /[:$]random:index\/random\w+:Random\w+::/.test(urn));
}

/** What a resource leaves behind when it is destroyed: when it does, and the property that names the key of what is left. */
export const leftBehind: Readonly<
  Record<string, { leaves: (inputs: WireObject) => boolean; key: string; source: string }>
> = {
  "aws:rds/instance:Instance": {
    leaves: ({ skipFinalSnapshot, deleteAutomatedBackups }) =>
      skipFinalSnapshot !== true || deleteAutomatedBackups === false,
    key: "kmsKeyId",
    source: "KMS Developer Guide, deleting keys: what was encrypted under a deleted key is unrecoverable",
  },
  "aws:elasticache/replicationGroup:ReplicationGroup": {
    leaves: ({ finalSnapshotIdentifier }) => finalSnapshotIdentifier !== undefined,
    key: "kmsKeyId",
    source: "the same",
  },
  "gcp:sql/databaseInstance:DatabaseInstance": {
    leaves: (inputs) =>
      valueAt(inputs, "settings.finalBackupConfig.enabled") === true ||
      valueAt(inputs, "settings.retainBackupsOnDelete") === true,
    key: "encryptionKeyName",
    source: "Cloud SQL, customer-managed keys: a backup is restored with the key version that encrypted it",
  },
};

/** Keys that are destroyed with the stack although something that stays is encrypted with them: one line for each. */
export function lostKeys({ resources }: Pick<Plan, "resources">): string[] {
  const byUrn = new Map(resources.map((resource) => [resource.urn, resource]));
  return resources.flatMap(({ type, name, inputs, propertyDependencies }) => {
    const row = leftBehind[type];
    if (row === undefined || !row.leaves(inputs)) return [];
    return (propertyDependencies[row.key] ?? []).flatMap((urn) => {
      const key = byUrn.get(urn);
      if (key === undefined || !/:kms\//.test(key.type) || key.retainOnDelete === true) return [];
      return [`${type} ${name} leaves what only ${key.name} can read, which goes with the stack: ${row.source}`];
    });
  });
}

/**
 * Log groups that a service makes again by itself after they were destroyed, so that the next `up` of the name finds them taken.
 * Order holds where the service is gone before its group (RDS); Container Insights writes with a delay.
 */
export function groupsMadeAgain({ resources }: Pick<Plan, "resources">): string[] {
  return resources.flatMap(({ type, name, inputs }) =>
    type === "aws:cloudwatch/logGroup:LogGroup" && String(inputs.name).startsWith("/aws/ecs/containerinsights/")
      ? [`${name}: ${String(inputs.name)}`]
      : [],
  );
}
