import assert from "node:assert/strict";
import { topologyOf } from "../support/configs";
import { factsOf, sized, told } from "../support/facts";
import { named } from "../support/picks";
import { describeDecisionsOf } from "./decisions";
import { describeStacksOf } from "./stacks";

const facts = factsOf("icosistem");
const web = named(facts.services, "web");
const worker = named(facts.services, "worker");
const beat = named(facts.services, "beat");

describe("icosistem's workloads (guide 001)", () => {
  it("web: gunicorn with 4 gevent workers on 8000", () => {
    assert.equal(web.port, 8000);
    assert.deepEqual(
      web.command?.filter((word) => !word.startsWith("--bind")),
      [
        "gunicorn",
        "--workers=4",
        "--worker-class=gevent",
        "--worker-connections=1000",
        "--max-requests=1000",
        "--timeout=30",
        "--keep-alive=125",
        "run:app",
      ],
    );
    assert.ok(web.command?.includes("--bind=0.0.0.0:8000"));
  });

  it("worker, beat and migration: their commands", () => {
    assert.equal(worker.command?.join(" "), "celery -A app.celery worker --loglevel=info --concurrency=2");
    assert.match(beat.command?.join(" ") ?? "", /^celery -A app\.celery beat --loglevel=info( |$)/);
    assert.equal(facts.migration?.command?.join(" "), "flask db upgrade");
  });

  it("sizes", () => {
    assert.equal(sized(web), "250m 256Mi, 500m 512Mi");
    assert.equal(sized(worker), "100m 128Mi, 250m 256Mi");
    assert.equal(sized(beat), "50m 64Mi, 100m 128Mi");
  });

  it("kinds: beat is the one that runs once", () => {
    assert.deepEqual(
      facts.services.map(({ name, kind }) => [name, kind]),
      [
        ["web", "web"],
        ["worker", "worker"],
        ["beat", "scheduler"],
      ],
    );
  });

  it("web: lives by /health, serves by /health/ready", () => {
    assert.equal(told(web.probes.liveness), "/health after 30 every 10 within 10 up to 3");
    assert.equal(told(web.probes.readiness), "/health/ready after 5 every 10 within 3 up to 3");
  });

  it("worker: a probe without HTTP", () => assert.equal(worker.probes.liveness?.check.kind, "exec"));

  it("web: 3 to 10, CPU 70 %, memory 80 %, 1000 requests a minute, fast up and slowly down", () => {
    assert.deepEqual(named(topologyOf("icosistem").compute.services, "web").autoscaling, {
      minReplicas: 3,
      maxReplicas: 10,
      cpuPercent: 70,
      memoryPercent: 80,
      requestsPerMinute: 1000,
      scaleDown: { windowSeconds: 300, instances: 1, periodSeconds: 60 },
      scaleUp: { windowSeconds: 60, instances: 2, periodSeconds: 60 },
    });
  });

  it("worker: two; beat: one", () => {
    assert.deepEqual(worker.autoscaling, { minReplicas: 2, maxReplicas: 2 });
    assert.deepEqual(beat.autoscaling, { minReplicas: 1, maxReplicas: 1 });
  });

  it("beat: writes its schedule", () => assert.ok(beat.writablePaths.includes("/app/celerybeat")));
});

describe("icosistem's variables and secrets (guide 001)", () => {
  it("every variable of the guide", () => {
    const expected = [
      ...["FLASK_ENV", "FLASK_DEBUG", "DATABASE_HOST", "REDIS_HOST", "LOG_LEVEL", "LOG_JSON_FORMAT"],
      ...["WORKER_CONCURRENCY", "WTF_CSRF_ENABLED", "SECURITY_HEADERS_ENABLED", "FILE_UPLOAD_MAX_SIZE"],
      ...["ALLOWED_EXTENSIONS", "UPLOAD_PATH", "SESSION_COOKIE_SECURE", "SESSION_COOKIE_HTTPONLY"],
      ...["SESSION_COOKIE_SAMESITE", "RATE_LIMIT_ENABLED", "DB_SSL_MODE", "DB_SSL_CA_PATH"],
    ];
    assert.deepEqual(
      expected.filter((name) => !(name in web.variables)),
      [],
    );
    assert.equal(web.variables.WORKER_CONCURRENCY, "2");
    assert.deepEqual(web.variables.DATABASE_HOST, { ref: "postgres.host" });
  });

  it("no client certificate and key for the database (L2216): RDS takes none; a password, over verified TLS", () => {
    assert.deepEqual(
      ["DB_SSL_CERT_PATH", "DB_SSL_KEY_PATH"].filter((name) => name in web.variables || name in web.secrets),
      [],
    );
    assert.deepEqual(web.variables.DB_SSL_MODE, { ref: "postgres.sslMode" });
    assert.deepEqual(web.variables.DB_SSL_CA_PATH, { ref: "postgres.caPath" });
    assert.equal(web.secrets.DATABASE_URL, "postgres.url");
  });

  it("the guide's limits of rate and uploads (L2239, L2248, L2300)", () => {
    const { RATE_LIMIT_PER_MINUTE, RATE_LIMIT_PER_HOUR, RATELIMIT_DEFAULT, FILE_UPLOAD_MAX_SIZE } = web.variables;
    assert.deepEqual([RATE_LIMIT_PER_MINUTE, RATE_LIMIT_PER_HOUR, RATELIMIT_DEFAULT], ["60", "1000", "100 per hour"]);
    assert.equal(FILE_UPLOAD_MAX_SIZE, "10485760");
  });

  it("production everywhere, by its own name of the environment", () => {
    for (const environment of ["dev", "staging", "prod"] as const) {
      const { variables } = named(factsOf("icosistem", environment).services, "web");
      assert.deepEqual(
        [variables.FLASK_ENV, variables.FLASK_DEBUG, variables.APP_ENV],
        ["production", "0", environment],
      );
    }
  });

  it("secrets: the guide's, of which the keys are generated", () => {
    const expected = {
      DATABASE_URL: "postgres.url",
      REDIS_URL: "redis.cache.url",
      REDIS_PASSWORD: "redis.cache.password",
      SECRET_KEY: "secret.SECRET_KEY",
      JWT_SECRET_KEY: "secret.JWT_SECRET_KEY",
      BACKUP_ENCRYPTION_KEY: "secret.BACKUP_ENCRYPTION_KEY",
      SENTRY_DSN: "secret.SENTRY_DSN",
      MAIL_PASSWORD: "secret.MAIL_PASSWORD",
      SLACK_WEBHOOK_URL: "secret.SLACK_WEBHOOK_URL",
    };
    assert.deepEqual({ ...web.secrets, ...expected }, web.secrets);
    const generated = facts.secrets.filter(({ kind }) => kind === "generated");
    assert.deepEqual(generated, [
      { kind: "generated", name: "SECRET_KEY", length: 43 },
      { kind: "generated", name: "JWT_SECRET_KEY", length: 43 },
      { kind: "generated", name: "BACKUP_ENCRYPTION_KEY", length: 43 },
    ]);
  });

  it("the migration passes by the pooler, the others through it", () => {
    assert.equal(facts.migration?.secrets.DATABASE_URL, "postgres.directUrl");
    assert.equal(worker.secrets.DATABASE_URL, "postgres.url");
    assert.equal(worker.secrets.CELERY_BROKER_URL, "redis.broker.url");
  });
});

describeDecisionsOf("icosistem");
describeStacksOf("icosistem", { sendsMail: true });
