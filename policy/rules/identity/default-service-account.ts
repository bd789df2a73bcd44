import type { Rule } from "../../core/rule";
import type { View } from "../../core/view";
import { type Origin, ofPods, type PodSpec } from "../../kinds/pods";
import { accountsBreakBy, ofAccounts, ownAccount, ownAccountIfSet } from "../../kinds/service-accounts";
import { projectedTokens } from "../../kinds/tokens";

/** A Pod without a token is anonymous to the API, whatever its account. A token in a volume counts too, whatever its audience. */
function ofPod(pod: View<PodSpec>, { isPatch }: Origin) {
  // The older name counts where the newer is not there (Kubernetes API reference, PodSpec).
  const [name, older] = [pod.at("serviceAccountName"), pod.at("serviceAccount")];
  const account = name.isSet || !older.isSet ? name : older;
  if (isPatch) return ownAccountIfSet(account);
  const mounts = pod.at("automountServiceAccountToken");
  const hasNone = !mounts.known || mounts.boolean() === false;
  return hasNone && projectedTokens(pod).length === 0 ? [] : ownAccount(account);
}

/** Workloads have identities of their own. ECS tasks without a role have none at all; Azure's have none unless given. */
export const rule: Rule = {
  id: "identity-default-service-account",
  title: "Workloads run under an account of their own.",
  severity: "medium",
  frameworks: {
    "CIS GCP Foundation 5.0": ["4.1"],
    "CIS Kubernetes 2.0.1": ["5.1.5"],
    "ISO 27001:2022": ["A.5.16"],
    "SOC 2": ["CC6.3"],
  },
  why: "What one workload is granted under the default account, every other has too; on Google Cloud that is Editor of the project.",
  fix: "Make a service account for the workload, and name it.",
  source: "https://cloud.google.com/iam/docs/best-practices-service-accounts",
  breaksBy: {
    "kinds that make Pods": [
      "spec.automountServiceAccountToken",
      "spec.serviceAccount",
      "spec.serviceAccountName",
      "spec.volumes[].projected.sources[].serviceAccountToken",
    ],
    ...accountsBreakBy(),
  },
  checks: { ...ofPods(ofPod, { patches: true }), ...ofAccounts() },
};
