import type * as aws from "@pulumi/aws";
import type * as azure from "@pulumi/azure-native";
import type * as gcp from "@pulumi/gcp";
import type { Context } from "../../core/context";
import type { Finding } from "../../core/finding";
import { check, type Rule } from "../../core/rule";
import { countSetting, everywhere } from "../../core/setting";
import type { View } from "../../core/view";
import { type CnpgCluster, cnpgTypes } from "../../kinds/cnpg";
import { withPatch } from "../../kinds/patches";

const minimum = countSetting(
  "minimumPostgres",
  "Major version of PostgreSQL that databases have at least.",
  everywhere(14),
);

/** The major version that a text says by this form; a text of another form is another engine's affair. */
function newEnough(value: View, form: RegExp, context: Context): Finding[] {
  const [, major] = form.exec(value.text() ?? "") ?? [];
  const least = context.get(minimum);
  if (major === undefined || Number(major) >= least) return [];
  return [{ path: value.path, found: value.shown(), required: `PostgreSQL ${least} or later` }];
}

/** Databases have a major version that still gets corrections. */
export const rule: Rule = {
  id: "governance-engine-version",
  title: "Databases have a major version of PostgreSQL that still gets corrections.",
  severity: "medium",
  frameworks: { "ISO 27001:2022": ["A.8.8"], "SOC 2": ["CC7.1"], "PCI DSS 4.0": ["6.3.3"] },
  why: "A weakness in a version that has ended is never fixed.",
  fix: "Upgrade to a later major version; rehearse it on a copy first.",
  source: "https://www.postgresql.org/support/versioning/",
  breaksBy: {
    "aws:rds/instance:Instance": ["engine", "engineVersion"],
    "aws:rds/cluster:Cluster": ["engine", "engineVersion"],
    "gcp:sql/databaseInstance:DatabaseInstance": ["databaseVersion"],
    "azure-native:dbforpostgresql:Server": ["version"],
    "kubernetes:postgresql.cnpg.io/v1:Cluster": ["spec.imageName"],
    "kubernetes:postgresql.cnpg.io/v1:ClusterPatch": ["spec.imageName"],
  },
  settings: [minimum],
  checks: {
    "aws:rds/instance:Instance": check<aws.rds.InstanceArgs>((instance, context) =>
      instance.at("engine").mayBe("postgres") ? newEnough(instance.at("engineVersion"), /^(\d+)/, context) : [],
    ),
    "aws:rds/cluster:Cluster": check<aws.rds.ClusterArgs>((cluster, context) =>
      cluster.at("engine").mayBe("aurora-postgresql") ? newEnough(cluster.at("engineVersion"), /^(\d+)/, context) : [],
    ),
    "gcp:sql/databaseInstance:DatabaseInstance": check<gcp.sql.DatabaseInstanceArgs>((instance, context) =>
      newEnough(instance.at("databaseVersion"), /^POSTGRES_(\d+)/, context),
    ),
    "azure-native:dbforpostgresql:Server": check<azure.dbforpostgresql.ServerArgs>((server, context) =>
      newEnough(server.at("version"), /^(\d+)/, context),
    ),
    ...withPatch(
      cnpgTypes.cluster,
      check<CnpgCluster & { spec: { imageName?: string } }>((cluster, context) =>
        newEnough(cluster.at("spec").at("imageName"), /postgresql:(\d+)/, context),
      ),
    ),
  },
};
