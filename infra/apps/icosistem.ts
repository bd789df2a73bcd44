import type { Application, Place, WorkloadFacts } from "./application";
import { destinations, http, keepAliveSeconds, mail, oneYearSeconds, probe } from "./common";

/** Icosistem: a Flask application with Celery workers and a scheduler (guide 001). */
export const icosistem: Application = {
  name: "icosistem",
  images: { app: "Python 3.11, gunicorn, Celery and the Flask command line" },
  describe: (place) => ({
    postgres: {
      version: "15", // 15.4 or newer, guide 001 L191
      database: "icosistem",
      user: "icosistem_user",
      readReplicas: 1, // guide 001 L55, L76
      backupWindow: { start: "03:00", durationMinutes: 60 }, // L203
      maintenanceWindow: { day: "sunday", start: "04:00", durationMinutes: 60 }, // L204
      // Chosen here: SQLAlchemy's default pool of 5 and 10 overflow is shared by the greenlets of a worker process.
      connectionsPerInstance: { web: 60, worker: 10, beat: 1 },
    },
    redis: {
      version: "7", // L82-84
      roles: {
        // Evictions chosen here: sessions and cached pages may go; a user signs in again.
        cache: { evictionPolicy: "allkeys-lru", persistence: "append-only" }, // guide 001 L82-84
        session: { evictionPolicy: "allkeys-lru", persistence: "append-only" },
        "rate-limit": { evictionPolicy: "allkeys-lru", persistence: "append-only" }, // L2301
        // Celery's queue must not forget a task.
        broker: { evictionPolicy: "noeviction", persistence: "append-only" },
      },
    },
    buckets: [{ name: "uploads", purpose: "files that users upload", exposure: "private" }],
    secrets: [
      { kind: "generated", name: "SECRET_KEY", length: 43 }, // 32 bytes
      { kind: "generated", name: "JWT_SECRET_KEY", length: 43 },
      { kind: "generated", name: "BACKUP_ENCRYPTION_KEY", length: 43 }, // L2251
      { kind: "external", name: "SENTRY_DSN", source: "Sentry, project settings, client keys", required: true },
      { kind: "external", name: "MAIL_PASSWORD", source: "the mail provider", required: true },
      { kind: "external", name: "SLACK_WEBHOOK_URL", source: "Slack, incoming webhooks", required: false },
    ],
    services: [
      {
        ...base(place),
        name: "web",
        kind: "web",
        port: 8000,
        // guide 001 L924
        command: [
          "gunicorn",
          "--bind=0.0.0.0:8000",
          "--workers=4",
          "--worker-class=gevent",
          "--worker-connections=1000",
          "--max-requests=1000",
          "--timeout=30",
          `--keep-alive=${keepAliveSeconds}`, // gunicorn's own two seconds are less than any load balancer's
          "run:app",
        ],
        requests: { cpuMillicores: 250, memoryMiB: 256 }, // L1508-1514
        limits: { cpuMillicores: 500, memoryMiB: 512 },
        probes: {
          startup: http("/health", { failureThreshold: 30, timeoutSeconds: 3 }), // chosen here: five minutes to start
          readiness: http("/health/ready", { initialDelaySeconds: 5, timeoutSeconds: 3 }), // L1521-1526
          liveness: http("/health", { initialDelaySeconds: 30, timeoutSeconds: 10 }), // L1515-1520
        },
        autoscaling: {
          minReplicas: 3, // L1676-1703
          maxReplicas: 10,
          cpuPercent: 70,
          memoryPercent: 80,
          requestsPerMinute: 1000, // guide 002: more than 1000 requests a minute, per replica
          scaleDown: { windowSeconds: 300, instances: 1, periodSeconds: 60 },
          scaleUp: { windowSeconds: 60, instances: 2, periodSeconds: 60 },
        },
      },
      {
        ...base(place),
        name: "worker",
        kind: "worker",
        command: ["celery", "-A", "app.celery", "worker", "--loglevel=info", "--concurrency=2"], // L809
        requests: { cpuMillicores: 100, memoryMiB: 128 }, // L1578-1584
        limits: { cpuMillicores: 250, memoryMiB: 256 },
        // Chosen here: Celery's own ping. It asks the broker, so it is patient.
        probes: {
          liveness: probe({
            // Its own answer counts, not that of another worker of the same broker.
            check: { kind: "exec", command: ["sh", "-c", `${ping} --destination "celery@$(hostname)"`] },
            initialDelaySeconds: 30,
            periodSeconds: 60,
            timeoutSeconds: 15,
            failureThreshold: 5,
          }),
        },
        autoscaling: { minReplicas: 2, maxReplicas: 2 }, // L1551
        terminationGraceSeconds: 60, // chosen here: a running task may finish
      },
      {
        ...base(place),
        name: "beat",
        kind: "scheduler",
        // The schedule's path is chosen here, below the directory of L844.
        command: ["celery", "-A", "app.celery", "beat", "--loglevel=info", "--schedule=/app/celerybeat/schedule"],
        requests: { cpuMillicores: 50, memoryMiB: 64 }, // L1610-1616
        limits: { cpuMillicores: 100, memoryMiB: 128 },
        writablePaths: ["/tmp", "/app/celerybeat"], // L844
        probes: {}, // no requests to answer: only the running process can be checked
        autoscaling: { minReplicas: 1, maxReplicas: 1 }, // exactly one
      },
    ],
    migration: {
      ...base(place),
      name: "migrate",
      command: ["flask", "db", "upgrade"], // L1530
      requests: { cpuMillicores: 250, memoryMiB: 256 }, // chosen here: as large as web
      limits: { cpuMillicores: 500, memoryMiB: 512 },
      // Migrations change the schema in long transactions: not through the pooler.
      secrets: { ...base(place).secrets, DATABASE_URL: "postgres.directUrl" },
    },
    egress: [mail(place), destinations.sentry, destinations.slack], // chosen here: what the secrets are for
    edge: {
      hosts: hosts(place).map((host) => ({ host, service: "web" })), // L1636
      routes: [
        {
          path: "/static/*",
          service: "web",
          cache: { kind: "static", maxAgeSeconds: oneYearSeconds, immutable: true },
        },
        { path: "/auth", service: "web", cache: { kind: "none" } }, // no-store, L2389
        { path: "/auth/*", service: "web", cache: { kind: "none" } },
        { path: "/api/*", service: "web", cache: { kind: "none" } }, // chosen here
        { path: "/*", service: "web", cache: { kind: "origin" }, websocket: true }, // L1080
      ],
      headers: {
        contentSecurityPolicy:
          "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'", // SECURITY_HEADERS
      },
      rateRules: [
        { name: "api", pathPrefixes: ["/api/"], requests: 10, perSeconds: 1, burst: 20 }, // L984
        { name: "login", pathPrefixes: ["/auth/login", "/auth/register"], requests: 1, perSeconds: 1, burst: 5 }, // L1055
      ],
      deniedExtensions: [".php", ".jsp", ".pl", ".py", ".asp", ".sh", ".cgi"], // L1034
      droppedHeaders: ["X-Forwarded-Host", "X-Original-URL"], // L2376
      errorPages: {
        // L1091
        "404": "/404.html",
        "500": "/50x.html",
        "502": "/50x.html",
        "503": "/50x.html",
        "504": "/50x.html",
      },
    },
  }),
};

const ping = "celery -A app.celery inspect ping --timeout=10";

function hosts({ domain }: Place): string[] {
  return [domain, `www.${domain}`];
}

function base(
  place: Place,
): Pick<WorkloadFacts, "image" | "uid" | "gid" | "writablePaths" | "variables" | "secrets" | "buckets"> {
  return {
    image: "app",
    uid: 1000, // chosen here: the first uid of useradd, which the image's Dockerfile calls
    gid: 1000,
    writablePaths: ["/tmp"], // chosen here
    variables: {
      APP_ENV: place.environment,
      FLASK_ENV: "production",
      FLASK_DEBUG: "0",
      LOG_LEVEL: "INFO",
      LOG_JSON_FORMAT: "true",
      WORKER_CONCURRENCY: "2",
      DATABASE_HOST: { ref: "postgres.host" },
      // Decided here: no DB_SSL_CERT_PATH and DB_SSL_KEY_PATH (L2216). RDS takes no client certificates; the client
      // proves itself by its password, over TLS that verifies the server (verify-full).
      DB_SSL_MODE: { ref: "postgres.sslMode" },
      DB_SSL_CA_PATH: { ref: "postgres.caPath" },
      REDIS_HOST: { ref: "redis.cache.host" },
      SESSION_COOKIE_SECURE: "true",
      SESSION_COOKIE_HTTPONLY: "true",
      SESSION_COOKIE_SAMESITE: "Strict",
      WTF_CSRF_ENABLED: "true",
      SECURITY_HEADERS_ENABLED: "false", // one layer sets headers: the edge
      RATE_LIMIT_ENABLED: "true",
      RATE_LIMIT_PER_MINUTE: "60", // L2239
      RATE_LIMIT_PER_HOUR: "1000",
      RATELIMIT_DEFAULT: "100 per hour", // Flask-Limiter's own, L2300
      FILE_UPLOAD_MAX_SIZE: "10485760", // L2248
      ALLOWED_EXTENSIONS: "pdf,doc,docx,jpg,jpeg,png",
      // Names chosen here, down to MAIL_PORT.
      UPLOAD_BUCKET: { ref: "bucket.uploads.name" },
      UPLOAD_PATH: "uploads/", // a key prefix: uploads live in the bucket
      MAIL_SERVER: mail(place).host,
      MAIL_PORT: String(mail(place).port),
    },
    secrets: {
      DATABASE_URL: "postgres.url",
      REDIS_URL: "redis.cache.url",
      SESSION_REDIS_URL: "redis.session.url", // name chosen here
      RATELIMIT_STORAGE_URL: "redis.rate-limit.url", // L2301
      CELERY_BROKER_URL: "redis.broker.url", // name chosen here
      REDIS_PASSWORD: "redis.cache.password",
      SECRET_KEY: "secret.SECRET_KEY",
      JWT_SECRET_KEY: "secret.JWT_SECRET_KEY",
      BACKUP_ENCRYPTION_KEY: "secret.BACKUP_ENCRYPTION_KEY",
      SENTRY_DSN: "secret.SENTRY_DSN",
      MAIL_PASSWORD: "secret.MAIL_PASSWORD", // name chosen here
      SLACK_WEBHOOK_URL: "secret.SLACK_WEBHOOK_URL",
    },
    buckets: { uploads: "read-write" },
  };
}
