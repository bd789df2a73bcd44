import type { RedisSpec } from "../../contract";

/** Where the volumes are mounted. */
export const paths = { data: "/data", certificates: "/tls", config: "/config" } as const;
export const redisPort = 6379;

/**
 * The server's configuration: TLS only, and on disk either the append-only file, where a queue must lose nothing, or a
 * snapshot after a quarter of an hour of changes. Not both: the file holds all that a snapshot does, and both at once take
 * twice the room. The password is no part of it: the start script adds it from the environment.
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
    ...(persistence === "append-only"
      ? ['save ""', "appendonly yes", "appendfsync everysec"]
      : ["save 900 1 300 100 60 10000", "appendonly no"]),
    "tcp-keepalive 60",
  ].join("\n")}\n`;
}
