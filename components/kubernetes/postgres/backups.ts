import * as pulumi from "@pulumi/pulumi";
import { RandomId } from "@pulumi/random/randomId";
import type { ComponentContext, PostgresSpec } from "../../contract";
import { customResource } from "../custom-resource";
import { hash } from "../hash";
import { metadata } from "../metadata";
import type { KubernetesPlatformSpec } from "../platform-spec";
import { names } from "./names";
import { instanceSizes } from "./sizes";

/** Arguments of the backups. */
export interface BackupsArgs {
  context: ComponentContext;
  spec: PostgresSpec;
  platform: KubernetesPlatformSpec;
}

/** The plugin that archives to object storage (CloudNativePG, Barman Cloud plugin). */
export const backupPlugin = "barman-cloud.cloudnative-pg.io";

/**
 * Folder of this database's archive. A new database doesn't archive where there is something already, and its
 * write-ahead logs would fill the volume: so a stack that is made anew draws another name, and keeps it. Each major version
 * has its own: an upgrade starts the logs' timeline at 1 again, and would overwrite those of the version before
 * (CloudNativePG, PostgreSQL upgrades, "Backup and WAL Archive Considerations").
 */
export function archiveName(
  name: string,
  { spec, platform: { backupName } }: Pick<BackupsArgs, "spec" | "platform">,
  opts: pulumi.CustomResourceOptions,
): pulumi.Output<string> {
  const version = `pg${spec.version}`;
  if (backupName !== undefined) return pulumi.output(`${backupName}-${version}`);
  const { hex } = new RandomId(`${name}-archive`, { byteLength: 4 }, opts);
  return pulumi.interpolate`${names.cluster}-${hex}-${version}`;
}

/**
 * Name of the schedule: another one for another folder. A schedule makes a backup at once only when it is created, and write-ahead
 * logs in a folder without a backup restore nothing.
 */
function scheduleName({ spec, platform: { backupName } }: Pick<BackupsArgs, "spec" | "platform">): string {
  const name = `${names.cluster}-daily-pg${spec.version}`;
  return backupName === undefined ? name : `${name}-${hash(backupName)}`;
}

/** Where write-ahead logs and base backups go, encrypted there. The database doesn't start before there is such a place. */
export function objectStore(
  name: string,
  { context, spec, platform }: BackupsArgs,
  opts: pulumi.CustomResourceOptions,
): pulumi.Resource {
  const credentials = "object-storage";
  return customResource(
    `${name}-object-store`,
    {
      apiVersion: "barmancloud.cnpg.io/v1",
      kind: "ObjectStore",
      metadata: metadata(context, "postgres", names.objectStore),
      spec: {
        retentionPolicy: `${spec.backupRetentionDays}d`,
        configuration: {
          // One bucket for all copies of an environment, which needn't exist before each of them; a folder for each.
          destinationPath: `s3://${context.app}-${context.environment}-postgres-backups/${context.name}/`,
          endpointURL: platform.objectStorage.endpoint,
          s3Credentials: {
            accessKeyId: { name: credentials, key: "access-key-id" },
            secretAccessKey: { name: credentials, key: "secret-access-key" },
          },
          wal: { compression: "gzip", encryption: "AES256", maxParallel: 4 },
          data: { compression: "gzip", encryption: "AES256" },
        },
        instanceSidecarConfiguration: {
          env: [
            { name: "AWS_DEFAULT_REGION", value: platform.objectStorage.region },
            // Storages other than Amazon's refuse the checksums that boto3 sends by itself (Barman Cloud plugin, S3).
            { name: "AWS_REQUEST_CHECKSUM_CALCULATION", value: "when_required" },
            { name: "AWS_RESPONSE_CHECKSUM_VALIDATION", value: "when_required" },
          ],
          resources: instanceSizes[spec.size].sidecar,
        },
      },
    },
    opts,
  );
}

/** The daily backup, and one at once. */
export function dailyBackup(
  name: string,
  { context, spec, platform }: BackupsArgs,
  opts: pulumi.CustomResourceOptions,
): void {
  const [hours = "0", minutes = "0"] = spec.backupWindow.start.split(":");
  customResource(
    `${name}-daily-backup`,
    {
      apiVersion: "postgresql.cnpg.io/v1",
      kind: "ScheduledBackup",
      metadata: metadata(context, "postgres", scheduleName({ spec, platform })),
      spec: {
        // Six fields: CloudNativePG counts seconds too.
        schedule: `0 ${Number(minutes)} ${Number(hours)} * * *`,
        immediate: true,
        backupOwnerReference: "cluster",
        cluster: { name: names.cluster },
        method: "plugin",
        pluginConfiguration: { name: backupPlugin },
      },
    },
    opts,
  );
}
