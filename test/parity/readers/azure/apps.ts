import type { PlanResource } from "../../../../preview/model/plan";
import type { Reader } from "../../fact";
import { fields, input, list, type Native, table, textOf } from "../../native";

type Fields = Readonly<Record<string, unknown>>;

/** A workload of Container Apps: an app, or a job. */
export interface AppWorkload {
  name: string;
  resource: PlanResource;
  container: Fields;
  env: Fields[];
  /** Ids of its identities. */
  identities: unknown[];
  job: boolean;
}

/** The workloads. */
export function apps(native: Native): AppWorkload[] {
  return [
    ...native.all("azure-native:app:ContainerApp", "compute"),
    ...native.all("azure-native:app:Job", "compute"),
  ].map((resource) => {
    const container = fields(input(resource, "template.containers.0"));
    return {
      name: textOf(container.name),
      resource,
      container,
      env: list(container.env).map(fields),
      identities: list(input(resource, "identity.userAssignedIdentities")),
      job: resource.type.endsWith(":Job"),
    };
  });
}

/** One value for each workload. */
export function ofWorkloads(value: (workload: AppWorkload, native: Native) => unknown): Reader {
  return (native) =>
    table(
      apps(native),
      ({ name }) => name,
      (workload) => value(workload, native),
    );
}

/** One value for each service. */
export function ofServices(value: (workload: AppWorkload, native: Native) => unknown): Reader {
  return ofWorkloads((workload, native) => (workload.job ? undefined : value(workload, native)));
}

/** One value for each job. */
export function ofJobs(value: (workload: AppWorkload, native: Native) => unknown): Reader {
  return ofWorkloads((workload, native) => (workload.job ? value(workload, native) : undefined));
}

/** The probe of a kind: `Startup`. */
export function probeOf({ container }: AppWorkload, kind: string): Fields | undefined {
  return list(container.probes)
    .map(fields)
    .find(({ type }) => type === kind);
}

/** A scale rule's target. */
export function ruleOf({ resource }: AppWorkload, name: string): Fields | undefined {
  return list(input(resource, "template.scale.rules"))
    .map(fields)
    .find((rule) => rule.name === name);
}
