import type { EnvironmentName, ProbeSpec } from "../../components/contract";
import type { Application, Place, WorkloadFacts } from "./application";
import { destinations, http, mail, nodeVariables, probe } from "./common";

/** Differences between environments (guide 003 L100-275). */
const tuning: Readonly<Record<EnvironmentName, Tuning>> = {
  dev: { pool: { minimum: 2, maximum: 10 }, aiTimeoutSeconds: 30, logLevel: "debug" },
  staging: { pool: { minimum: 5, maximum: 20 }, aiTimeoutSeconds: 45, aiRetries: 3, logLevel: "info" },
  prod: {
    pool: { minimum: 10, maximum: 50 },
    aiTimeoutSeconds: 60,
    aiRetries: 5,
    logLevel: "warn",
    aiRateLimit: { requests: 100, windowSeconds: 60 },
  },
};

interface Tuning {
  pool: { minimum: number; maximum: number };
  aiTimeoutSeconds: number;
  aiRetries?: number;
  logLevel: string;
  aiRateLimit?: { requests: number; windowSeconds: number };
}

/** Anclora Render: a Next.js front, an Express API that calls a language model, and a worker (guide 003). */
export const anclora: Application = {
  name: "anclora",
  images: {
    web: "Next.js in standalone output",
    api: "Express behind dumb-init; the worker and the migration run from it too",
  },
  describe: (place) => {
    const { environment } = place;
    const { pool } = tuning[environment];
    const { webHost, apiHost, origins } = hosts(place);
    // 30 s apart, 3 failures (L1012, L1104-1142).
    const watch: Partial<ProbeSpec> = { periodSeconds: 30, failureThreshold: 3 };
    return {
      postgres: {
        version: "15",
        database: "anclora", // chosen here
        user: "anclora", // chosen here
        readReplicas: 1,
        backupWindow: { start: "02:00", durationMinutes: 60 }, // chosen here
        maintenanceWindow: { day: "sunday", start: "04:00", durationMinutes: 60 }, // chosen here
        connectionsPerInstance: { api: pool.maximum, worker: pool.maximum },
      },
      redis: {
        version: "7",
        // Cache and queue are the guide's (L44); what they keep is chosen here.
        roles: {
          cache: { evictionPolicy: "allkeys-lru", persistence: "snapshot" },
          queue: { evictionPolicy: "noeviction", persistence: "append-only" },
        },
      },
      buckets: [
        {
          name: "uploads",
          purpose: "documents that users upload", // chosen here
          exposure: "private",
          cors: { origins, methods: ["GET", "PUT"], maxAgeSeconds: 3600 }, // chosen here
        },
        { name: "rendered", purpose: "rendered documents", exposure: "private" }, // chosen here
        {
          name: "backups",
          purpose: "copies of the database, Redis and uploads",
          exposure: "private",
          expireAfterDays: 30,
        }, // L1517, L1621
      ],
      secrets: [
        { kind: "generated", name: "JWT_SECRET", length: 43 }, // 32 bytes, chosen here
        {
          kind: "external",
          name: "ANTHROPIC_API_KEY",
          source: "Anthropic console; one key per environment",
          required: true,
        },
        { kind: "external", name: "SENTRY_DSN", source: "Sentry, project settings, client keys", required: true },
        {
          kind: "external",
          name: "DATADOG_API_KEY",
          source: "Datadog, organization settings, API keys",
          required: true,
        },
        { kind: "external", name: "SLACK_WEBHOOK_URL", source: "Slack, incoming webhooks", required: false },
        { kind: "external", name: "SMTP_USER", source: "the mail provider", required: true },
        { kind: "external", name: "SMTP_PASSWORD", source: "the mail provider", required: true },
        // Chosen here: the content security policy names Stripe (L251), the guide's variables do not.
        { kind: "external", name: "STRIPE_SECRET_KEY", source: "Stripe; a test key outside prod", required: true },
        { kind: "external", name: "STRIPE_WEBHOOK_SECRET", source: "Stripe, webhooks", required: true },
      ],
      services: [
        {
          name: "web",
          image: "web",
          kind: "web",
          command: ["node", "server.js"],
          port: 3000,
          uid: 1001,
          gid: 1001,
          requests: { cpuMillicores: 250, memoryMiB: 256 }, // chosen here
          limits: { cpuMillicores: 500, memoryMiB: 512 }, // chosen here
          writablePaths: ["/app/.next/cache", "/tmp"],
          variables: {
            ...nodeVariables(place),
            PORT: "3000",
            HOSTNAME: "0.0.0.0",
            NEXT_PUBLIC_API_URL: `https://${apiHost}`,
            // Set when the image is built; here so that a running instance can say what it is.
            NEXT_PUBLIC_BUILD_TIME: "",
            NEXT_PUBLIC_BUILD_SHA: "",
            NEXT_PUBLIC_BUILD_REF: "",
          },
          secrets: { SENTRY_DSN: "secret.SENTRY_DSN" },
          buckets: {},
          egress: [destinations.sentry.name],
          probes: {
            startup: http("/", { periodSeconds: 10, timeoutSeconds: 5, failureThreshold: 30 }), // chosen here
            readiness: http("/", { ...watch, timeoutSeconds: 5 }), // L1012
            liveness: probe({ check: { kind: "tcp" }, ...watch, timeoutSeconds: 5 }),
          },
          autoscaling: { minReplicas: 2, maxReplicas: 6, requestsPerMinute: 1000 }, // chosen here
        },
        {
          ...server(place),
          name: "api",
          kind: "api",
          command: ["dumb-init", "node", "dist/server.js"],
          port: 5000,
          requests: { cpuMillicores: 500, memoryMiB: 512 }, // L1104-1142
          limits: { cpuMillicores: 1000, memoryMiB: 1024 },
          probes: {
            startup: http("/api/health", { periodSeconds: 10, timeoutSeconds: 10, failureThreshold: 6 }), // 60 s to start
            readiness: http("/api/health", { ...watch, timeoutSeconds: 10 }),
            liveness: probe({ check: { kind: "tcp" }, ...watch, timeoutSeconds: 10 }),
          },
          autoscaling: { minReplicas: 3, maxReplicas: 9, requestsPerMinute: 1000 }, // three; at most chosen here
          // One at a time, 30 s apart, back on failure.
          rollout: { maxSurge: 1, maxUnavailable: 0, minReadySeconds: 30 },
        },
        {
          ...server(place),
          name: "worker", // chosen here: something has to take the jobs of the queue (L44)
          kind: "worker",
          command: ["dumb-init", "node", "dist/worker.js"],
          // Size and number chosen here.
          requests: { cpuMillicores: 250, memoryMiB: 256 },
          limits: { cpuMillicores: 1000, memoryMiB: 1024 },
          probes: {},
          autoscaling: { minReplicas: 2, maxReplicas: 6 },
          terminationGraceSeconds: 90, // longer than the longest call of the model
        },
      ],
      migration: {
        ...server(place),
        name: "migrate",
        command: ["npm", "run", "db:migrate:production"], // L652
        requests: { cpuMillicores: 250, memoryMiB: 256 }, // chosen here, as the limits
        limits: { cpuMillicores: 1000, memoryMiB: 1024 },
        secrets: { ...server(place).secrets, DATABASE_URL: "postgres.directUrl" },
      },
      egress: [
        // Chosen here: the services that the secrets are for.
        destinations.anthropic,
        destinations.stripe,
        destinations.sentry,
        destinations.datadog,
        destinations.slack,
        mail(place),
      ],
      edge: {
        hosts: [
          { host: webHost, service: "web" },
          { host: apiHost, service: "api" },
        ],
        routes: [
          { path: "/api/ai/*", service: "api", cache: { kind: "none" }, timeoutSeconds: 60, streaming: true }, // L217
          { path: "/api/*", service: "api", cache: { kind: "none" } },
          // Chosen here, down to the pages: names in it carry a hash.
          {
            path: "/_next/static/*",
            service: "web",
            cache: { kind: "static", maxAgeSeconds: 31_536_000, immutable: true },
          },
          { host: webHost, path: "/*", service: "web", cache: { kind: "origin" } },
          { host: apiHost, path: "/*", service: "api", cache: { kind: "none" } },
        ],
        headers: {
          // L249-256; its own API is added here
          contentSecurityPolicy: [
            "default-src 'self'",
            "script-src 'self' 'unsafe-inline' https://js.stripe.com https://challenges.cloudflare.com",
            "style-src 'self' 'unsafe-inline' https://fonts.googleapis.com",
            "font-src 'self' https://fonts.gstatic.com",
            "img-src 'self' data: https:",
            // Browsers send files to the bucket by signed addresses.
            `connect-src 'self' https://${apiHost} https://api.anthropic.com https://api.stripe.com {storage}`,
          ].join("; "),
        },
        cors: {
          origins, // L264-267
          credentials: true,
          // Chosen here, down to the age.
          methods: ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"],
          headers: ["Authorization", "Content-Type"],
          maxAgeSeconds: 600,
        },
        rateRules: [{ name: "all", pathPrefixes: [], requests: 1000, perSeconds: 900, burst: 0 }], // L268
      },
    };
  },
};

/** render. and api. in prod (guide 003); elsewhere the stack's domain itself, as in staging.anclora.com. */
function hosts({ environment, domain }: Place): { webHost: string; apiHost: string; origins: string[] } {
  const webHost = environment === "prod" ? `render.${domain}` : domain;
  return { webHost, apiHost: `api.${domain}`, origins: [...new Set([`https://${webHost}`, `https://${domain}`])] };
}

/** The API's image, which the worker and the migration share. */
function server(
  place: Place,
): Pick<WorkloadFacts, "image" | "uid" | "gid" | "writablePaths" | "variables" | "secrets" | "buckets"> {
  const { pool, aiTimeoutSeconds, aiRetries, aiRateLimit, logLevel } = tuning[place.environment];
  return {
    image: "api",
    uid: 1001,
    gid: 1001,
    writablePaths: ["/app/logs", "/tmp"], // L974; logs themselves go to stdout
    variables: {
      ...nodeVariables(place),
      PORT: "5000",
      LOG_LEVEL: logLevel,
      // Names chosen here, down to SMTP_PORT: the guide has these in a file.
      LOG_CONSOLE: "true",
      DB_POOL_MIN: String(pool.minimum),
      DB_POOL_MAX: String(pool.maximum),
      DB_SSL_CA_PATH: { ref: "postgres.caPath" },
      AI_TIMEOUT_MS: String(aiTimeoutSeconds * 1000),
      ...(aiRetries === undefined ? {} : { AI_RETRIES: String(aiRetries) }),
      ...(aiRateLimit === undefined
        ? {}
        : { AI_RATE_LIMIT: String(aiRateLimit.requests), AI_RATE_WINDOW_MS: String(aiRateLimit.windowSeconds * 1000) }),
      CORS_ORIGINS: hosts(place).origins.join(","),
      UPLOADS_BUCKET: { ref: "bucket.uploads.name" },
      RENDERED_BUCKET: { ref: "bucket.rendered.name" },
      SMTP_HOST: mail(place).host,
      SMTP_PORT: String(mail(place).port),
    },
    secrets: {
      DATABASE_URL: "postgres.url",
      REDIS_URL: "redis.cache.url",
      QUEUE_REDIS_URL: "redis.queue.url", // name chosen here
      JWT_SECRET: "secret.JWT_SECRET",
      ANTHROPIC_API_KEY: "secret.ANTHROPIC_API_KEY",
      SENTRY_DSN: "secret.SENTRY_DSN",
      DATADOG_API_KEY: "secret.DATADOG_API_KEY",
      SLACK_WEBHOOK_URL: "secret.SLACK_WEBHOOK_URL",
      SMTP_USER: "secret.SMTP_USER",
      SMTP_PASSWORD: "secret.SMTP_PASSWORD",
      STRIPE_SECRET_KEY: "secret.STRIPE_SECRET_KEY",
      STRIPE_WEBHOOK_SECRET: "secret.STRIPE_WEBHOOK_SECRET",
    },
    buckets: { uploads: "read-write", rendered: "read-write" },
  };
}
