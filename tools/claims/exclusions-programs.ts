import type { Exclusion } from "./exclusion";

const azure = (...services: string[]) => services.map((service) => `azure-native:${service}`);

/** Variables of programs, and texts with passwords in them. */
const variables: readonly Exclusion[] = [
  {
    types: [
      ...["aws:bedrock/agentKnowledgeBase:AgentKnowledgeBase", "gcp:chronicle/feed:Feed", "gcp:oracledatabase/*"],
      ...azure("apimanagement:Cache", "app:Agent", "app:ConnectedEnvironment", "app:ManagedEnvironment"),
      ...azure("cognitiveservices:Account", "databoxedge:*", "deviceprovisioningservices:*", "deviceupdate:Instance"),
      ...azure("machinelearningservices:Compute", "networkcloud:*"),
      ...azure("recommendationsservice:*", "redis:Redis", "security:Automation"),
      ...azure("web:StaticSite*", "web:WebAppBackup*", "web:WebAppRelay*"),
    ],
    properties: ["*onnectionString"],
    why: "The service asks for the whole text, and takes no reference in its place: the program makes it a secret of Pulumi's.",
  },
  {
    types: azure("digitaltwins:DigitalTwinsEndpoint", "iothub:IotHubResource"),
    properties: ["*onnectionString"],
    why: "With an endpoint that signs in by its identity, which identity-local-accounts asks for, there is no key in it.",
  },
  {
    types: azure("datafactory:*", "synapse:*", "offazurespringboot:*"),
    properties: ["*"],
    why: "A limit: pipelines of data have no rules on what is in them; a linked service takes a reference to a key vault.",
  },
  {
    types: ["aws:workspaces/connectionAlias:ConnectionAlias"],
    properties: ["connectionString"],
    why: "It is a domain name.",
  },
  {
    types: ["gcp:oracledatabase/autonomousDatabase:AutonomousDatabase"],
    properties: ["*connectionStrings"],
    why: "The service gives it: it has names of the network in it.",
  },
  {
    types: ["gcp:cloudfunctions/*", "gcp:cloudfunctionsv2/*"],
    properties: ["*secretEnvironmentVariables"],
    why: "They are references to secrets.",
  },
  {
    types: [
      "kubernetes:*",
      "gcp:cloudrun/*",
      "gcp:cloudbuild/*",
      "gcp:vertex/*",
      "aws:apprunner/*",
      "aws:ecs/*",
      "aws:pipes/*",
    ],
    properties: [
      ...["*envFrom", "*envFroms", "*environmentFiles", "*runtimeEnvironmentSecrets"],
      ...["*secretEnv", "*secretEnvs", "*secretManagers"],
    ],
    why: "They say where values are: in a secret, in a file, or encrypted by a key.",
  },
  {
    types: ["gcp:cloudrunv2/job:Job", ...azure("batch:Pool")],
    properties: ["*ports", "certificates"],
    why: "Their comments tell of a variable that the service sets by itself.",
  },
  {
    types: azure("web:WebAppSiteContainer*"),
    properties: ["environmentVariables"],
    why: "A value is the name of an app setting, which is judged.",
  },
  {
    types: azure("servicefabricmesh:*"),
    properties: ["*environmentVariables", "*settings"],
    why: "Azure retired Service Fabric Mesh on 28 April 2021.",
  },
  {
    types: ["aws:bedrock/agentPrompt:AgentPrompt", "gcp:ces/evaluation:Evaluation"],
    properties: ["*ariables"],
    why: "They are words of a conversation.",
  },
  {
    types: [
      ...["aws:codepipeline/pipeline:Pipeline", "gcp:apigee/environmentDebugmask:EnvironmentDebugmask"],
      ...["aws:networkfirewall/firewallPolicy:FirewallPolicy", ...azure("network:WebApplicationFirewallPolicy")],
    ],
    properties: ["*ariables"],
    why: "They are names, or addresses of a firewall's rule, not values of a program's variables.",
  },
  {
    types: ["aws:bedrock/agentcoreHarness:AgentcoreHarness", "gcp:apigee/apiProduct:ApiProduct"],
    properties: ["environments"],
    why: "It is where something runs, by its name or its network.",
  },
  {
    types: ["kubernetes:*AdmissionPolicy*"],
    properties: ["*spec.variables"],
    why: "They are expressions over requests to the API server.",
  },
];

/** Accounts that are no workload's own. */
const accounts: readonly Exclusion[] = [
  {
    types: [
      ...[
        "gcp:accesscontextmanager/*",
        "gcp:apihub/*",
        "gcp:applicationintegration/*",
        "gcp:beyondcorp/*",
        "gcp:ces/*",
      ],
      ...["gcp:cloudscheduler/job:Job", "gcp:cloudtasks/queue:Queue", "gcp:dataplex/dataProduct:DataProduct"],
      ...["gcp:diagflow/cxWebhook:CxWebhook", "gcp:eventarc/pipeline:Pipeline", "gcp:projects/apiKey:ApiKey"],
      ...["gcp:pubsub/*", "gcp:sourcerepo/repository:Repository", "gcp:storage/hmacKey:HmacKey"],
      ...["aws:eks/addon:Addon", "aws:eks/podIdentityAssociation:PodIdentityAssociation", "kubernetes:*FlowSchema*"],
      ...azure("securityinsights:RestApiPollerDataConnector"),
    ],
    properties: ["*erviceAccount", "*serviceAccountEmail"],
    why: "It is in whose name a request or a message is sent, or whom something is for: nothing of the program's runs under it.",
  },
  {
    types: ["gcp:cloudbuild/trigger:Trigger", "gcp:cloudfunctionsv2/function:Function"],
    properties: ["pubsubConfig.serviceAccountEmail", "eventTrigger.serviceAccountEmail"],
    why: "It is in whose name the message is sent that starts it.",
  },
  {
    types: ["gcp:cloudfunctionsv2/function:Function", "gcp:cloudrunv2/service:Service"],
    properties: ["buildConfig.serviceAccount"],
    why: "A limit: it builds the image; what runs has an account of its own, which is judged.",
  },
  {
    types: [
      ...["gcp:apigee/*", "gcp:bigquery/*", "gcp:dataform/*", "gcp:dataplex/datascan:Datascan"],
      ...["gcp:integrationconnectors/connection:Connection", "gcp:storage/transferJob:TransferJob"],
      ...["gcp:securesourcemanager/repository:Repository", "gcp:dataproc/gdcServiceInstance:*"],
    ],
    properties: ["*erviceAccount", "serviceAccountName"],
    why: "A limit: the provider does not say under what it runs where none is named.",
  },
  {
    types: [
      ...["gcp:clouddeploy/automation:Automation", "gcp:configdeployment/deployment:Deployment"],
      ...["gcp:firebase/appHostingBackend:*", "gcp:migrationcenter/discoveryClient:*"],
      ...azure("secretsynccontroller:SecretSync"),
    ],
    properties: ["serviceAccount", "serviceAccountName"],
    why: "It has to be named; a limit: that it is no default one is not looked at.",
  },
];

/** Paths that are no host's, and privileges that something can't do without. */
const hosts: readonly Exclusion[] = [
  {
    types: ["aws:codebuild/project:Project"],
    properties: ["environment.privilegedMode"],
    why: "A build that makes images with Docker has to have it (CodeBuild API, `ProjectEnvironment`).",
  },
  {
    types: ["kubernetes:*:PodSecurityPolicy*"],
    properties: ["spec.privileged"],
    why: "Kubernetes removed PodSecurityPolicy in 1.25.",
  },
  {
    types: ["aws:ecs/*"],
    properties: ["*devices[].hostPath"],
    why: "A limit: devices that a task is given have no rule; they are no directory.",
  },
  {
    types: [...azure("secretsynccontroller:SecretSync"), "gcp:edgecontainer/cluster:Cluster"],
    properties: ["*sourcePath", "controlPlane.local"],
    why: "It is a path in a secret, or a control plane at the edge, not a directory of a host.",
  },
  {
    types: ["kubernetes:storage.k8s.io/*:VolumeAttachment*"],
    properties: ["*inlineVolumeSpec.*"],
    why: "The controller of volumes makes these objects, for volumes of drivers that are judged in Pods.",
  },
  {
    types: ["kubernetes:*List"],
    properties: ["items[].*"],
    why: "Pods in a list are judged as such; a limit: other objects have to be resources of their own.",
  },
  {
    types: ["kubernetes:settings.k8s.io/*"],
    properties: ["*"],
    why: "Kubernetes removed PodPreset in 1.20.",
  },
];

/** Of what programs are given, and of what they run on. */
export const programs: readonly Exclusion[] = [...variables, ...accounts, ...hosts];
