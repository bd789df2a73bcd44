/**
 * Images that the topology itself runs. Exact versions, which their publishers do not move; a digest would be stronger, but
 * could not be looked up where this was written, and an invented one is worse than none. A cluster that wants digests
 * sets them with a transform.
 */
export const images = {
  /** PostgreSQL by major version, as CloudNativePG's own catalogs list them ("standard" on Debian trixie). */
  postgres: {
    "14": "ghcr.io/cloudnative-pg/postgresql:14.21-standard-trixie",
    "15": "ghcr.io/cloudnative-pg/postgresql:15.17-standard-trixie",
    "16": "ghcr.io/cloudnative-pg/postgresql:16.12-standard-trixie",
    "17": "ghcr.io/cloudnative-pg/postgresql:17.8-standard-trixie",
  },
  /** Valkey 7.2 speaks the protocol of Redis 7; its licence is open (valkey.io, release 7.2.9). */
  redis: { "7": "docker.io/valkey/valkey:7.2.9-alpine" },
  /** nginx as a numeric user that is not root. */
  edge: "docker.io/nginxinc/nginx-unprivileged:1.29.5-alpine",
} as const;

/** The image of a version; throws with what there is. */
export function imageFor(kind: "postgres" | "redis", version: string): string {
  const byVersion: Readonly<Record<string, string>> = images[kind];
  const image = byVersion[version];
  if (image === undefined) {
    throw new Error(`${kind}: kubernetes has no version "${version}"; there are ${Object.keys(byVersion).join(", ")}`);
  }
  return image;
}
