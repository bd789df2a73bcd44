import type * as gcp from "@pulumi/gcp";
import { type Finding, must, mustIfSet, type Requirement } from "../core/finding";
import { type Check, check, type Rule } from "../core/rule";
import type { View } from "../core/view";
import { type Row, required, requiredIfSet } from "./table";

/** Google's default accounts: of Compute Engine and of App Engine (IAM documentation, "Default service accounts"). */
const shared = /-compute@developer\.gserviceaccount\.com$|@appspot\.gserviceaccount\.com$/;

/** An account of its own: not the one that every workload of the project, or of the namespace, has. */
const own: Requirement = {
  words: "an account of its own",
  allows: (account) => {
    const text = account.text() ?? "";
    return text !== "" && text !== "default" && !shared.test(text);
  },
};

/** What a Pod, or a thing of Google's, runs under; nothing named is the default one. */
export function ownAccount(account: View): Finding[] {
  return must(account, own);
}

/** The same of what may leave it to what is patched. */
export function ownAccountIfSet(account: View): Finding[] {
  return mustIfSet(account, own);
}

/** What runs under a default account where nothing is named: by the provider's words on the property, or by the service's own. */
const named: readonly Row[] = [
  ["gcp:appengine/flexibleAppVersion:FlexibleAppVersion", "serviceAccount"],
  ["gcp:appengine/standardAppVersion:StandardAppVersion", "serviceAccount"],
  ["gcp:cloudfunctions/function:Function", "serviceAccountEmail"],
  ["gcp:cloudfunctionsv2/function:Function", "serviceConfig.serviceAccountEmail"],
  ["gcp:cloudrun/service:Service", "template.spec.serviceAccountName"],
  ["gcp:cloudrunv2/job:Job", "template.template.serviceAccount"],
  ["gcp:cloudrunv2/service:Service", "template.serviceAccount"],
  ["gcp:cloudrunv2/workerPool:WorkerPool", "template.serviceAccount"],
  ["gcp:composer/environment:Environment", "config.nodeConfig.serviceAccount"],
  ["gcp:container/nodePool:NodePool", "nodeConfig.serviceAccount"],
  ["gcp:dataflow/flexTemplateJob:FlexTemplateJob", "serviceAccountEmail"],
  ["gcp:dataflow/job:Job", "serviceAccountEmail"],
  ["gcp:notebooks/instance:Instance", "serviceAccount"],
  ["gcp:tpu/v2Vm:V2Vm", "serviceAccount.email"],
  ["gcp:workflows/workflow:Workflow", "serviceAccount"],
];

/** What may leave it to something else: to a template, to a cluster of another kind, or to an agent of Google's own. */
const nameable: readonly Row[] = [
  ["aws:batch/jobDefinition:JobDefinition", "eksProperties.podProperties.serviceAccountName"],
  [
    "gcp:backupdisasterrecovery/restoreWorkload:RestoreWorkload",
    "computeInstanceRestoreProperties.serviceAccounts[].email",
  ],
  ["gcp:cloudbuild/trigger:Trigger", "serviceAccount"],
  [
    "gcp:clouddeploy/target:Target",
    "executionConfigs[].defaultPool.serviceAccount",
    "executionConfigs[].privatePool.serviceAccount",
    "executionConfigs[].serviceAccount",
  ],
  ["gcp:colab/notebookExecution:NotebookExecution", "serviceAccount"],
  [
    "gcp:colab/schedule:Schedule",
    "createNotebookExecutionJobRequest.notebookExecutionJob.serviceAccount",
    "createPipelineJobRequest.pipelineJob.serviceAccount",
  ],
  [
    "gcp:dataflow/pipeline:Pipeline",
    "workload.dataflowFlexTemplateRequest.launchParameter.environment.serviceAccountEmail",
    "workload.dataflowLaunchTemplateRequest.launchParameters.environment.serviceAccountEmail",
  ],
  ["gcp:dataplex/task:Task", "executionSpec.serviceAccount"],
  ["gcp:dataproc/batch:Batch", "environmentConfig.executionConfig.serviceAccount"],
  ["gcp:dataproc/cluster:Cluster", "clusterConfig.gceClusterConfig.serviceAccount"],
  ["gcp:dataproc/sessionTemplate:SessionTemplate", "environmentConfig.executionConfig.serviceAccount"],
  ["gcp:dataproc/workflowTemplate:WorkflowTemplate", "placement.managedCluster.config.gceClusterConfig.serviceAccount"],
  ["gcp:eventarc/trigger:Trigger", "serviceAccount"],
  ["gcp:vertex/aiReasoningEngine:AiReasoningEngine", "spec.serviceAccount"],
  [
    "gcp:vertex/aiSchedule:AiSchedule",
    "createNotebookExecutionJobRequest.notebookExecutionJob.serviceAccount",
    "createPipelineJobRequest.pipelineJob.serviceAccount",
  ],
  ["gcp:workbench/instance:Instance", "gceSetup.serviceAccounts[].email"],
  ["gcp:workstations/workstationConfig:WorkstationConfig", "host.gceInstance.serviceAccount"],
];

/**
 * Machines that have no account, and no token, unless they ask for one: it is gcloud and the console that fill in the default
 * (gcloud's reference, `--no-service-account`; Compute Engine API, `instances.insert`). An account without a name is the
 * default one, by the provider's words on the property.
 */
const machines: readonly Row[] = [
  ["gcp:compute/instance:Instance", "serviceAccount.email"],
  ["gcp:compute/instanceFromMachineImage:InstanceFromMachineImage", "serviceAccount.email"],
  ["gcp:compute/instanceFromTemplate:InstanceFromTemplate", "serviceAccount.email"],
  ["gcp:compute/instanceTemplate:InstanceTemplate", "serviceAccount.email"],
  ["gcp:compute/regionInstanceTemplate:RegionInstanceTemplate", "serviceAccount.email"],
];

const ofMachine = check<{ serviceAccount: { email: string } }>((machine): Finding[] => {
  const account = machine.at("serviceAccount");
  return account.isSet ? ownAccount(account.at("email")) : [];
});

const cluster = "gcp:container/cluster:Cluster";

/** The nodes of a cluster: those that Autopilot or auto-provisioning makes, and those of the pools that it has by itself. */
const ofCluster = check<gcp.container.ClusterArgs>((args): Finding[] => {
  const automatic = args.at("clusterAutoscaling");
  const isAutopilot = args.at("enableAutopilot");
  const made = automatic.at("autoProvisioningDefaults").at("serviceAccount");
  if (!isAutopilot.known) return [];
  if (isAutopilot.boolean() === true) return ownAccount(made);
  const provisioned = automatic.at("enabled").boolean() === true ? ownAccount(made) : [];
  const pools = args.at("nodePools");
  if (!pools.known || args.at("removeDefaultNodePool").mayBe(true)) return provisioned;
  const nodes = pools.items().length > 0 ? pools.items() : [args];
  return [...provisioned, ...nodes.flatMap((pool) => ownAccount(pool.at("nodeConfig").at("serviceAccount")))];
});

/** Rows of all tables, for fixtures: whether an account has to be named, always or where there is one. */
export const accountRows: readonly (readonly [row: Row, isRequired: boolean | "if there is one"])[] = [
  ...named.map((row) => [row, true] as const),
  ...nameable.map((row) => [row, false] as const),
  ...machines.map((row) => [row, "if there is one"] as const),
];

/** A check of what runs beside Pods, on Google Cloud most of all. */
export function ofAccounts(): Record<string, Check> {
  const ofMachines = Object.fromEntries(machines.map(([type]) => [type, ofMachine]));
  return { ...required(own, named), ...requiredIfSet(own, nameable), ...ofMachines, [cluster]: ofCluster };
}

/** For `breaksBy`: what `ofAccounts` reads. */
export function accountsBreakBy(): Rule["breaksBy"] {
  return {
    ...Object.fromEntries(accountRows.map(([[type, ...paths]]) => [type, paths])),
    [cluster]: [
      "clusterAutoscaling.autoProvisioningDefaults.serviceAccount",
      "clusterAutoscaling.enabled",
      "enableAutopilot",
      "nodeConfig.serviceAccount",
      "nodePools[].nodeConfig.serviceAccount",
      "removeDefaultNodePool",
    ],
  };
}
