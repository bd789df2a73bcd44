/** A type that is replaced by design: a new resource is a new version, and the old one is not missed. */
export interface MadeAnew {
  /** The meaning of a new one: a version of a definition, a run of a job, or a name that other resources take. */
  is: "version" | "run" | "name";
  /** Source of that fact. */
  source: string;
}

/** Types for which every change makes a new resource, by design. */
export const madeAnew: Readonly<Record<string, MadeAnew>> = {
  "aws:ecs/taskDefinition:TaskDefinition": {
    is: "version",
    source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/update-task-definition-console-v2.html",
  },
  "aws:lambda/invocation:Invocation": {
    is: "run",
    source: "https://www.pulumi.com/registry/packages/aws/api-docs/lambda/invocation/",
  },
  "aws:lambda/layerVersion:LayerVersion": {
    is: "version",
    source: "https://docs.aws.amazon.com/lambda/latest/dg/chapter-layers.html",
  },
  "aws:ec2/launchConfiguration:LaunchConfiguration": {
    is: "version",
    source: "https://docs.aws.amazon.com/autoscaling/ec2/userguide/launch-configurations.html",
  },
  "gcp:compute/instanceTemplate:InstanceTemplate": {
    is: "version",
    source: "https://cloud.google.com/compute/docs/instance-templates",
  },
  "gcp:compute/regionInstanceTemplate:RegionInstanceTemplate": {
    is: "version",
    source: "https://cloud.google.com/compute/docs/instance-templates",
  },
  "azure-native:resources:AzureCliScript": {
    is: "run",
    source: "https://learn.microsoft.com/en-us/azure/azure-resource-manager/templates/deployment-script-template",
  },
  "azure-native:resources:AzurePowerShellScript": {
    is: "run",
    source: "https://learn.microsoft.com/en-us/azure/azure-resource-manager/templates/deployment-script-template",
  },
  "kubernetes:batch/v1:Job": {
    is: "run",
    source: "https://kubernetes.io/docs/concepts/workloads/controllers/job/",
  },
  "kubernetes:core/v1:ConfigMap": {
    is: "version",
    source: "https://www.pulumi.com/registry/packages/kubernetes/api-docs/provider/",
  },
  "kubernetes:core/v1:Secret": {
    is: "version",
    source: "https://www.pulumi.com/registry/packages/kubernetes/api-docs/provider/",
  },
  "random:index/randomId:RandomId": {
    is: "name",
    source: "https://www.pulumi.com/registry/packages/random/api-docs/randomid/",
  },
  "random:index/randomUuid:RandomUuid": {
    is: "name",
    source: "https://www.pulumi.com/registry/packages/random/api-docs/randomuuid/",
  },
};

/** A type that runs instances, with the properties that start new ones. */
export interface Instances {
  /** A change at or below these paths replaces the running instances. */
  paths: readonly string[];
  source: string;
}

const cloudRun = "https://cloud.google.com/run/docs/managing/revisions";
const deployments = "https://kubernetes.io/docs/concepts/workloads/controllers/deployment/";

/** Types whose update rolls out: new instances start beside the old ones and replace them. */
export const rollsOut: Readonly<Record<string, Instances>> = {
  "aws:ecs/service:Service": {
    paths: ["taskDefinition", "forceNewDeployment", "triggers"],
    source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-ecs.html",
  },
  "gcp:cloudrunv2/service:Service": { paths: ["template"], source: cloudRun },
  "gcp:cloudrunv2/workerPool:WorkerPool": { paths: ["template"], source: cloudRun },
  "gcp:cloudrun/service:Service": { paths: ["template"], source: cloudRun },
  "azure-native:app:ContainerApp": {
    paths: ["template"],
    source: "https://learn.microsoft.com/en-us/azure/container-apps/revisions",
  },
  "kubernetes:apps/v1:Deployment": { paths: ["spec.template"], source: deployments },
  "kubernetes:apps/v1:StatefulSet": {
    paths: ["spec.template"],
    source: "https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/",
  },
  "kubernetes:apps/v1:DaemonSet": {
    paths: ["spec.template"],
    source: "https://kubernetes.io/docs/tasks/manage-daemon/update-daemon-set/",
  },
};

/** Types that hold a job, with the changes that start a run, if any. */
export const jobs: Readonly<Record<string, Instances>> = {
  "gcp:cloudrunv2/job:Job": {
    paths: ["runExecutionToken", "startExecutionToken"],
    source: "https://www.pulumi.com/registry/packages/gcp/api-docs/cloudrunv2/job/",
  },
  "azure-native:app:Job": { paths: [], source: "https://learn.microsoft.com/en-us/azure/container-apps/jobs" },
  "kubernetes:batch/v1:CronJob": {
    paths: [],
    source: "https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/",
  },
};
