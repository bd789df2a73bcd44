/** Until when each major version gets fixes, as ISO dates: a test fails when a shipped stack uses a version past this date. */
export const endOfSupport = {
  /** postgresql.org, "Versioning Policy": the final release of each major version. */
  postgres: { "14": "2026-11-12", "15": "2027-11-11", "16": "2028-11-09", "17": "2029-11-08", "18": "2030-11-14" },
} as const satisfies Record<string, Readonly<Record<string, string>>>;

/**
 * The image that brings `psql`, for the workload that makes the database's roles: Docker's official one, of a version that may be
 * newer than the server's. Its digest names the index of all platforms; seen in several public repositories on 2026-11-30.
 */
export const databaseClientImage =
  "docker.io/library/postgres:17.11-alpine@sha256:18cfe3ef5e6815560c98237d6216d1e5119702fb0f3894c8785dd58b8bbe5d73";
