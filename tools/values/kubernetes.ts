import { kubernetesCoreValues } from "./kubernetes-core";
import { kubernetesOperatorValues } from "./kubernetes-operators";
import type { DocumentedValue } from "./value";

/** What the Kubernetes components write as bare text. */
export const kubernetesValues: readonly DocumentedValue[] = [...kubernetesCoreValues, ...kubernetesOperatorValues];
