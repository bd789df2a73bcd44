import type { NameRule, NameRules } from "./rule";

const names = "https://kubernetes.io/docs/concepts/overview/working-with-objects/names/";
const label = /^[a-z]([-a-z0-9]*[a-z0-9])?$/;
const subdomain = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;

function rule(longest: number, characters: RegExp, source: string): NameRule {
  return { property: "metadata.name", longest, characters, source };
}

const object = rule(253, subdomain, names);

/** Names on Kubernetes: those of objects are subdomains, those that become a host or a label are labels. */
export const kubernetesNames: NameRules = {
  named: {
    "kubernetes:apps/v1:Deployment": object,
    "kubernetes:autoscaling/v2:HorizontalPodAutoscaler": object,
    "kubernetes:barmancloud.cnpg.io/v1:ObjectStore": object,
    // The controller adds 11 characters to a job's name.
    "kubernetes:batch/v1:CronJob": rule(
      52,
      label,
      "https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/",
    ),
    "kubernetes:batch/v1:Job": rule(63, label, "https://kubernetes.io/docs/concepts/workloads/controllers/job/"),
    "kubernetes:cert-manager.io/v1:Certificate": object,
    "kubernetes:cert-manager.io/v1:Issuer": object,
    "kubernetes:core/v1:ConfigMap": object,
    "kubernetes:core/v1:Namespace": rule(63, label, names),
    "kubernetes:core/v1:PersistentVolumeClaim": object,
    "kubernetes:core/v1:Secret": object,
    "kubernetes:core/v1:Service": rule(63, label, "https://kubernetes.io/docs/concepts/services-networking/service/"),
    "kubernetes:core/v1:ServiceAccount": object,
    "kubernetes:external-secrets.io/v1:ExternalSecret": object,
    "kubernetes:gateway.networking.k8s.io/v1:Gateway": object,
    "kubernetes:gateway.networking.k8s.io/v1:HTTPRoute": object,
    "kubernetes:generators.external-secrets.io/v1alpha1:Password": object,
    "kubernetes:networking.k8s.io/v1:NetworkPolicy": object,
    "kubernetes:policy/v1:PodDisruptionBudget": object,
    // `maxResourceNameLength` of the operator's webhook.
    "kubernetes:postgresql.cnpg.io/v1:Cluster": rule(
      50,
      label,
      "cloudnative-pg/cloudnative-pg internal/webhook/v1/cluster_webhook.go, validateName",
    ),
    // Its Service has its name.
    "kubernetes:postgresql.cnpg.io/v1:Pooler": rule(63, label, names),
    "kubernetes:postgresql.cnpg.io/v1:ScheduledBackup": object,
  },
  nameless: [],
};
