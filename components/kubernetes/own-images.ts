/**
 * Images that the topology itself runs, each by version and digest: a tag can be moved, a digest can't. Looked up on
 * 2026-11-30; a newer patch version is a change of this file.
 */
export const images = {
  /**
   * PostgreSQL by major version: CloudNativePG's catalog of 2026-08-17 (artifacts, catalog-standard-trixie.yaml). A release that
   * changes one of these changes no parameter of the database (postgres/cluster.ts): the operator refuses both in one `up`.
   */
  postgres: {
    "15": "ghcr.io/cloudnative-pg/postgresql:15.19-202608170814-standard-trixie@sha256:613c7a0417887cd2626a2bfb31fa4e1d86c3088e575fd66bc227007dc69a5487",
    "16": "ghcr.io/cloudnative-pg/postgresql:16.15-202608170814-standard-trixie@sha256:3df9103d7f89c8abc2870463d4d446944c81b5f1f4b707c590895dc003ecbb65",
    "17": "ghcr.io/cloudnative-pg/postgresql:17.11-202608170816-standard-trixie@sha256:91e0de662d53895a45f1396f4ee1a75daeb0c26fc87853afc9c8f43e01fdaa21",
    "18": "ghcr.io/cloudnative-pg/postgresql:18.6-202608170814-standard-trixie@sha256:771f9eab5225587af259d84680cc69a5b6e374ac32bb24effafde1f3368a1241",
  },
  /**
   * Valkey 8.1 speaks the protocol of Redis 7 and reads its files; its licence is open. 8.1.9 and later have the fix of
   * CVE-2026-56684, by which a client could run code through a TLS connection.
   */
  redis: {
    "7": "docker.io/valkey/valkey:8.1.10-alpine@sha256:081c2f5cb575efc901aa80ff9cdbd1ec6a301682fd35e1ebb4b0990a4a4a8507",
  },
  /** nginx's stable branch, as a numeric user that is not root. */
  edge: "docker.io/nginxinc/nginx-unprivileged:1.30.5-alpine@sha256:ed04ec1ff34502c339ee5c3ae3f855442398edc1d05591e2b98981dcbbd20b1e",
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
