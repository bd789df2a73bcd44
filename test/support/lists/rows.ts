import type { WholeTopology } from "../whole";
import { anotherJob, anotherService, type Beside, copyOf, type Letter, unused } from "./elements";
import type { ListPath } from "./paths";

/** How a list is changed by the tests. */
export type ListRow =
  | {
      /** Another element, or for a record its key and value: the same for the same letter, never what is there already. */
      another: (letter: Letter, beside: Beside) => unknown;
      /** Where the base has fewer to choose from than two. */
      inBase?: 0 | 1;
    }
  /** Why it is not changed here. */
  | { kept: string };

const letterOf = (letter: Letter) => letter.toUpperCase();
const oneCommand: ListRow = { kept: "the words of one command; their order is what they say" };
const ofCluster: ListRow = {
  kept: "what a cluster is like: one rule holds all of them, and no resource has a name of one",
};
const byZone: ListRow = { kept: "one range for each zone, cut from the network: a test of its own adds a zone" };

/** Rows of what every workload has. */
function workloadRows<Prefix extends string>(prefix: Prefix) {
  const row = <Key extends string>(key: Key, value: ListRow) =>
    ({ [`${prefix}.${key}`]: value }) as Record<`${Prefix}.${Key}`, ListRow>;
  return {
    ...row("command", oneCommand),
    ...row("writablePaths", { another: (letter) => `/listed-${letter}` }),
    ...row("variables", { another: (letter) => [`LISTED_${letterOf(letter)}`, "text"] }),
    ...row("secrets", {
      another: (letter) => [`LISTED_SECRET_${letterOf(letter)}`, `secret.LISTED_${letter === "c" ? "B" : "A"}`],
    }),
    ...row("buckets", { another: (_letter, beside) => [unused(["listed-a", "listed-b"], beside), "read"], inBase: 1 }),
    ...row("egress", { another: (_letter, beside) => unused(["listed-a", "listed-b"], beside), inBase: 1 }),
  };
}

const methods = ["GET", "HEAD", "PUT", "POST", "DELETE"];
/** Words that read alike once what no name can hold is gone: names by content must not meet. */
const hosts: Readonly<Record<Letter, string>> = { a: "listed-a.x", b: "listed-a-x", c: "listed.a-x" };
const paths: Readonly<Record<Letter, string>> = { a: "/listed/a/", b: "/listed-a/", c: "/listed.a/" };

/** Every list and record of a topology. A new one does not compile until it has its row. */
export const listRows: Readonly<Record<ListPath, ListRow>> = {
  "network.publicCidrs": byZone,
  "network.privateCidrs": byZone,
  "network.isolatedCidrs": byZone,
  // One port for all three: a rule for a port is no rule of the destination that asked first.
  "network.egress": {
    another: (letter) => ({ name: `listed-${letter}`, host: `listed-${letter}.example`, port: 8443 }),
  },
  "images.references": {
    another: (letter) => [`listed-${letter}`, `${hosts[letter]}.example/listed/app@sha256:${"0".repeat(64)}`],
  },
  "images.registries": { another: (letter) => [`${hosts[letter]}.example`, { username: "listed" }] },
  secrets: {
    another: (letter) =>
      letter === "b"
        ? { kind: "external", name: "LISTED_B", source: "the tests", required: true }
        : { kind: "generated", name: `LISTED_${letterOf(letter)}`, length: 43, version: 1 },
  },
  "postgres.logins": { kept: "the versions of one password; test/changes/rotation.test.ts raises them" },
  redis: {
    another: (letter, { topology }) =>
      copyOf(topology.redis, { name: `listed-${letter}`, roles: [`listed-role-${letter}`] }),
  },
  "redis[].roles": { another: (letter, { owner }) => `${nameOf(owner)}-listed-${letter}` },
  storage: {
    another: (letter, { topology }) => copyOf(topology.storage, { name: `listed-${letter}`, exposure: "edge" }),
  },
  "storage[].cors.origins": { another: (letter) => `https://listed-${letter}.example` },
  "storage[].cors.methods": { another: (_letter, beside) => unused(methods, beside), inBase: 1 },
  "compute.services": { another: anotherService },
  ...workloadRows("compute.services[]"),
  "compute.services[].probes.startup.check.command": oneCommand,
  "compute.services[].probes.readiness.check.command": oneCommand,
  "compute.services[].probes.liveness.check.command": oneCommand,
  "compute.migrations": {
    another: (letter, beside) => ({ ...anotherJob(letter, beside), name: `listed-migration-${letter}` }),
  },
  ...workloadRows("compute.migrations[]"),
  "compute.cronJobs": { another: (letter, beside) => ({ ...anotherJob(letter, beside), schedule: "0 3 * * *" }) },
  ...workloadRows("compute.cronJobs[]"),
  "edge.hosts": {
    another: (letter, { topology }) => ({
      host: `${hosts[letter]}.${topology.edge.domain}`,
      service: letter === "a" ? firstHostService(topology) : "listed-b",
    }),
  },
  "edge.routes": {
    another: (letter, { topology }) => ({
      ...copyOf(topology.edge.routes, { path: `${paths[letter]}*`, cache: { kind: "none" } }),
      service: letter === "a" ? firstHostService(topology) : "listed-b",
      ...(letter === "a" ? { bucket: undefined } : { bucket: letter === "b" ? "listed-a" : "listed-b" }),
    }),
  },
  "edge.redirects": { another: (letter) => ({ from: paths[letter], to: "/", permanent: letter === "a" }) },
  "edge.cors.origins": { another: (letter) => `https://listed-${letter}.example` },
  "edge.cors.methods": { another: (_letter, beside) => unused([...methods, "PATCH", "OPTIONS"], beside), inBase: 1 },
  "edge.cors.headers": { another: (letter) => `X-Listed-${letter}` },
  "edge.waf.rateRules": {
    another: (letter, { topology }) => copyOf(topology.edge.waf.rateRules, { name: `listed-${letter}` }),
  },
  "edge.waf.rateRules[].pathPrefixes": { another: (letter) => `/listed-${letter}/` },
  "edge.waf.deniedExtensions": { another: (letter) => `.listed${letter}` },
  "edge.waf.droppedHeaders": { another: (letter) => `X-Listed-${letter}` },
  "edge.waf.deniedCountries": { another: (_letter, beside) => unused(["KP", "SY", "IR"], beside) },
  "edge.waf.deniedCidrs": {
    another: (letter) => ({ a: "203.0.113.0/28", b: "203.0.113.16/28", c: "203.0.113.32/28" })[letter],
  },
  "platform.kubernetes.dns.ports": ofCluster,
  "platform.kubernetes.dns.nodeCidrs": ofCluster,
  "platform.kubernetes.apiServerPorts": ofCluster,
  "platform.kubernetes.egressCidrs": ofCluster,
  "platform.kubernetes.monitoringLabels": ofCluster,
  "platform.kubernetes.trustedProxies": ofCluster,
  "edge.errorPages": { another: (_letter, beside) => [unused(["405", "414", "416", "501"], beside), "/listed.html"] },
};

/** What tells a resource of an added element: a word that no application has. */
export const ofAddedElement = /listed|203\.0\.113\.|\b(?:KP|SY|IR)\b/i;

function firstHostService({ edge }: WholeTopology): string {
  const [host] = edge.hosts;
  return host?.service ?? "";
}

function nameOf(owner: unknown): string {
  return typeof owner === "object" && owner !== null && "name" in owner ? String(owner.name) : "";
}
