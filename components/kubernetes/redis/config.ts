import type { RedisSpec } from "../../contract";

/** Where the volumes are mounted. */
export const paths = { data: "/data", certificates: "/tls", config: "/config" } as const;
export const redisPort = 6379;

/**
 * The server's configuration: TLS only, and on disk always the append-only file. Where a queue must lose nothing it is
 * written to the disk each second; elsewhere when the kernel does it, which loses less than a snapshot each quarter of an hour
 * would. One format for both: a server that starts with the file reads no snapshot, and the other way round, so that another
 * `persistence` would start it empty (valkey, `loadDataFromDisk`). No snapshot besides: it would take its room again. The
 * password is no part of it: the start script adds it from the environment.
 */
export function redisConfig({ memoryMiB, evictionPolicy, persistence }: RedisSpec): string {
  return `${[
    "bind 0.0.0.0",
    "protected-mode yes",
    "port 0",
    `tls-port ${redisPort}`,
    `tls-cert-file ${paths.certificates}/tls.crt`,
    `tls-key-file ${paths.certificates}/tls.key`,
    `tls-ca-cert-file ${paths.certificates}/ca.crt`,
    "tls-auth-clients no",
    'tls-protocols "TLSv1.2 TLSv1.3"',
    `maxmemory ${memoryMiB}mb`,
    `maxmemory-policy ${evictionPolicy}`,
    `dir ${paths.data}`,
    'save ""',
    "appendonly yes",
    `appendfsync ${persistence === "append-only" ? "everysec" : "no"}`,
    "tcp-keepalive 60",
  ].join("\n")}\n`;
}
