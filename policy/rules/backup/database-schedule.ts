import type { StackFinding, StackResource, StackRule } from "../../core/rule";
import { type CnpgCluster, type CnpgScheduledBackup, cnpgTypes } from "../../kinds/cnpg";

/** Namespace and name; a namespace that is not known is any. */
function isBackedUp(cluster: StackResource, backups: readonly StackResource[]): boolean {
  const own = cluster.properties.as<CnpgCluster>().at("metadata");
  return backups.some((backup) => {
    const properties = backup.properties.as<CnpgScheduledBackup>();
    const target = properties.at("spec").at("cluster").at("name");
    const [here, there] = [own.at("namespace").text(), properties.at("metadata").at("namespace").text()];
    const sameNamespace = here === undefined || there === undefined || here === there;
    const sameName = !target.known || !own.at("name").known || target.text() === own.at("name").text();
    return sameNamespace && sameName && properties.at("spec").at("suspend").boolean() !== true;
  });
}

function findings(resources: readonly StackResource[]): StackFinding[] {
  const backups = resources.filter(({ type }) => type === cnpgTypes.scheduledBackup);
  return resources
    .filter(({ type, properties }) => type === cnpgTypes.cluster && !isReplica(properties))
    .filter((cluster) => !isBackedUp(cluster, backups))
    .map(({ urn }) => ({
      urn,
      path: "metadata.name",
      found: "named by no active ScheduledBackup",
      required: "a ScheduledBackup of this Cluster",
    }));
}

/** A cluster that follows another has its backups there. */
function isReplica(properties: StackResource["properties"]): boolean {
  return properties.as<CnpgCluster>().at("spec").at("replica").at("enabled").mayBe(true);
}

/** Databases in the cluster are backed up at regular times. RDS does so by itself. */
export const rule: StackRule = {
  id: "backup-database-schedule",
  title: "Databases in a Kubernetes cluster are backed up at regular times.",
  severity: "high",
  frameworks: {
    "ISO 27001:2022": ["A.8.13"],
    "SOC 2": ["A1.2"],
    HIPAA: ["164.308(a)(7)(ii)(A)"],
    GDPR: ["Art. 32(1)(c)"],
  },
  why: "An archive of write-ahead logs without a base backup restores nothing.",
  mend: "Add a ScheduledBackup whose spec.cluster.name is this Cluster's, and don't suspend it.",
  source: "https://cloudnative-pg.io/documentation/current/backup/#scheduled-backups",
  covers: [cnpgTypes.cluster, cnpgTypes.scheduledBackup],
  checkStack: findings,
};
