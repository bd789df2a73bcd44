import type { Plan, PlanResource } from "../../../preview/plan/plan";
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
