import type { Application } from "./application";
import { destinations, http, nodeVariables, oneYearSeconds, probe } from "./common";

/** Mesio: one server-rendered Next.js application (guide 000). */
export const mesio: Application = {
  name: "mesio",
  images: { web: "Next.js in standalone output, amd64 and arm64" },
  describe: (place) => {
    const appHost = place.domain;
    const apiHost = `api.${place.domain}`; // guide 000 L255
    const immutable = { kind: "static", maxAgeSeconds: oneYearSeconds, immutable: true } as const;
    return {
      postgres: {
        version: "17", // "14+", guide 000 L222; 14 left support in November 2026, 17 is the newest that all clouds make
        database: "mesio",
        user: "mesio", // the guide's "postgres" is reserved by CloudNativePG, RDS and others
        readReplicas: 0,
        // Chosen here: the night hours of the guides' region.
        backupWindow: { start: "02:00", durationMinutes: 60 },
        maintenanceWindow: { day: "sunday", start: "04:00", durationMinutes: 60 },
        connectionsPerInstance: { web: 10 }, // chosen here
      },
      redis: { version: "7", roles: { cache: { evictionPolicy: "allkeys-lru", persistence: "snapshot" } } }, // L826
      buckets: [{ name: "assets", purpose: "static files of the build", exposure: "edge" }], // mesio-assets, L239
      secrets: [{ kind: "generated", name: "NEXTAUTH_SECRET", length: 43 }], // 32 bytes, chosen here
      services: [
        {
          name: "web",
          image: "web",
          kind: "web",
          command: ["node", "server.js"], // L357
          port: 3000, // L352
          uid: 1001,
          gid: 1001,
          requests: { cpuMillicores: 1000, memoryMiB: 1024 }, // 1024 MB, L279; the processor is chosen here
          limits: { cpuMillicores: 2000, memoryMiB: 2048 }, // L481-551
          writablePaths: ["/app/.next/cache", "/tmp"],
          variables: {
            ...nodeVariables(place),
            PORT: "3000",
            HOSTNAME: "0.0.0.0",
            LOG_LEVEL: "info",
            NEXT_PUBLIC_APP_URL: `https://${appHost}`,
            NEXT_PUBLIC_API_URL: `https://${apiHost}`,
            NEXT_PUBLIC_PWA_ENABLED: "true",
            // Public identifiers, empty until the stack's owner has them: analytics stay off.
            NEXT_PUBLIC_GA_ID: "",
            NEXT_PUBLIC_SEGMENT_WRITE_KEY: "",
            NEXT_PUBLIC_SENTRY_DSN: "",
            NEXTAUTH_URL: `https://${appHost}`,
          },
          secrets: {
            DATABASE_URL: "postgres.url",
            REDIS_URL: "redis.cache.url", // chosen here
            NEXTAUTH_SECRET: "secret.NEXTAUTH_SECRET",
          },
          buckets: { assets: "read" },
          // Patience chosen here.
          probes: {
            startup: http("/api/health", { failureThreshold: 30, timeoutSeconds: 5 }),
            // It answers 503 when the database or Redis is down (L1028-1031), so it is readiness and not liveness.
            readiness: http("/api/health", { timeoutSeconds: 5 }),
            liveness: probe({ check: { kind: "tcp" }, periodSeconds: 30, timeoutSeconds: 5 }),
          },
          // At most 10, L481-551; two are chosen here.
          autoscaling: { minReplicas: 2, maxReplicas: 10, requestsPerMinute: 1000 },
        },
      ],
      egress: [destinations.sentry, destinations.segment], // chosen here: the services of the public identifiers
      edge: {
        hosts: [
          { host: appHost, service: "web" },
          { host: apiHost, service: "web" },
        ],
        routes: [
          { path: "/_next/static/*", service: "web", bucket: "assets", cache: immutable },
          { path: "/static/*", service: "web", bucket: "assets", cache: immutable },
          { path: "/api/*", service: "web", cache: { kind: "none" } },
          { path: "/*", service: "web", cache: { kind: "origin" }, websocket: true }, // L956
        ],
        redirects: [{ from: "/home", to: "/", permanent: true }], // L188
        rateRules: [
          { name: "api", pathPrefixes: ["/api/"], requests: 10, perSeconds: 1, burst: 20 }, // L890
          { name: "login", pathPrefixes: ["/api/auth/login"], requests: 5, perSeconds: 60, burst: 5 },
        ],
      },
    };
  },
};
