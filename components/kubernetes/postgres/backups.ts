import type * as pulumi from "@pulumi/pulumi";
import type { ComponentContext, KubernetesPlatformSpec, PostgresSpec } from "../../contract";
import { customResource } from "../custom-resource";
import { metadata } from "../metadata";
import { backupPlugin } from "./cluster";
import { names } from "./names";

/** What the backups are built from. */
export interface BackupsArgs {
  context: ComponentContext;
  spec: PostgresSpec;
  platform: KubernetesPlatformSpec;
}

/** The archive of write-ahead logs and base backups in object storage, encrypted there, and the daily backup. */
export function backups(
  name: string,
  { context, spec, platform }: BackupsArgs,
  opts: pulumi.CustomResourceOptions,
): void {
  const credentials = "object-storage";
  customResource(
    `${name}-object-store`,
    {
      apiVersion: "barmancloud.cnpg.io/v1",
      kind: "ObjectStore",
      metadata: metadata(context, "postgres", names.objectStore),
      spec: {
        retentionPolicy: `${spec.backupRetentionDays}d`,
        configuration: {
          destinationPath: `s3://${context.name}-postgres-backups/`,
          endpointURL: platform.objectStorage.endpoint,
          s3Credentials: {
            accessKeyId: { name: credentials, key: "access-key-id" },
            secretAccessKey: { name: credentials, key: "secret-access-key" },
          },
          wal: { compression: "gzip", encryption: "AES256", maxParallel: 4 },
          data: { compression: "gzip", encryption: "AES256" },
        },
      },
    },
    opts,
  );
  const [hours = "0", minutes = "0"] = spec.backupWindow.start.split(":");
  customResource(
    `${name}-daily-backup`,
    {
      apiVersion: "postgresql.cnpg.io/v1",
      kind: "ScheduledBackup",
      metadata: metadata(context, "postgres", "postgres-daily"),
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
