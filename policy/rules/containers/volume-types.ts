import type { Finding } from "../../core/finding";
import type { Rule } from "../../core/rule";
import type { View } from "../../core/view";
import { podSecurityPage, restrictedVolumes } from "../../kinds/pod-security";
import { ofPods, type PodSpec } from "../../kinds/pods";

/** The volume's name, and the path of the host, which is a requirement of its own (`host-paths`). */
const elsewhere = ["name", "hostPath"];

/** A volume that names no kind is an empty directory. A kind that is new to this rule is none of the standard's either. */
function findings(volume: View<PodSpec["volumes"][number]>): Finding[] {
  return volume
    .entries()
    .filter(([kind, source]) => ![...restrictedVolumes, ...elsewhere].includes(kind) && source.known && source.isSet)
    .map(([kind, source]) => ({
      path: source.path,
      found: `a volume of the kind ${kind}`,
      required: `one of ${restrictedVolumes.join(", ")}`,
    }));
}

/** Pods mount what the cluster gives out, no disks and shares by their address. ECS has none but EFS, EBS and the host's. */
export const rule: Rule = {
  id: "containers-volume-types",
  title: "Pods mount no disks and shares but through claims.",
  severity: "medium",
  frameworks: {
    "Pod Security Standards": ["restricted: Volume Types"],
    "CIS Kubernetes 2.0.1": ["5.6.3"],
    "SOC 2": ["CC6.1"],
  },
  why: "A disk or share that a Pod names by itself is one that nobody granted it, mounted with the rights of the node.",
  fix: "Make it a PersistentVolume, and name its claim.",
  source: podSecurityPage,
  breaksBy: {
    "kinds that make Pods": ["spec.volumes[].awsElasticBlockStore", "spec.volumes[].gitRepo", "spec.volumes[].nfs"],
  },
  checks: ofPods((pod) => pod.at("volumes").items().flatMap(findings), { patches: true }),
};
