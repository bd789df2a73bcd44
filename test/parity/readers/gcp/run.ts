import type { PlanResource } from "../../../../preview/model/plan";
import type { Reader } from "../../fact";
import { fields, input, list, type Native, table, textOf } from "../../native";

type Fields = Readonly<Record<string, unknown>>;

/** A workload of Cloud Run, whatever kind runs it. */
export interface RunWorkload {
  name: string;
  resource: PlanResource;
  template: Fields;
  container: Fields;
  envs: Fields[];
  /** Address of its service account. */
  account: string;
}

const templates = {
  "gcp:cloudrunv2/service:Service": "template",
  "gcp:cloudrunv2/workerPool:WorkerPool": "template",
  "gcp:cloudrunv2/job:Job": "template.template",
} as const;

/** The workloads. */
export function services(native: Native): RunWorkload[] {
  return Object.entries(templates).flatMap(([type, path]) =>
    native.all(type, "compute").map((resource) => {
      const template = fields(input(resource, path));
      const container = fields(list(template.containers)[0]);
      return {
        name: textOf(container.name),
        resource,
        template,
        container,
        envs: list(container.envs).map(fields),
        account: textOf(template.serviceAccount),
      };
    }),
  );
}

/** One value for each workload. */
export function ofWorkloads(value: (workload: RunWorkload, native: Native) => unknown): Reader {
  return (native) =>
    table(
      services(native),
      ({ name }) => name,
      (workload) => value(workload, native),
    );
}

/** One value for each workload that runs all the time. */
export function ofServices(value: (workload: RunWorkload, native: Native) => unknown): Reader {
  return (native) =>
    table(
      services(native).filter(({ resource }) => !resource.type.endsWith(":Job")),
      ({ name }) => name,
      (workload) => value(workload, native),
    );
}

/** One value for each job. */
export function ofJobs(value: (workload: RunWorkload, native: Native) => unknown): Reader {
  return (native) =>
    table(
      services(native).filter(({ resource }) => resource.type.endsWith(":Job")),
      ({ name }) => name,
      (workload) => value(workload, native),
    );
}
