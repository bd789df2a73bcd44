/** The meaning of a property, in words for every cloud. */
export type SettingKind = "size" | "storage" | "retention" | "scale";

/** Properties of one type with plain words, by path; `*` matches any element of a list. */
export type WellKnown = Readonly<Record<string, SettingKind>>;

/** Properties with plain words. The paths are the providers' own. */
export const wellKnown: Readonly<Record<string, WellKnown>> = {
  "aws:rds/instance:Instance": {
    instanceClass: "size",
    allocatedStorage: "storage",
    backupRetentionPeriod: "retention",
  },
  "aws:rds/cluster:Cluster": { backupRetentionPeriod: "retention" },
  "aws:rds/clusterInstance:ClusterInstance": { instanceClass: "size" },
  "aws:docdb/cluster:Cluster": { backupRetentionPeriod: "retention" },
  "aws:elasticache/replicationGroup:ReplicationGroup": { nodeType: "size", snapshotRetentionLimit: "retention" },
  "aws:elasticache/cluster:Cluster": { nodeType: "size", snapshotRetentionLimit: "retention" },
  "aws:cloudwatch/logGroup:LogGroup": { retentionInDays: "retention" },
  "aws:ec2/instance:Instance": { instanceType: "size" },
  "aws:ebs/volume:Volume": { size: "storage" },
  "aws:ecs/service:Service": { desiredCount: "scale" },
  "aws:appautoscaling/target:Target": { minCapacity: "scale", maxCapacity: "scale" },
  "gcp:sql/databaseInstance:DatabaseInstance": {
    "settings.tier": "size",
    "settings.diskSize": "storage",
    "settings.backupConfiguration.backupRetentionSettings.retainedBackups": "retention",
    "settings.backupConfiguration.transactionLogRetentionDays": "retention",
  },
  "gcp:redis/instance:Instance": { memorySizeGb: "size" },
  "gcp:redis/cluster:Cluster": { nodeType: "size" },
  "gcp:memorystore/instance:Instance": { nodeType: "size" },
  "gcp:compute/instance:Instance": { machineType: "size" },
  "gcp:compute/disk:Disk": { size: "storage" },
  "gcp:logging/projectBucketConfig:ProjectBucketConfig": { retentionDays: "retention" },
  "gcp:cloudrunv2/service:Service": {
    "template.scaling.minInstanceCount": "scale",
    "template.scaling.maxInstanceCount": "scale",
    "scaling.minInstanceCount": "scale",
  },
  "azure-native:dbforpostgresql:Server": {
    "sku.name": "size",
    "storage.storageSizeGB": "storage",
    "backup.backupRetentionDays": "retention",
  },
  "azure-native:dbformysql:Server": {
    "sku.name": "size",
    "storage.storageSizeGB": "storage",
    "backup.backupRetentionDays": "retention",
  },
  "azure-native:redis:Redis": { "sku.name": "size", "sku.family": "size", "sku.capacity": "size" },
  "azure-native:redisenterprise:RedisEnterprise": { "sku.name": "size" },
  "azure-native:compute:VirtualMachine": { "hardwareProfile.vmSize": "size" },
  "azure-native:operationalinsights:Workspace": { retentionInDays: "retention" },
  "azure-native:app:ContainerApp": { "template.scale.minReplicas": "scale", "template.scale.maxReplicas": "scale" },
  "kubernetes:postgresql.cnpg.io/v1:Cluster": {
    "spec.resources.limits.cpu": "size",
    "spec.resources.limits.memory": "size",
    "spec.resources.requests.cpu": "size",
    "spec.resources.requests.memory": "size",
    "spec.storage.size": "storage",
    "spec.instances": "scale",
    "spec.backup.retentionPolicy": "retention",
  },
  "kubernetes:barmancloud.cnpg.io/v1:ObjectStore": { "spec.retentionPolicy": "retention" },
  "kubernetes:core/v1:PersistentVolumeClaim": { "spec.resources.requests.storage": "storage" },
  "kubernetes:apps/v1:Deployment": { "spec.replicas": "scale" },
  "kubernetes:apps/v1:StatefulSet": { "spec.replicas": "scale" },
  "kubernetes:autoscaling/v2:HorizontalPodAutoscaler": { "spec.minReplicas": "scale", "spec.maxReplicas": "scale" },
};
