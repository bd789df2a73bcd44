import type * as aws from "@pulumi/aws";
import type * as azure from "@pulumi/azure-native";
import type { Finding } from "../../core/finding";
import { isSet, matches, must, type Requirement } from "../../core/finding";
import { type Check, check, type Rule } from "../../core/rule";
import { everywhere, flagSetting } from "../../core/setting";
import type { View } from "../../core/view";
import { valuesAt } from "../../kinds/places";

const required = flagSetting(
  "required",
  "Whether databases, caches, buckets, registries and logs have to be encrypted with a key of one's own.",
  everywhere(false),
);

const aKey: Requirement = { ...isSet, words: "a key of your own" };

/** A check that only counts where such keys are asked for. */
function whereRequired<Args>(
  judge: (properties: Parameters<Parameters<typeof check<Args>>[0]>[0]) => Finding[],
): Check {
  return check<Args>((properties, context) => (context.get(required) ? judge(properties) : []));
}

/** Where each type names its key, where that is all that says it. */
export const places: Readonly<Record<string, string>> = {
  "aws:cloudwatch/logGroup:LogGroup": "kmsKeyId",
  "aws:docdb/cluster:Cluster": "kmsKeyId",
  "aws:elasticache/replicationGroup:ReplicationGroup": "kmsKeyId",
  "aws:elasticache/serverlessCache:ServerlessCache": "kmsKeyId",
  "aws:memorydb/cluster:Cluster": "kmsKeyArn",
  "aws:neptune/cluster:Cluster": "kmsKeyArn",
  "aws:rds/cluster:Cluster": "kmsKeyId",
  "azure-native:dbformysql:Server": "dataEncryption.primaryKeyURI",
  "azure-native:dbforpostgresql:Server": "dataEncryption.primaryKeyURI",
  "gcp:artifactregistry/repository:Repository": "kmsKeyName",
  "gcp:memorystore/instance:Instance": "kmsKey",
  "gcp:redis/cluster:Cluster": "kmsKey",
  "gcp:redis/instance:Instance": "customerManagedKey",
  "gcp:sql/databaseInstance:DatabaseInstance": "encryptionKeyName",
  "gcp:storage/bucket:Bucket": "encryption.defaultKmsKeyName",
};

const key = (value: View): Finding[] => must(value, aKey);

/** Data is encrypted with keys of one's own, where that is asked for: the clouds' own keys encrypt everything else. */
export const rule: Rule = {
  id: "encryption-at-rest-customer-key",
  title: "Databases, caches, buckets, registries and logs have keys of one's own, where that is asked for.",
  severity: "medium",
  frameworks: { "PCI DSS 4.0": ["3.6.1"], "ISO 27001:2022": ["A.8.24"], "SOC 2": ["CC6.1"] },
  why: "Only a key of one's own can be taken away, from a tenant that leaves or from a provider that is not trusted any more.",
  fix: "Make a key, let the service use it, and name it.",
  source: "https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html",
  breaksBy: {
    "aws:rds/instance:Instance": ["kmsKeyId", "replicateSourceDb"],
    "aws:docdb/cluster:Cluster": ["kmsKeyId"],
    "aws:elasticache/serverlessCache:ServerlessCache": ["kmsKeyId"],
    "aws:memorydb/cluster:Cluster": ["kmsKeyArn"],
    "aws:neptune/cluster:Cluster": ["kmsKeyArn"],
    "aws:rds/cluster:Cluster": ["kmsKeyId"],
    "aws:elasticache/replicationGroup:ReplicationGroup": ["kmsKeyId"],
    "aws:cloudwatch/logGroup:LogGroup": ["kmsKeyId"],
    "gcp:memorystore/instance:Instance": ["kmsKey"],
    "gcp:redis/cluster:Cluster": ["kmsKey"],
    "gcp:sql/databaseInstance:DatabaseInstance": ["encryptionKeyName"],
    "gcp:redis/instance:Instance": ["customerManagedKey"],
    "gcp:storage/bucket:Bucket": ["encryption.defaultKmsKeyName"],
    "gcp:artifactregistry/repository:Repository": ["kmsKeyName"],
    "azure-native:dbformysql:Server": ["dataEncryption.primaryKeyURI"],
    "azure-native:dbforpostgresql:Server": ["dataEncryption.primaryKeyURI"],
    "azure-native:storage:StorageAccount": ["encryption.keySource"],
    "aws:ecr/repository:Repository": ["encryptionConfigurations[].kmsKey"],
  },
  settings: [required],
  checks: {
    "aws:rds/instance:Instance": whereRequired<aws.rds.InstanceArgs>((instance) =>
      instance.at("replicateSourceDb").isSet ? [] : key(instance.at("kmsKeyId")),
    ),
    ...Object.fromEntries(
      Object.entries(places).map(([type, path]) => [
        type,
        whereRequired((properties) => valuesAt(properties, path).flatMap(key)),
      ]),
    ),
    "aws:ecr/repository:Repository": whereRequired<aws.ecr.RepositoryArgs>((repository) => {
      const configurations = repository.at("encryptionConfigurations");
      const [first] = configurations.items();
      return first === undefined ? key(configurations) : key(first.at("kmsKey"));
    }),
    "azure-native:storage:StorageAccount": whereRequired<azure.storage.StorageAccountArgs>((account) =>
      must(account.at("encryption").at("keySource"), matches(/^Microsoft\.Keyvault$/i, '"Microsoft.Keyvault"')),
    ),
  },
};
