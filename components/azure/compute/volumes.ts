import { posix } from "node:path";
import type { types } from "@pulumi/azure-native";
import * as app from "@pulumi/azure-native/app";
import { contentName, digest, physicalName, usesPostgres, type WorkloadSpec } from "../../contract";
import { postgresAuthorities } from "../postgres/authorities";
import { caPath } from "../postgres/ca-path";

/** Named by its content: a file of other authorities is another volume, and so a new revision. */
const authoritySecret = `postgres-ca-${digest(postgresAuthorities, 8)}`;

/** Volumes of a workload, and where its container sees them. */
export interface Volumes {
  volumes: types.input.app.VolumeArgs[];
  volumeMounts: types.input.app.VolumeMountArgs[];
}

/** The directories that may be written, and the file of the authorities that sign for the database. */
export function containerVolumes(workload: WorkloadSpec): Volumes {
  const writable = workload.writablePaths.map((mountPath) => ({
    name: physicalName(["writable", contentName(mountPath)], 63),
    mountPath,
  }));
  const volumes: Volumes = {
    volumes: writable.map(({ name }) => ({ name, storageType: app.StorageType.EmptyDir })),
    volumeMounts: writable.map(({ name, mountPath }) => ({ volumeName: name, mountPath })),
  };
  if (usesPostgres(workload)) {
    const secrets = [{ secretRef: authoritySecret, path: posix.basename(caPath) }];
    volumes.volumes.push({ name: authoritySecret, storageType: app.StorageType.Secret, secrets });
    volumes.volumeMounts.push({ volumeName: authoritySecret, mountPath: posix.dirname(caPath) });
  }
  return volumes;
}

/** The content of the volumes. It is not secret, but files come only from secrets. */
export function volumeSecrets(workload: WorkloadSpec): types.input.app.SecretArgs[] {
  return usesPostgres(workload) ? [{ name: authoritySecret, value: postgresAuthorities }] : [];
}
