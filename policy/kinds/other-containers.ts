import type { Finding } from "../core/finding";
import type { Check, Rule } from "../core/rule";
import type { View } from "../core/view";
import { asProperty, valuesAt } from "./places";

const pods = ["containers", "initContainers"];

/** What Batch has in documents of JSON text (API reference, `RegisterJobDefinition`). */
const ofBatch = ["containerProperties!", "ecsProperties!.taskProperties.*.containers.*"];
const inNodes = ["container", "ecsProperties.taskProperties.*.containers.*"].map(
  (path) => `nodeProperties!.nodeRangeProperties.*.${path}`,
);
const podsOfBatch = ["eksProperties", "nodeProperties!.nodeRangeProperties.*.eksProperties"].flatMap((path) =>
  pods.map((list) => `${path}.podProperties.${list}.*`),
);

/** A container that is no Pod's, task's, group's or app's, and one of a Pod that Batch makes. */
interface Containers {
  /** Paths of containers that have a setting themselves. */
  plain: readonly string[];
  /** Paths of containers that have it in a security context, as in Kubernetes. */
  ofPods: readonly string[];
}

/** Types that have containers beside those of the platforms. */
const others: Readonly<Record<string, Containers>> = {
  "aws:batch/jobDefinition:JobDefinition": { plain: [...ofBatch, ...inNodes], ofPods: podsOfBatch },
  "aws:ecs/daemonTaskDefinition:DaemonTaskDefinition": { plain: ["containerDefinitions.*"], ofPods: [] },
};

/** Paths of a setting, by type: of its name in a container, and of its name in one of a Pod. */
export function otherSettings(name: string, inPods: string): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    Object.entries(others).map(([type, { plain, ofPods }]) => [
      type,
      [...plain.map((path) => `${path}.${name}`), ...ofPods.map((path) => `${path}.${inPods}`)],
    ]),
  );
}

/** A check of values at paths, by type. */
export function ofPaths(
  paths: Readonly<Record<string, readonly string[]>>,
  judge: (value: View) => Finding[],
): Record<string, Check> {
  return Object.fromEntries(
    Object.entries(paths).map(([type, list]): [string, Check] => [
      type,
      (properties) => list.flatMap((path) => valuesAt(properties, path)).flatMap(judge),
    ]),
  );
}

/** For `breaksBy`: those paths. */
export function pathsBreakBy(paths: Readonly<Record<string, readonly string[]>>): Rule["breaksBy"] {
  return Object.fromEntries(Object.entries(paths).map(([type, list]) => [type, list.map(asProperty)]));
}
