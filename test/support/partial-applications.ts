import type { Topology } from "../../components/contract";
import type { TargetName } from "../../components/targets";
import type { Application, ApplicationFacts } from "../../infra/apps/application";
import { checkConfig } from "../../infra/config/checks";
import { ConfigProblems } from "../../infra/config/parser/problems";
import { resolve } from "../../infra/resolve";
import { parsedOf, rawOf, validConfig } from "../infra/support/configs";
import { applicationNamed } from "./fixture/applications";

const nothing = { buckets: [], secrets: [], services: [], egress: [] } satisfies ApplicationFacts;
const size = { cpuMillicores: 250, memoryMiB: 512 };
const workload = {
  image: "web",
  uid: 1001,
  gid: 1001,
  requests: size,
  limits: size,
  writablePaths: ["/tmp"],
  variables: { LOG_LEVEL: "info" },
  secrets: {},
  buckets: {},
};
const web = {
  ...workload,
  name: "web",
  kind: "web",
  port: 3000,
  autoscaling: { minReplicas: 1, maxReplicas: 2 },
  probes: { readiness: { check: { kind: "http", path: "/health" } } },
} as const satisfies ApplicationFacts["services"][number];
const site = { name: "site", purpose: "files of the site", exposure: "edge" } as const;

/** Applications that leave out much of what an application may have, each at `shop.test`. */
export const partialFacts = {
  "only storage and edge": {
    ...nothing,
    buckets: [site],
    edge: {
      hosts: [{ host: "shop.test" }],
      routes: [{ path: "/*", bucket: "site", cache: { kind: "static", maxAgeSeconds: 60, immutable: false } }],
      rateRules: [],
    },
  },
  "only compute": {
    ...nothing,
    services: [
      web,
      { ...workload, name: "worker", kind: "worker", probes: {}, autoscaling: { minReplicas: 1, maxReplicas: 1 } },
    ],
    cronJobs: [{ ...workload, name: "report", schedule: "0 3 * * *" }],
  },
  "compute and edge": {
    ...nothing,
    services: [web],
    edge: { hosts: [{ host: "shop.test", service: "web" }], routes: [], rateRules: [] },
  },
} as const satisfies Record<string, ApplicationFacts>;

/** The small application's place with other facts: everything else of the program is as it is. */
function applicationOf(facts: ApplicationFacts): Application {
  const images: Record<string, string> = facts.services.length === 0 ? {} : { web: "the image" };
  return { ...applicationNamed("small"), images, describe: () => facts };
}

/** The topology of such an application on a target, and what the config's checks say of it. */
export function partialTopology(
  facts: ApplicationFacts,
  cloud: TargetName,
): { topology: Topology; problems: string[] } {
  const application = applicationOf(facts);
  const raw = rawOf(validConfig("small", cloud, "prod"));
  const { config } = parsedOf(raw);
  const own = { ...config, images: facts.services.length === 0 ? {} : config.images };
  const problems = new ConfigProblems();
  checkConfig(own, application, raw, problems);
  return { topology: resolve(own, application).value, problems: problems.problems.map(({ message }) => message) };
}
