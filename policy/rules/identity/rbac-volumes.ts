import { alike, type Rule } from "../../core/rule";
import { clusterRoles, type Right, rightsRead, withoutRights } from "../../kinds/rbac";

/** What is asked for (Kubernetes documentation, "RBAC Good Practices"). */
export const rights: readonly Right[] = [
  { group: "", resources: ["persistentvolumes"], verbs: ["create", "update", "patch"] },
];

/** A PersistentVolume may be a path of a node. Drivers of storage have an exemption by their names. */
export const rule: Rule = {
  id: "identity-rbac-volumes",
  title: "Roles of Kubernetes make no PersistentVolumes.",
  severity: "medium",
  frameworks: { "CIS Kubernetes 2.0.1": ["5.1.9"], "ISO 27001:2022": ["A.8.2"], "SOC 2": ["CC6.3"] },

  why: "A volume of type hostPath is a folder of the node, with the files of all its Pods and of the kubelet.",
  fix: "Let users make PersistentVolumeClaims; exempt the storage driver.",
  source: "https://kubernetes.io/docs/concepts/security/rbac-good-practices/#persistent-volume-creation",
  breaksBy: alike(clusterRoles, rightsRead),
  checks: withoutRights(clusterRoles, rights, "roles that make no volumes"),
};
