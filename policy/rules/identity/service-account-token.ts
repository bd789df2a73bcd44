import type { types } from "@pulumi/kubernetes";
import { isFalse, require } from "../../core/finding";
import { check, type Rule } from "../../core/rule";
import { ofPods } from "../../kinds/pods";

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
  mend: "Set automountServiceAccountToken: false in the Pod and in its service account.",
  source: "https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/",
  breaksBy: {
    "kinds that make Pods": ["spec.automountServiceAccountToken"],
    "kubernetes:core/v1:ServiceAccount": ["automountServiceAccountToken"],
  },
  checks: {
    ...ofPods((pod) => require(pod.at("automountServiceAccountToken"), isFalse)),
    "kubernetes:core/v1:ServiceAccount": check<{
      automountServiceAccountToken?: boolean;
      metadata?: types.output.meta.v1.ObjectMeta;
    }>((account) => require(account.at("automountServiceAccountToken"), isFalse)),
  },
};
