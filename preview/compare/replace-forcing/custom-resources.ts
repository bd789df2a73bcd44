import type { ReplaceForcing } from "./table";

/** Pulumi's provider replaces an object for its name and its namespace (`metadataForceNewProperties` in `diff.go`). */
const object = ["metadata.name", "metadata.namespace"];

/**
 * Kubernetes' custom resources that our components make. The provider knows their names only, and no SDK has them; their
 * operators change all else in place (read 2026-11-27).
 */
export const customResources: ReplaceForcing = {
  "kubernetes:barmancloud.cnpg.io/v1:ObjectStore": object,
  "kubernetes:cert-manager.io/v1:Certificate": object,
  "kubernetes:cert-manager.io/v1:Issuer": object,
  "kubernetes:external-secrets.io/v1:ExternalSecret": object,
  "kubernetes:gateway.networking.k8s.io/v1:Gateway": object,
  "kubernetes:gateway.networking.k8s.io/v1:HTTPRoute": object,
  "kubernetes:generators.external-secrets.io/v1alpha1:Password": object,
  "kubernetes:monitoring.coreos.com/v1:PodMonitor": object,
  "kubernetes:postgresql.cnpg.io/v1:Cluster": object,
  "kubernetes:postgresql.cnpg.io/v1:Pooler": object,
  "kubernetes:postgresql.cnpg.io/v1:ScheduledBackup": object,
};
