import { validConfig } from "../../support/configs";
import { type BrokenConfig, onCluster } from "./row";

const external = "one of SENTRY_DSN, MAIL_PASSWORD, SLACK_WEBHOOK_URL";
const generated = "one of SECRET_KEY, JWT_SECRET_KEY, BACKUP_ENCRYPTION_KEY, postgres, postgres.admin, redis.cache";

/** Secrets and their versions. Values of secrets are in no message. */
export const brokenSecrets: readonly BrokenConfig[] = [
  {
    name: "a secret that the application has not got",
    change: { secrets: { SENTRY: "hunter2" } },
    messages: [`isotopo:secrets.SENTRY is no secret of fixture; allowed: ${external}`],
  },
  {
    name: "a secret of another application",
    base: validConfig("small"),
    change: { secrets: { ANTHROPIC_API_KEY: "hunter2" } },
    messages: [
      "isotopo:secrets.ANTHROPIC_API_KEY is no secret of small; " +
        "allowed: no key: the application has no external secrets",
    ],
  },
  {
    name: "a secret that is generated",
    change: { secrets: { SECRET_KEY: "hunter2" } },
    messages: [`isotopo:secrets.SECRET_KEY is generated, and so not given; allowed: ${external}`],
  },
  {
    name: "an empty secret",
    change: { secrets: { SENTRY_DSN: "" } },
    messages: ["isotopo:secrets.SENTRY_DSN is an empty text; allowed: a text that is not empty"],
  },
  {
    name: "a secret that is a number",
    change: { secrets: { SENTRY_DSN: 5 } },
    messages: ["isotopo:secrets.SENTRY_DSN is a number; allowed: a text"],
  },
  {
    name: "a secret with keys",
    change: { secrets: { SENTRY_DSN: { value: "hunter2" } } },
    messages: ["isotopo:secrets.SENTRY_DSN is a set of keys and values; allowed: a text"],
  },
  {
    name: "a secret in a list",
    change: { secrets: { SENTRY_DSN: ["hunter2"] } },
    messages: ["isotopo:secrets.SENTRY_DSN is a list; allowed: a text"],
  },
  {
    name: "a secret that is nothing",
    change: { secrets: { SENTRY_DSN: null } },
    messages: ["isotopo:secrets.SENTRY_DSN is nothing; allowed: a text"],
  },
  {
    name: "a secret that is a switch",
    change: { secrets: { SENTRY_DSN: true } },
    messages: ["isotopo:secrets.SENTRY_DSN is true or false; allowed: a text"],
  },
  {
    name: "secrets that are a text",
    change: { secrets: "hunter2" },
    messages: ["isotopo:secrets is a text; allowed: a set of keys and values"],
  },
  {
    name: "secrets that are a quoted text",
    change: { secrets: '"hunter2"' },
    messages: ["isotopo:secrets is a text; allowed: a set of keys and values"],
  },
  {
    name: "secrets in a list",
    change: { secrets: ["hunter2"] },
    messages: ["isotopo:secrets is a list; allowed: a set of keys and values"],
  },
  {
    name: "a rotation of what is not generated",
    change: { rotate: { SENTRY_DSN: 2 } },
    messages: [`isotopo:rotate.SENTRY_DSN is no generated secret; allowed: ${generated}, redis.queue`],
  },
  {
    name: "a rotation of Redis as a whole",
    change: { rotate: { redis: 2 } },
    messages: [`isotopo:rotate.redis is no generated secret; allowed: ${generated}, redis.queue`],
  },
  {
    name: "a rotation of an instance that dev shares",
    base: onCluster,
    change: { rotate: { "redis.queue": 2 } },
    messages: [`isotopo:rotate.redis.queue is no generated secret; allowed: ${generated}`],
  },
  {
    name: "a rotation to the first version",
    change: { rotate: { postgres: 1 } },
    messages: ["isotopo:rotate.postgres is 1; allowed: 2 or more; the first version is 1"],
  },
  {
    name: "a rotation by half",
    change: { rotate: { postgres: 2.5 } },
    messages: ["isotopo:rotate.postgres is 2.5; allowed: a whole number"],
  },
  {
    name: "a rotation to a text",
    change: { rotate: { postgres: "2" } },
    messages: ['isotopo:rotate.postgres is "2"; allowed: a whole number'],
  },
  {
    name: "a rotation without a name",
    change: { rotate: 2 },
    messages: ["isotopo:rotate is 2; allowed: a set of keys and values"],
  },
];
