import { type ComputeSpec, physicalName, type WorkloadSpec } from "../../contract";
import { longestName } from "./service";

/** Log entries of the databases: what they log by their flags, and who was refused. */
export function databaseLogFilter(project: string, instances: readonly string[]): string {
  const ids = instances.map((instance) => `"${project}:${instance}"`).join(" OR ");
  return `(resource.type="cloudsql_database" AND resource.labels.database_id=(${ids}))`;
}

/**
 * Log entries of the workloads' containers, in Cloud Logging's own language. Resource types and their labels: Cloud
 * Logging documentation, "Monitored resource types".
 */
export function containerLogFilter(contextName: string, { services, migrations, cronJobs }: ComputeSpec): string {
  const kinds: [type: string, label: string, workloads: readonly WorkloadSpec[]][] = [
    ["cloud_run_revision", "service_name", services.filter(({ port }) => port !== undefined)],
    ["cloud_run_worker_pool", "worker_pool_name", services.filter(({ port }) => port === undefined)],
    ["cloud_run_job", "job_name", [...migrations, ...cronJobs]],
  ];
  return kinds
    .filter(([, , workloads]) => workloads.length > 0)
    .map(([type, label, workloads]) => {
      const names = workloads.map(({ name }) => `"${physicalName([contextName, name], longestName)}"`).join(" OR ");
      return `(resource.type="${type}" AND resource.labels.${label}=(${names}))`;
    })
    .join(" OR ");
}
