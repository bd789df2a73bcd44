import type { Neighbour } from "../../core/context";
import { check, type Rule } from "../../core/rule";
import type { View } from "../../core/view";
import { type CnpgCluster, type CnpgScheduledBackup, cnpgTypes } from "../../kinds/cnpg";

/** Namespace and name; a namespace or a name that is not known is any. */
function isOf(backup: Neighbour<CnpgScheduledBackup>, cluster: View<CnpgCluster>): boolean {
  const own = cluster.at("metadata");
  const target = backup.properties.at("spec").at("cluster").at("name");
  const [here, there] = [own.at("namespace").text(), backup.properties.at("metadata").at("namespace").text()];
  const sameNamespace = here === undefined || there === undefined || here === there;
  const sameName = !target.known || !own.at("name").known || target.text() === own.at("name").text();
  return sameNamespace && sameName && backup.properties.at("spec").at("suspend").boolean() !== true;
}

/** Databases in the cluster are backed up at regular times. Managed databases do so by themselves. */
export const rule: Rule = {
  id: "backup-database-schedule",
  title: "Databases in a Kubernetes cluster are backed up at regular times.",
  severity: "high",
  frameworks: {
    "ISO 27001:2022": ["A.8.13"],
    "SOC 2": ["A1.2"],
    HIPAA: ["164.308(a)(7)(ii)(A)"],
    GDPR: ["Art. 32"],
  },
  why: "An archive of write-ahead logs without a base backup restores nothing.",
  fix: "Add a ScheduledBackup whose spec.cluster.name is this Cluster's, and don't suspend it.",
  source: "https://cloudnative-pg.io/documentation/current/backup/#scheduled-backups",
  breaksBy: {
    "kubernetes:postgresql.cnpg.io/v1:Cluster": ["metadata.name", "metadata.namespace", "spec.replica.enabled"],
    "kubernetes:postgresql.cnpg.io/v1:ScheduledBackup": ["metadata.namespace", "spec.cluster.name", "spec.suspend"],
  },
  companions: [cnpgTypes.scheduledBackup],
  checks: {
    [cnpgTypes.cluster]: check<CnpgCluster>((cluster, context) => {
      // A cluster that follows another has its backups there.
      if (cluster.at("spec").at("replica").at("enabled").mayBe(true)) return [];
      const backups = context.all<CnpgScheduledBackup>(cnpgTypes.scheduledBackup);
      return backups.some((backup) => isOf(backup, cluster))
        ? []
        : [
            {
              path: "metadata.name",
              found: "named by no active ScheduledBackup",
              required: "a ScheduledBackup of this Cluster",
            },
          ];
    }),
  },
};
