import type { CronJobSpec, ServiceSpec, WorkloadSpec } from "../../../components/contract";
import type { WholeTopology } from "../whole";

/** Letters of the elements that the tests add; the first two are in the base already. */
export const letters = ["a", "b", "c"] as const;
export type Letter = (typeof letters)[number];

/** What an element is made from. */
export interface Beside {
  topology: WholeTopology;
  /** What holds the list: a workload, a bucket, a rule. */
  owner: unknown;
  /** What stands in the list already. */
  list: readonly unknown[] | Readonly<Record<string, unknown>>;
}

/** The first of a list that must not be empty. */
function first<T>(list: readonly T[], what: string): T {
  const [only] = list;
  if (only === undefined) throw new Error(`no ${what} to make another one from`);
  return only;
}

/** The first of these that the list has not got. */
export function unused(candidates: readonly string[], { list }: Pick<Beside, "list">): string {
  const taken = Array.isArray(list) ? list : Object.keys(list);
  return first(
    candidates.filter((candidate) => !taken.includes(candidate)),
    `candidate of ${candidates.join(", ")}`,
  );
}

/** A copy of what already stands in the list, so that it is valid whatever the application is. */
export function copyOf<T extends object>(list: readonly T[], change: Partial<T>): T {
  return { ...structuredClone(first(list, "element")), ...change };
}

/** A worker, and for the other letters a service that the load balancer reaches. */
export function anotherService(letter: Letter, { topology }: Beside): ServiceSpec {
  const web = first(
    topology.compute.services.filter(({ kind, port }) => kind === "web" && port !== undefined),
    "service with a port",
  );
  const name = `listed-${letter}`;
  if (letter !== "a") return copyOf([web], { name });
  const { port: _port, ...worker } = copyOf([web], { name, kind: "worker", probes: {} });
  const { requestsPerMinute: _requests, ...autoscaling } = worker.autoscaling;
  return { ...worker, autoscaling };
}

/** A job with what the first service has. */
export function anotherJob(letter: Letter, { topology }: Beside): Omit<CronJobSpec, "schedule"> {
  const service = first(topology.compute.services, "service");
  const {
    port: _port,
    kind: _kind,
    probes: _probes,
    autoscaling: _autoscaling,
    rollout: _rollout,
    ...workload
  } = structuredClone(service);
  const shared: WorkloadSpec = workload;
  return { ...shared, name: `listed-job-${letter}`, timeoutSeconds: 600, retries: 0 };
}
