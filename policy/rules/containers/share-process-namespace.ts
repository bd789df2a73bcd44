import { isNotTrue, must } from "../../core/finding";
import type { Rule } from "../../core/rule";
import { ofPods } from "../../kinds/pods";

/** Containers of one Pod do not see each other's processes. On ECS, pidMode "task" is how agents watch a task: `host-namespaces`. */
export const rule: Rule = {
  id: "containers-share-process-namespace",
  title: "Containers of a Pod do not share their processes.",
  severity: "medium",
  frameworks: {
    "NSA/CISA Kubernetes Hardening 1.0": ["1.3"],
    "SOC 2": ["CC6.1"],
  },
  why: "Each container then reads the environment, and through /proc the files, of every other one, and can stop it.",
  fix: "Leave shareProcessNamespace out; debug with an ephemeral container that targets one container.",
  source: "https://kubernetes.io/docs/tasks/configure-pod-container/share-process-namespace/",
  breaksBy: {
    "kinds that make Pods": ["spec.shareProcessNamespace"],
  },
  checks: ofPods((pod) => must(pod.at("shareProcessNamespace"), isNotTrue), { patches: true }),
};
