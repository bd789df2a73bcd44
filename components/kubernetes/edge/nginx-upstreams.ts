import { kept } from "../drain";
import { indent } from "./lines";

/** Marks in the configuration, in whose place the Pod's start writes what only the cluster knows. */
export const marks = {
  /** Addresses of its DNS servers. */
  resolvers: "@resolvers@",
  /** Its domain: `cluster.local`, unless the cluster was made with another. */
  domain: "@cluster-domain@",
} as const;

/**
 * A group per service that has a port. Its name is looked up while nginx runs: one that is not known yet, or no more, fails
 * the requests of its own routes and no others, and nginx starts without it (`resolve`, from nginx 1.27.3).
 */
export function upstreams(ports: Readonly<Record<string, number>>, namespace: string): string[] {
  return [
    `resolver ${marks.resolvers};`,
    "resolver_timeout 5s;",
    ...Object.entries(ports).flatMap(([service, port]) => [
      `upstream ${service} {`,
      ...indent([
        `zone ${service} 64k;`,
        // One address serves all Pods: counting failures would only take the service away for ten seconds.
        `server ${service}.${namespace}.svc.${marks.domain}:${port} resolve max_fails=0;`,
        // An idle connection is closed here before the service closes it, or a request could meet a closed connection: by
        // default gunicorn waits two seconds, Node.js five. A busy connection has left its Pod before that Pod stops.
        "keepalive 32;",
        `keepalive_timeout ${kept.idleSeconds}s;`,
        `keepalive_time ${kept.ageSeconds}s;`,
      ]),
      "}",
    ]),
  ];
}
