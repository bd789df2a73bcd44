import { canonicalType } from "../../policy/protocol/canonical-type";
import type { Sdk } from "./sdk-properties";

const azure = (...services: string[]) => services.map((service) => `azure-native:${service}`);

/** Types that are one service, or one thing, under several names: the same rules apply to all of them. */
export interface Family {
  name: string;
  types: readonly string[];
}

/** By what a cloud calls the thing. A type may be in several. */
export const families: readonly Family[] = [
  {
    name: "Cloud Run, by version of its API and by kind",
    types: [
      "gcp:cloudrun/service:Service",
      "gcp:cloudrunv2/service:Service",
      "gcp:cloudrunv2/job:Job",
      "gcp:cloudrunv2/workerPool:WorkerPool",
    ],
  },
  {
    name: "functions of Google, by version of their API",
    types: ["gcp:cloudfunctions/function:Function", "gcp:cloudfunctionsv2/function:Function"],
  },
  {
    name: "machines of Google, and what they are made by",
    types: [
      "gcp:compute/instance:Instance",
      "gcp:compute/instanceFromMachineImage:InstanceFromMachineImage",
      "gcp:compute/instanceFromTemplate:InstanceFromTemplate",
      "gcp:compute/instanceTemplate:InstanceTemplate",
      "gcp:compute/regionInstanceTemplate:RegionInstanceTemplate",
    ],
  },
  { name: "disks of Google", types: ["gcp:compute/disk:Disk", "gcp:compute/regionDisk:RegionDisk"] },
  {
    name: "services behind load balancers of Google",
    types: ["gcp:compute/backendService:BackendService", "gcp:compute/regionBackendService:RegionBackendService"],
  },
  {
    name: "proxies of Google",
    types: [
      "gcp:compute/targetHttpsProxy:TargetHttpsProxy",
      "gcp:compute/regionTargetHttpsProxy:RegionTargetHttpsProxy",
    ],
  },
  {
    name: "policies of TLS of Google",
    types: ["gcp:compute/sSLPolicy:SSLPolicy", "gcp:compute/regionSslPolicy:RegionSslPolicy"],
  },
  {
    name: "secrets of Google",
    types: ["gcp:secretmanager/secret:Secret", "gcp:secretmanager/regionalSecret:RegionalSecret"],
  },
  {
    name: "caches of Google",
    types: ["gcp:redis/instance:Instance", "gcp:redis/cluster:Cluster", "gcp:memorystore/instance:Instance"],
  },
  {
    name: "containers of AWS",
    types: [
      "aws:ecs/taskDefinition:TaskDefinition",
      "aws:ecs/daemonTaskDefinition:DaemonTaskDefinition",
      "aws:ecs/expressGatewayService:ExpressGatewayService",
      "aws:batch/jobDefinition:JobDefinition",
      "aws:apprunner/service:Service",
      "aws:lightsail/containerServiceDeploymentVersion:ContainerServiceDeploymentVersion",
    ],
  },
  {
    name: "clusters of databases of AWS",
    types: ["aws:rds/cluster:Cluster", "aws:docdb/cluster:Cluster", "aws:neptune/cluster:Cluster"],
  },
  { name: "databases of RDS", types: ["aws:rds/instance:Instance", "aws:rds/cluster:Cluster"] },
  {
    name: "instances of clusters of databases of AWS",
    types: ["rds", "docdb", "neptune"].map((service) => `aws:${service}/clusterInstance:ClusterInstance`),
  },
  {
    name: "databases of AWS in several regions",
    types: ["rds", "docdb", "neptune"].map((service) => `aws:${service}/globalCluster:GlobalCluster`),
  },
  {
    name: "caches of AWS",
    types: [
      "aws:elasticache/replicationGroup:ReplicationGroup",
      "aws:elasticache/cluster:Cluster",
      "aws:elasticache/serverlessCache:ServerlessCache",
      "aws:memorydb/cluster:Cluster",
    ],
  },
  {
    name: "domains of OpenSearch",
    types: ["aws:opensearch/domain:Domain", "aws:elasticsearch/domain:Domain"],
  },
  {
    name: "stages of API Gateway",
    types: ["aws:apigateway/stage:Stage", "aws:apigatewayv2/stage:Stage"],
  },
  {
    name: "machines of AWS, and what they are made by",
    types: [
      "aws:ec2/instance:Instance",
      "aws:ec2/spotInstanceRequest:SpotInstanceRequest",
      "aws:ec2/launchConfiguration:LaunchConfiguration",
      "aws:ec2/launchTemplate:LaunchTemplate",
    ],
  },
  {
    name: "containers of Azure",
    types: azure(
      ...["app:ContainerApp", "app:Job", "app:ContainerAppsSessionPool"],
      ...["containerinstance:ContainerGroup", "containerinstance:ContainerGroupProfile", "containerinstance:CGProfile"],
    ),
  },
  { name: "web apps of Azure", types: azure("web:WebApp", "web:WebAppSlot") },
  { name: "databases of Azure, flexible servers", types: azure("dbforpostgresql:Server", "dbformysql:Server") },
  { name: "SQL Server in Azure", types: azure("sql:Server", "sql:ManagedInstance") },
  { name: "caches of Azure", types: azure("redis:Redis", "redisenterprise:RedisEnterprise") },
  {
    name: "workloads of Kubernetes",
    types: ["Deployment", "StatefulSet", "DaemonSet"].map((kind) => `kubernetes:apps/v1:${kind}`),
  },
];

/** Families by the SDKs' own word: a type and what it is called elsewhere, in the one name that rules have for each. */
export function familiesByAlias(sdks: Iterable<Sdk>): Family[] {
  const types = [...sdks].flatMap(({ aliases }) => [...aliases]);
  return types.flatMap(([type, others]) => {
    const names = [...new Set([type, ...others].map(canonicalType))];
    return names.length < 2 ? [] : [{ name: `${type} and its aliases`, types: names }];
  });
}
