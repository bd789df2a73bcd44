import type { Application, Place, WorkloadFacts } from "./application";
import { destinations, http, nodeVariables, oneYearSeconds, probe } from "./common";

/** NEOSALE: a Next.js front and an Express API with Prisma (guide 004). */
export const neosale: Application = {
  name: "neosale",
  images: { web: "Next.js 15 in standalone output", api: "Express and Prisma; migrations and upkeep run from it too" },
  describe: (place) => {
    const webHost = place.domain;
    const apiHost = `api.${place.domain}`; // chosen here
    return {
      postgres: {
        version: "15", // chosen here
        database: "neosale",
        user: "neosale",
        readReplicas: 1, // L279
        backupWindow: { start: "02:00", durationMinutes: 60 }, // daily at 02:00, L238
        maintenanceWindow: { day: "sunday", start: "04:00", durationMinutes: 60 }, // chosen here
        pooling: { mode: "transaction" }, // PgBouncer
        connectionsPerInstance: { api: 20 }, // chosen here: Prisma's connection_limit
      },
      redis: {
        version: "7", // chosen here
        roles: { cache: { evictionPolicy: "allkeys-lru", persistence: "append-only" } }, // RDB and AOF, L221
      },
      buckets: [{ name: "assets", purpose: "product images", exposure: "edge" }], // chosen here
      secrets: [
        { kind: "external", name: "SENTRY_DSN", source: "Sentry, project settings, client keys", required: true },
        {
          kind: "external",
          name: "DATADOG_API_KEY",
          source: "Datadog, organization settings, API keys",
          required: true,
        },
        { kind: "external", name: "NEW_RELIC_LICENSE_KEY", source: "New Relic, API keys", required: false }, // chosen here
      ],
      services: [
        {
          name: "web",
          image: "web",
          kind: "web",
          command: ["node", "server.js"], // chosen here
          port: 3000, // chosen here
          uid: 1001, // chosen here
          gid: 1001,
          requests: { cpuMillicores: 250, memoryMiB: 512 }, // chosen here
          limits: { cpuMillicores: 1000, memoryMiB: 1024 }, // chosen here
          writablePaths: ["/app/.next/cache", "/tmp"],
          variables: {
            ...nodeVariables(place),
            PORT: "3000",
            HOSTNAME: "0.0.0.0",
            NEXT_PUBLIC_API_URL: `https://${apiHost}`,
            SENTRY_TRACES_SAMPLE_RATE: "0.1",
          },
          secrets: { SENTRY_DSN: "secret.SENTRY_DSN" },
          buckets: {},
          egress: [destinations.sentry.name],
          probes: {
            startup: http("/api/health", { failureThreshold: 30, timeoutSeconds: 5 }), // chosen here
            readiness: http("/api/health", { timeoutSeconds: 5 }),
            liveness: probe({ check: { kind: "tcp" }, periodSeconds: 30, timeoutSeconds: 5 }),
          },
          autoscaling: { minReplicas: 2, maxReplicas: 6, requestsPerMinute: 1000 }, // two; at most chosen here
        },
        {
          ...server(place),
          name: "api",
          kind: "api",
          command: ["node", "dist/server.js"], // chosen here
          port: 4000, // chosen here
          requests: { cpuMillicores: 1000, memoryMiB: 1024 }, // chosen here
          limits: { cpuMillicores: 4000, memoryMiB: 4096 }, // up to 4 CPU and 4 GiB, chosen here
          probes: {
            startup: http("/health", { failureThreshold: 30, timeoutSeconds: 5 }), // chosen here
            readiness: http("/health", { timeoutSeconds: 5 }),
            liveness: probe({ check: { kind: "tcp" }, periodSeconds: 30, timeoutSeconds: 5 }),
          },
          autoscaling: { minReplicas: 3, maxReplicas: 9, requestsPerMinute: 1000 }, // three; at most chosen here
        },
      ],
      migration: {
        ...server(place),
        name: "migrate",
        command: ["npx", "prisma", "migrate", "deploy"], // chosen here
        requests: { cpuMillicores: 500, memoryMiB: 512 }, // chosen here, as the limits
        limits: { cpuMillicores: 1000, memoryMiB: 1024 },
        secrets: { ...server(place).secrets, DATABASE_URL: "postgres.directUrl" },
      },
      cronJobs: [
        {
          ...server(place),
          name: "vacuum",
          // Scheduled vacuum and analyze, L212; hour, command, size and time are chosen here, after the backup.
          schedule: "30 3 * * *",
          command: ["npx", "prisma", "db", "execute", "--file", "maintenance/vacuum-analyze.sql"],
          requests: { cpuMillicores: 250, memoryMiB: 256 },
          limits: { cpuMillicores: 500, memoryMiB: 512 },
          secrets: { ...server(place).secrets, DATABASE_URL: "postgres.directUrl" },
          timeoutSeconds: 3600,
        },
      ],
      egress: [destinations.sentry, destinations.datadog, destinations.newRelic], // chosen here: the services that the secrets are for
      edge: {
        hosts: [
          { host: webHost, service: "web" },
          { host: apiHost, service: "api" },
        ],
        routes: [
          // Paths and times chosen here.
          {
            path: "/assets/*",
            service: "web",
            bucket: "assets",
            cache: { kind: "static", maxAgeSeconds: 86_400, immutable: false },
          },
          {
            path: "/_next/static/*",
            service: "web",
            cache: { kind: "static", maxAgeSeconds: oneYearSeconds, immutable: true },
          },
          { host: webHost, path: "/*", service: "web", cache: { kind: "origin" }, streaming: true }, // L203
          { host: apiHost, path: "/*", service: "api", cache: { kind: "none" }, streaming: true },
        ],
        // CORS is the guide's (L159), all of it chosen here.
        cors: {
          origins: [`https://${webHost}`],
          credentials: true,
          methods: ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"],
          headers: ["Authorization", "Content-Type"],
          maxAgeSeconds: 600,
        },
        // Chosen here: the guide asks for a rate limit and gives no number (L198-202); Anclora's is taken.
        rateRules: [{ name: "all", pathPrefixes: [], requests: 1000, perSeconds: 900, burst: 0 }],
      },
    };
  },
};

/** The API's image, which migrations and upkeep share. */
function server(
  place: Place,
): Pick<WorkloadFacts, "image" | "uid" | "gid" | "writablePaths" | "variables" | "secrets" | "buckets"> {
  return {
    image: "api",
    uid: 1001, // chosen here
    gid: 1001,
    writablePaths: ["/tmp"],
    variables: {
      ...nodeVariables(place),
      PORT: "4000",
      DD_SITE: "datadoghq.com",
      SENTRY_TRACES_SAMPLE_RATE: "0.1",
      // Name chosen here.
      ASSETS_BUCKET: { ref: "bucket.assets.name" },
    },
    secrets: {
      DATABASE_URL: "postgres.url",
      REDIS_URL: "redis.cache.url",
      SENTRY_DSN: "secret.SENTRY_DSN",
      DATADOG_API_KEY: "secret.DATADOG_API_KEY",
      NEW_RELIC_LICENSE_KEY: "secret.NEW_RELIC_LICENSE_KEY",
    },
    buckets: { assets: "read-write" },
  };
}
