import type { PlanResource } from "../../../../preview/model/plan";
import type { Reader } from "../../fact";
import { fields, input, list, type Native, table, textOf } from "../../native";

type Fields = Readonly<Record<string, unknown>>;

/** The Pod of a workload, whatever makes it. */
export interface WorkloadPod {
  name: string;
  pod: Fields;
  container: Fields;
  env: Fields[];
}

const templates = {
  "kubernetes:apps/v1:Deployment": "spec.template.spec",
  "kubernetes:batch/v1:Job": "spec.template.spec",
  "kubernetes:batch/v1:CronJob": "spec.jobTemplate.spec.template.spec",
} as const;

/** The Pods of the workloads. */
export function pods(native: Native): WorkloadPod[] {
  return Object.entries(templates).flatMap(([type, path]) =>
    native.all(type, "compute").map((resource) => podOf(resource, path)),
  );
}

/** One value for each workload. */
export function ofPods(value: (pod: WorkloadPod) => unknown): Reader {
  return (native) => table(pods(native), ({ name }) => name, value);
}

function podOf(resource: PlanResource, path: string): WorkloadPod {
  const pod = fields(input(resource, path));
  const container = fields(list(pod.containers)[0]);
  return {
    name: textOf(container.name),
    pod,
    container,
    env: list(container.env).map((one) => variableOf(fields(one))),
  };
}

/** The provider leaves out an empty value. */
function variableOf(variable: Fields): Fields {
  if (variable.value !== undefined || variable.valueFrom !== undefined) return variable;
  return Object.fromEntries([...Object.entries(variable), ["value", ""]]);
}
