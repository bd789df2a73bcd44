import { type Finding, isFalse, must, mustIfSet } from "../../core/finding";
import { alike, check, type Rule } from "../../core/rule";
import type { View } from "../../core/view";
import { ofPods } from "../../kinds/pods";
import { isForApiServer, type ProjectedToken, projectedTokens } from "../../kinds/tokens";

/** What is read of a service account. */
interface Account {
  automountServiceAccountToken?: boolean;
}
const account = "kubernetes:core/v1:ServiceAccount";
const accountPatch = `${account}Patch`;
const accounts = [account, accountPatch];

/** What is patched may well say it. */
function automounted(holder: View<Account>, isPatch: boolean): Finding[] {
  const value = holder.at("automountServiceAccountToken");
  return isPatch ? mustIfSet(value, isFalse) : must(value, isFalse);
}

/** A token in a volume is there all the same. */
function ofProjected(token: View<ProjectedToken>): Finding[] {
  if (!isForApiServer(token)) return [];
  const { path } = token.at("audience");
  return [
    {
      path,
      found: token.at("audience").shown(),
      required: "the audience of what the token is for",
      fix: projectedFix,
    },
  ];
}
const projectedFix = "Name the audience of the service that reads the token, or leave the volume out.";

/** Pods that never call the Kubernetes API have no token for it. A Pod that does needs an exemption, with its reason. */
export const rule: Rule = {
  id: "identity-service-account-token",
  title: "Pods have no token for the Kubernetes API unless they need it.",
  severity: "medium",
  frameworks: {
    "CIS Kubernetes 2.0.1": ["5.1.6"],
    "NSA/CISA Kubernetes Hardening 1.0": ["1.11"],
    "ISO 27001:2022": ["A.8.2"],
    "SOC 2": ["CC6.3"],
  },
  why: "Whoever gets into a container asks the API in its name, and looks for what it may.",
  fix: "Set automountServiceAccountToken: false in the Pod and in its service account.",
  source: "https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/",
  breaksBy: {
    "kinds that make Pods": [
      "spec.automountServiceAccountToken",
      "spec.volumes[].projected.sources[].serviceAccountToken.audience",
    ],
    ...alike(accounts, ["automountServiceAccountToken"]),
  },
  checks: {
    ...ofPods(
      (pod, { isPatch }) => [...automounted(pod.as<Account>(), isPatch), ...projectedTokens(pod).flatMap(ofProjected)],
      {
        patches: true,
      },
    ),
    [account]: check<Account>((own) => automounted(own, false)),
    [accountPatch]: check<Account>((own) => automounted(own, true)),
  },
};
