import type { Context } from "../../core/context";
import type { Finding } from "../../core/finding";
import { alike, type Check, forTypes, type Rule } from "../../core/rule";
import { everywhere, textsSetting } from "../../core/setting";

const allowed = textsSetting("allowed", "Regions that resources may be in; none means any.", everywhere([]));

/** Checks the property that names the place. Nothing there leaves it to the provider, or to the resource group. */
function placed(property: string): Check {
  return (properties, context): Finding[] => {
    const regions = context.get(allowed);
    const place = properties.as<Record<string, string>>().at(property);
    const text = place.text();
    if (regions.length === 0 || text === undefined || isIn(text, regions, context)) return [];
    return [{ path: place.path, found: place.shown(), required: `one of ${regions.join(", ")}` }];
  };
}

/** Azure writes "West Europe" for westeurope, Google Cloud "EUROPE-WEST1"; a zone of Google Cloud is in its region. */
function isIn(text: string, regions: readonly string[], { type }: Context): boolean {
  const plain = text.toLowerCase().replaceAll(" ", "");
  const region = type.startsWith("gcp:") ? plain.replace(/^([a-z]+-[a-z]+\d+)-[a-z]$/, "$1") : plain;
  return regions.some((one) => one.toLowerCase().replaceAll(" ", "") === region);
}

const ofAws = [
  "aws:docdb/cluster:Cluster",
  "aws:dynamodb/table:Table",
  "aws:elasticache/cluster:Cluster",
  "aws:elasticache/replicationGroup:ReplicationGroup",
  "aws:elasticache/serverlessCache:ServerlessCache",
  "aws:memorydb/cluster:Cluster",
  "aws:neptune/cluster:Cluster",
  "aws:rds/cluster:Cluster",
  "aws:rds/instance:Instance",
  "aws:s3/bucket:Bucket",
  "aws:secretsmanager/secret:Secret",
  "aws:sqs/queue:Queue",
  "pulumi:providers:aws",
];
const byRegion = [
  "gcp:redis/cluster:Cluster",
  "gcp:redis/instance:Instance",
  "gcp:sql/databaseInstance:DatabaseInstance",
  "gcp:compute/subnetwork:Subnetwork",
  "pulumi:providers:gcp",
];
const byLocation = [
  "azure-native:app:ManagedEnvironment",
  "azure-native:containerregistry:Registry",
  "azure-native:dbformysql:Server",
  "azure-native:dbforpostgresql:Server",
  "azure-native:keyvault:Vault",
  "azure-native:redis:Redis",
  "azure-native:redisenterprise:RedisEnterprise",
  "azure-native:resources:ResourceGroup",
  "azure-native:sql:ManagedInstance",
  "azure-native:sql:Server",
  "azure-native:storage:StorageAccount",
  "gcp:artifactregistry/repository:Repository",
  "gcp:bigquery/dataset:Dataset",
  "gcp:cloudrun/service:Service",
  "gcp:cloudrunv2/job:Job",
  "gcp:cloudrunv2/service:Service",
  "gcp:cloudrunv2/workerPool:WorkerPool",
  "gcp:container/cluster:Cluster",
  "gcp:memorystore/instance:Instance",
  "gcp:storage/bucket:Bucket",
];

/** Data stays where it is allowed to be. A Kubernetes cluster is where its nodes are. */
export const rule: Rule = {
  id: "governance-regions",
  title: "Resources are in regions that are allowed.",
  severity: "high",
  frameworks: { "ISO 27001:2022": ["A.5.23"] },
  why: "Personal data in another jurisdiction is a transfer that somebody has to answer for.",
  fix: "Name an allowed region, in the resource or in its provider.",
  source:
    "https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/sec_data_classification_identify_data.html",
  breaksBy: {
    ...alike([...ofAws, ...byRegion], ["region"]),
    ...alike(byLocation, ["location"]),
  },
  settings: [allowed],
  checks: {
    ...forTypes([...ofAws, ...byRegion], placed("region")),
    ...forTypes(byLocation, placed("location")),
  },
};
