import type { RuleExclusion } from "./exclusion";

const azure = (...services: string[]) => services.map((service) => `azure-native:${service}`);

/** Types that are gone. */
const retired: readonly RuleExclusion[] = [
  {
    rules: ["*"],
    types: azure("dbformysql:SingleServer*", "dbforpostgresql:SingleServer*"),
    why: "Azure retired the single servers on 28 March 2025 and before.",
  },
  {
    rules: ["availability-*", "containers-probes", "governance-tags"],
    types: ["kubernetes:apps/v1beta*", "kubernetes:extensions/v1beta1:*"],
    why: "Kubernetes removed these versions of workloads in 1.16; what their Pods may do is judged all the same.",
  },
  {
    rules: ["data-safety-volume-reclaim"],
    types: ["kubernetes:apps/v1beta*"],
    why: "Kubernetes removed these versions of workloads in 1.16.",
  },
];

const containers: readonly RuleExclusion[] = [
  {
    rules: ["containers-probes", "exposure-service-ingress"],
    types: ["gcp:cloudrunv2/job:Job", "gcp:cloudrunv2/workerPool:WorkerPool"],
    why: "They have no address, and answer no requests.",
  },
  {
    rules: ["containers-probes", "encryption-in-transit-app", "availability-replicas"],
    types: azure("app:Job", "app:ContainerAppsSessionPool"),
    why: "A job has no ingress and ends; sessions are reached through the pool, over HTTPS, and Azure starts each of them.",
  },
  {
    rules: ["containers-probes", "encryption-in-transit-app", "availability-replicas"],
    types: azure("containerinstance:*"),
    why: "A group is one machine with ports, without replicas or an ingress; a limit: its probes are not asked for.",
  },
  {
    rules: ["containers-capabilities", "containers-non-privileged"],
    types: azure("app:ContainerApp", "app:Job", "app:ContainerAppsSessionPool"),
    why: "Container Apps have no such property, and run no privileged containers.",
  },
  {
    rules: ["exposure-task-address"],
    types: azure("app:ContainerApp", "app:Job", "app:ContainerAppsSessionPool"),
    why: "Their environment has the address, and answers users of the internet, which is what it is for.",
  },
  {
    rules: ["containers-limits"],
    types: azure("containerinstance:*"),
    why: "A limit: how much memory the containers of a group have is not asked for.",
  },
  {
    rules: [
      ...["containers-capabilities", "containers-capabilities-restricted", "containers-host-namespaces"],
      ...["containers-limits", "containers-non-root", "containers-read-only-root", "logging-containers"],
      "encryption-in-transit-file-system",
    ],
    types: ["aws:ecs/daemonTaskDefinition:DaemonTaskDefinition", "aws:batch/jobDefinition:JobDefinition"],
    why: "A limit: of daemons and of Batch's jobs, images, privileges, paths of the host and variables are judged, and nothing else.",
  },
  {
    rules: [
      ...["containers-capabilities", "containers-capabilities-restricted", "containers-host-namespaces"],
      ...["containers-host-paths", "containers-limits", "containers-non-privileged", "containers-non-root"],
      ...["containers-read-only-root", "encryption-in-transit-file-system", "logging-containers"],
    ],
    types: [
      "aws:apprunner/service:Service",
      "aws:ecs/expressGatewayService:ExpressGatewayService",
      "aws:lightsail/containerServiceDeploymentVersion:ContainerServiceDeploymentVersion",
    ],
    why: "They have no such property: the service sets the size, keeps the log and gives no part of its host.",
  },
  {
    rules: ["exposure-task-address"],
    types: ["aws:ecs/*Definition:*"],
    why: "The service that runs the task gives it its address, and is judged.",
  },
  {
    rules: ["exposure-task-address"],
    types: [
      "aws:apprunner/service:Service",
      "aws:ecs/expressGatewayService:ExpressGatewayService",
      "aws:lightsail/containerServiceDeploymentVersion:ContainerServiceDeploymentVersion",
    ],
    why: "They answer users of the internet, which is what they are for.",
  },
  {
    rules: ["identity-default-service-account"],
    types: ["aws:ecs/*", "aws:apprunner/*", "aws:lightsail/*"],
    why: "It is about accounts of Kubernetes, which Batch's jobs on EKS have.",
  },
];

const databases: readonly RuleExclusion[] = [
  {
    rules: ["backup-after-deletion"],
    types: ["aws:docdb/cluster:Cluster", "aws:neptune/cluster:Cluster"],
    why: "Their automatic backups go with the cluster, whatever is said: backup-final-snapshot asks for the one that stays.",
  },
  {
    rules: ["backup-point-in-time"],
    types: ["aws:rds/cluster:Cluster"],
    why: "Aurora can always be restored to any point of its retention, which backup-database-retention judges.",
  },
  {
    rules: ["data-safety-storage-autogrow"],
    types: ["aws:rds/cluster:Cluster"],
    why: "Aurora's volume grows by itself.",
  },
  {
    rules: ["exposure-database", "logging-database-insights"],
    types: ["aws:rds/cluster:Cluster"],
    why: "Its instances say it, and are judged; a limit: a Multi-AZ cluster has none.",
  },
  {
    rules: ["exposure-database"],
    types: ["aws:docdb/clusterInstance:ClusterInstance"],
    why: 'DocumentDB has no public address (Developer Guide, "Connecting from outside an Amazon VPC").',
  },
  {
    rules: ["data-safety-minor-upgrades"],
    types: [
      ...["aws:docdb/cluster:Cluster", "aws:neptune/cluster:Cluster", "aws:docdb/clusterInstance:ClusterInstance"],
      "aws:elasticache/serverlessCache:ServerlessCache",
    ],
    why: "Instances say it, DocumentDB ignores it, and a serverless cache is upgraded by AWS.",
  },
  {
    rules: ["governance-engine-version"],
    types: ["aws:docdb/cluster:Cluster", "aws:neptune/cluster:Cluster", ...azure("dbformysql:Server")],
    why: "It is about versions of PostgreSQL.",
  },
  {
    rules: ["backup-geo-redundancy", "data-safety-delete-lock", "data-safety-protect"],
    types: azure("sql:Server"),
    why: "A server holds nothing but databases: each of them says where its backups are, and is judged.",
  },
  {
    rules: ["exposure-database"],
    types: azure("cosmosdb:MongoCluster"),
    why: "That version of the API has no such property: who reaches it, the rules of its firewall say, which are judged.",
  },
];

const caches: readonly RuleExclusion[] = [
  {
    rules: [
      ...["availability-cache-ha", "backup-cache-final-snapshot", "data-safety-protect", "identity-cache-auth"],
      "encryption-at-rest-customer-key",
    ],
    types: ["aws:elasticache/cluster:Cluster"],
    why: "It is Memcached, or one node: nothing in it is kept, and it has neither a replica, a password nor a key.",
  },
  {
    rules: ["availability-cache-ha", "encryption-at-rest-cache", "encryption-in-transit-cache"],
    types: ["aws:elasticache/serverlessCache:ServerlessCache"],
    why: "It is in several zones and encrypted, always (ElastiCache User Guide).",
  },
  {
    rules: ["backup-cache-final-snapshot", "data-safety-protect"],
    types: ["aws:elasticache/serverlessCache:ServerlessCache"],
    why: "A limit: its snapshots are judged by backup-cache-snapshots, and its deletion is not.",
  },
  {
    rules: ["encryption-at-rest-cache"],
    types: ["aws:memorydb/cluster:Cluster"],
    why: "MemoryDB is always encrypted at rest.",
  },
  {
    rules: ["availability-cache-ha", "data-safety-delete-lock"],
    types: azure("redis:Redis"),
    why: "A limit: these two are asked of Azure Managed Redis alone, which follows it.",
  },
  {
    rules: ["backup-cache-snapshots", "encryption-in-transit-cache"],
    types: azure("redisenterprise:RedisEnterprise"),
    why: "Its database says it, and is judged.",
  },
];

const others: readonly RuleExclusion[] = [
  {
    rules: ["governance-tags"],
    types: [
      ...["gcp:compute/instanceFrom*", "gcp:compute/instanceTemplate:*", "gcp:compute/regionInstanceTemplate:*"],
      ...["aws:ec2/spotInstanceRequest:*", "aws:ec2/launchConfiguration:*", "aws:ec2/launchTemplate:*"],
    ],
    why: "A limit: labels of what machines are made by are not asked for; a launch configuration has none.",
  },
  {
    rules: ["encryption-in-transit-app"],
    types: azure("web:WebAppAuthSettingsV2WithoutSecrets*"),
    why: "It is the same settings as WebAppAuthSettingsV2, read without their secrets.",
  },
  {
    rules: ["availability-*"],
    types: ["kubernetes:apps/v1:DaemonSet"],
    why: "One Pod runs on each node: it has no replicas to count, to spread or to keep.",
  },
  {
    rules: ["availability-*"],
    types: ["kubernetes:apps/v1:StatefulSet"],
    why: "A limit: how many members a system of members needs, and how it is updated, is its own affair.",
  },
  {
    rules: ["data-safety-volume-reclaim"],
    types: ["kubernetes:apps/v1:Deployment", "kubernetes:apps/v1:DaemonSet"],
    why: "They make no claims of volumes.",
  },
];

/** Every exclusion of a family; each has to be of a type that its rules do not judge. */
export const familyExclusions: readonly RuleExclusion[] = [
  ...retired,
  ...containers,
  ...databases,
  ...caches,
  ...others,
];
