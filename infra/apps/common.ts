import type { EgressRule, ProbeSpec } from "../../components/contract";
import type { Place, ProbeFacts } from "./application";

/** Destinations that more than one application calls. All but mail speak HTTPS. */
export const destinations = {
  sentry: { name: "sentry", host: "sentry.io", port: 443 },
  slack: { name: "slack", host: "hooks.slack.com", port: 443 },
  anthropic: { name: "anthropic", host: "api.anthropic.com", port: 443 },
  stripe: { name: "stripe", host: "api.stripe.com", port: 443 },
  datadog: { name: "datadog", host: "api.datadoghq.com", port: 443 },
  newRelic: { name: "new-relic", host: "collector.newrelic.com", port: 443 },
  segment: { name: "segment", host: "api.segment.io", port: 443 },
} as const satisfies Record<string, EgressRule>;

/** Mail submission with STARTTLS (RFC 6409), by the server that the stack names. */
export function mail({ mailHost }: Place): EgressRule {
  return { name: "smtp", host: mailHost, port: 587 };
}

/** One year: static files carry a hash in their name. */
export const oneYearSeconds = 31_536_000;

/**
 * How long a server keeps an idle connection, in seconds. Longer than any load balancer in front of it (on AWS as long as the
 * longest route waits: 60 to 120 s), else the balancer sends a request into a connection that the server is closing, and
 * answers 502 (Elastic Load Balancing, "Troubleshoot your Application Load Balancers").
 */
export const keepAliveSeconds = 125;

/**
 * `NODE_ENV` is `production` everywhere: it chooses code paths; `APP_ENV` names the environment. Next.js reads
 * `KEEP_ALIVE_TIMEOUT`, in milliseconds, by itself; a server of one's own sets its `keepAliveTimeout` by it.
 */
export function nodeVariables({ environment }: Place): Record<string, string> {
  return { NODE_ENV: "production", APP_ENV: environment, KEEP_ALIVE_TIMEOUT: String(keepAliveSeconds * 1000) };
}

/** A probe. Timings that it does not set are Kubernetes' defaults (`infra/resolve/probes.ts`). */
export function probe(facts: ProbeFacts): ProbeFacts {
  return facts;
}

/** An HTTP probe. */
export function http(path: string, patience: Partial<ProbeSpec> = {}): ProbeFacts {
  return probe({ check: { kind: "http", path }, ...patience });
}
