import type { ConfigProblems } from "../parser/problems";
import type { CheckInput } from "./check";

/** Labels for monitors are there only where there are monitors. */
export function checkMonitoring({ config: { kubernetes } }: CheckInput, problems: ConfigProblems): void {
  if (kubernetes?.monitoringLabels === undefined || kubernetes.monitoringNamespace !== undefined) return;
  problems.add(
    "kubernetes.monitoringLabels",
    "is set without kubernetes.monitoringNamespace",
    "both or none: without a Prometheus there are no monitors to label",
  );
}
