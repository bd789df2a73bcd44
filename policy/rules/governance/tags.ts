import type { Context } from "../../core/context";
import type { Finding } from "../../core/finding";
import type { Remedy } from "../../core/remedy";
import { alike, type Check, forTypes, type Rule } from "../../core/rule";
import type { Terms } from "../../core/setting";
import { everywhere, textsSetting } from "../../core/setting";
import type { View } from "../../core/view";

const required = textsSetting(
  "required",
  "Keys of tags, or labels, that every resource has to have.",
  everywhere(["environment"]),
);

const values = textsSetting("values", 'What remediation adds where a key is missing, as "key=value".', everywhere([]));

/** The tags that remediation may add, by the path that a finding names. */
function additions(place: string): (terms: Terms) => Remedy {
  return (terms) =>
    Object.fromEntries(
      terms.get(values).flatMap((text): [string, string][] => {
        const [key = "", ...rest] = text.split("=");
        return key === "" || rest.length === 0 ? [] : [[`${place}.${key}`, rest.join("=")]];
      }),
    );
}

/** Where a type keeps its tags; the first that is set counts. */
function tagged(...places: readonly string[]): Check {
  return (properties, context) => {
    const maps = places.map((place) => memberAt(properties, place));
    const [first] = maps;
    const map = maps.find((candidate) => candidate.isSet) ?? first;
    return map === undefined || !map.known ? [] : missing(map, context);
  };
}

function memberAt(properties: View, place: string): View<Record<string, string>> {
  let value = properties.as<Record<string, string>>();
  for (const key of place.split(".")) value = value.at(key).as<Record<string, string>>();
  return value;
}

function missing(map: View<Record<string, string>>, context: Context): Finding[] {
  return context.get(required).flatMap((key) => {
    const value = map.at(key);
    // Google Cloud's labels and Kubernetes' have small letters; AWS' tags are as their author likes.
    const others = map.entries().filter(([other]) => other.toLowerCase() === key.toLowerCase());
    const found = [value, ...others.map(([, other]) => other)];
    if (found.some((one) => !one.known || (one.text() ?? "") !== "")) return [];
    return [{ path: value.path, found: value.shown(), required: `a value for the key ${key}` }];
  });
}

const awsTypes = [
  "aws:docdb/cluster:Cluster",
  "aws:dynamodb/table:Table",
  "aws:ec2/instance:Instance",
  "aws:ec2/vpc:Vpc",
  "aws:ecr/repository:Repository",
  "aws:ecs/cluster:Cluster",
  "aws:ecs/service:Service",
  "aws:efs/fileSystem:FileSystem",
  "aws:eks/cluster:Cluster",
  "aws:elasticache/cluster:Cluster",
  "aws:elasticache/replicationGroup:ReplicationGroup",
  "aws:elasticache/serverlessCache:ServerlessCache",
  "aws:kms/key:Key",
  "aws:lambda/function:Function",
  "aws:lb/loadBalancer:LoadBalancer",
  "aws:memorydb/cluster:Cluster",
  "aws:neptune/cluster:Cluster",
  "aws:rds/cluster:Cluster",
  "aws:rds/instance:Instance",
  "aws:s3/bucket:Bucket",
  "aws:secretsmanager/secret:Secret",
  "aws:sns/topic:Topic",
  "aws:sqs/queue:Queue",
];

const gcpTypes = [
  "gcp:artifactregistry/repository:Repository",
  "gcp:cloudrunv2/job:Job",
  "gcp:cloudrunv2/service:Service",
  "gcp:cloudrunv2/workerPool:WorkerPool",
  "gcp:compute/instance:Instance",
  "gcp:kms/cryptoKey:CryptoKey",
  "gcp:memorystore/instance:Instance",
  "gcp:redis/cluster:Cluster",
  "gcp:redis/instance:Instance",
  "gcp:secretmanager/regionalSecret:RegionalSecret",
  "gcp:secretmanager/secret:Secret",
  "gcp:storage/bucket:Bucket",
];

const azureTypes = [
  "azure-native:app:ContainerApp",
  "azure-native:app:ContainerAppsSessionPool",
  "azure-native:app:Job",
  "azure-native:app:ManagedEnvironment",
  "azure-native:containerinstance:CGProfile",
  "azure-native:containerinstance:ContainerGroup",
  "azure-native:containerinstance:ContainerGroupProfile",
  "azure-native:containerregistry:Registry",
  "azure-native:containerservice:ManagedCluster",
  "azure-native:dbformysql:Server",
  "azure-native:dbforpostgresql:Server",
  "azure-native:keyvault:Vault",
  "azure-native:network:VirtualNetwork",
  "azure-native:redis:Redis",
  "azure-native:redisenterprise:RedisEnterprise",
  "azure-native:resources:ResourceGroup",
  "azure-native:sql:ManagedInstance",
  "azure-native:sql:Server",
  "azure-native:storage:StorageAccount",
];

const kubernetesTypes = [
  "kubernetes:apps/v1:DaemonSet",
  "kubernetes:apps/v1:Deployment",
  "kubernetes:apps/v1:StatefulSet",
  "kubernetes:core/v1:Namespace",
];

/** Resources say whose they are: tags on AWS and Azure, labels on Google Cloud and Kubernetes. */
export const rule: Rule = {
  id: "governance-tags",
  title: "Resources carry the tags that are asked for.",
  severity: "low",
  frameworks: { "ISO 27001:2022": ["A.5.9"] },
  why: "Nobody can say whose a resource is, what it costs whom, and whether it may go.",
  fix: "Add the tag, or the label; a default of the provider is enough on AWS.",
  source: "https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html",
  breaksBy: {
    ...alike([...awsTypes, ...azureTypes], ["tags.*"]),
    "aws:s3/bucket:Bucket": ["tags.*", "tagsAll.*"],
    ...alike(gcpTypes, ["labels.*"]),
    "gcp:cloudrun/service:Service": ["metadata.labels.*"],
    "gcp:container/cluster:Cluster": ["resourceLabels.*"],
    "gcp:sql/databaseInstance:DatabaseInstance": ["settings.userLabels.*"],
    ...alike(kubernetesTypes, ["metadata.labels.*"]),
  },
  settings: [required, values],
  remedies: {
    ...Object.fromEntries([...awsTypes, ...azureTypes].map((type) => [type, additions("tags")])),
    ...Object.fromEntries(gcpTypes.map((type) => [type, additions("labels")])),
    "gcp:cloudrun/service:Service": additions("metadata.labels"),
  },
  checks: {
    // The provider's default tags are in tagsAll.
    ...forTypes(awsTypes, tagged("tags", "tagsAll")),
    ...forTypes(gcpTypes, tagged("labels")),
    "gcp:cloudrun/service:Service": tagged("metadata.labels"),
    "gcp:container/cluster:Cluster": tagged("resourceLabels"),
    "gcp:sql/databaseInstance:DatabaseInstance": tagged("settings.userLabels"),
    ...forTypes(azureTypes, tagged("tags")),
    ...forTypes(kubernetesTypes, tagged("metadata.labels")),
  },
};
