import { inCommand, list, map, ofContainer, type Place } from "./places";

const both = ["containers.*", "initContainers.*"];

/** What Batch has in documents (API reference, `RegisterJobDefinition`): a container, tasks of ECS, a Pod of EKS. */
const inBatch = (prefix: string, container: string, text: "!" | ""): Place[] => [
  ...ofContainer(`${prefix}${container}${text}`, "environment", "command"),
  ...ofContainer(`${prefix}ecsProperties${text}.taskProperties.*.containers.*`, "environment", "command"),
];

const site: readonly Place[] = [
  list("siteConfig.appSettings"),
  { kind: "connections", path: "siteConfig.connectionStrings" },
];
const connectionStrings: readonly Place[] = [{ kind: "pairs", path: "properties" }];
const files: readonly Place[] = [
  { kind: "files", path: "data" },
  { kind: "encoded", path: "binaryData" },
];
const charts: readonly Place[] = [{ kind: "tree", path: "values" }];
const groups = both.flatMap((path) => ofContainer(path, "environmentVariables", "command"));
const job = ["environmentVariables", "trial.environmentVariables"];

const ofAws: Readonly<Record<string, readonly Place[]>> = {
  "aws:amplify/app:App": [map("environmentVariables"), map("autoBranchCreationConfig.environmentVariables")],
  "aws:amplify/branch:Branch": [map("environmentVariables")],
  "aws:apigateway/deployment:Deployment": [map("variables")],
  "aws:apigateway/stage:Stage": [map("variables")],
  "aws:apigatewayv2/stage:Stage": [map("stageVariables")],
  "aws:apprunner/service:Service": [
    map("sourceConfiguration.imageRepository.imageConfiguration.runtimeEnvironmentVariables"),
    map("sourceConfiguration.codeRepository.codeConfiguration.codeConfigurationValues.runtimeEnvironmentVariables"),
  ],
  "aws:batch/jobDefinition:JobDefinition": [
    ...inBatch("", "containerProperties", "!"),
    ...inBatch("nodeProperties!.nodeRangeProperties.*.", "container", ""),
    ...both.flatMap((path) => ofContainer(`eksProperties.podProperties.${path}`, "envs", "commands", "args")),
    ...both.flatMap((path) =>
      ofContainer(
        `nodeProperties!.nodeRangeProperties.*.eksProperties.podProperties.${path}`,
        "env",
        "command",
        "args",
      ),
    ),
  ],
  "aws:bedrock/agentcoreAgentRuntime:AgentcoreAgentRuntime": [map("environmentVariables")],
  "aws:bedrock/agentcoreHarness:AgentcoreHarness": [map("environmentVariables")],
  "aws:codebuild/project:Project": [{ kind: "typed", path: "environment.environmentVariables" }],
  "aws:codepipeline/pipeline:Pipeline": [{ kind: "defaults", path: "variables" }],
  "aws:ecs/daemonTaskDefinition:DaemonTaskDefinition": ofContainer(
    "containerDefinitions.*",
    "environments",
    "commands",
    "entryPoints",
  ),
  "aws:ecs/expressGatewayService:ExpressGatewayService": ofContainer("primaryContainer", "environments", "commands"),
  "aws:elasticbeanstalk/configurationTemplate:ConfigurationTemplate": [list("settings")],
  "aws:elasticbeanstalk/environment:Environment": [list("settings")],
  "aws:glue/job:Job": [map("defaultArguments"), map("nonOverridableArguments")],
  "aws:kinesisanalyticsv2/application:Application": [
    map("applicationConfiguration.environmentProperties.propertyGroups.*.propertyMap"),
  ],
  "aws:lambda/function:Function": [map("environment.variables")],
  "aws:lambda/microvmsImage:MicrovmsImage": [map("environmentVariables")],
  "aws:lambdamicrovms/image:Image": [map("environmentVariables")],
  "aws:lightsail/containerServiceDeploymentVersion:ContainerServiceDeploymentVersion": [
    map("containers.*.environment"),
    inCommand("containers.*.commands"),
  ],
  "aws:pipes/pipe:Pipe": [
    ...ofContainer("targetParameters.batchJobParameters.containerOverrides", "environments", "commands"),
    ...ofContainer("targetParameters.ecsTaskParameters.overrides.containerOverrides.*", "environments", "commands"),
  ],
  "aws:sagemaker/algorithm:Algorithm": [
    map("inferenceSpecification.containers.*.environment"),
    map("validationSpecification.validationProfiles.transformJobDefinition.environment"),
  ],
  "aws:sagemaker/appImageConfig:AppImageConfig": ["codeEditorAppImageConfig", "jupyterLabImageConfig"].map((path) =>
    map(`${path}.containerConfig.containerEnvironmentVariables`),
  ),
  "aws:sagemaker/dataQualityJobDefinition:DataQualityJobDefinition": [map("dataQualityAppSpecification.environment")],
  "aws:sagemaker/hyperParameterTuningJob:HyperParameterTuningJob": [
    map("trainingJobDefinition.environment"),
    map("trainingJobDefinitions.*.environment"),
  ],
  "aws:sagemaker/model:Model": [map("primaryContainer.environment"), map("containers.*.environment")],
  "aws:sagemaker/monitoringSchedule:MonitoringSchedule": [
    map("monitoringScheduleConfig.monitoringJobDefinition.environment"),
  ],
  "aws:sagemaker/trainingJob:TrainingJob": [map("environment")],
  "aws:synthetics/canary:Canary": [map("runConfig.environmentVariables")],
};

const ofGoogle: Readonly<Record<string, readonly Place[]>> = {
  "gcp:appengine/flexibleAppVersion:FlexibleAppVersion": [map("envVariables")],
  "gcp:appengine/standardAppVersion:StandardAppVersion": [map("envVariables")],
  "gcp:cloudbuild/trigger:Trigger": [
    map("substitutions"),
    map("build.substitutions"),
    map("build.source.repoSource.substitutions"),
    ...["build.options.envs", "build.steps.*.envs", "build.steps.*.args"].map(inCommand),
  ],
  "gcp:clouddeploy/customTargetType:CustomTargetType": ["tasks.deploy.container", "tasks.render.container"].flatMap(
    (path) => [map(`${path}.env`), inCommand(`${path}.commands`), inCommand(`${path}.args`)],
  ),
  "gcp:cloudfunctions/function:Function": [map("environmentVariables"), map("buildEnvironmentVariables")],
  "gcp:cloudfunctionsv2/function:Function": [
    map("serviceConfig.environmentVariables"),
    map("buildConfig.environmentVariables"),
  ],
  // Beside its containers.
  "gcp:cloudrunv2/service:Service": [
    map("buildConfig.environmentVariables"),
    ...ofContainer("template.sandboxes.templates.*", "envs", "commands", "args"),
  ],
  "gcp:colab/runtimeTemplate:RuntimeTemplate": [list("softwareConfig.envs")],
  "gcp:composer/environment:Environment": [map("config.softwareConfig.envVariables")],
  "gcp:dataflow/flexTemplateJob:FlexTemplateJob": [map("parameters")],
  "gcp:dataflow/job:Job": [map("parameters")],
  "gcp:dataproc/batch:Batch": [map("sparkSqlBatch.queryVariables")],
  "gcp:dataproc/gdcSparkApplication:GdcSparkApplication": [map("sparkSqlApplicationConfig.scriptVariables")],
  "gcp:dataproc/job:Job": ["hiveConfig", "pigConfig", "sparksqlConfig"].map((path) => map(`${path}.scriptVariables`)),
  "gcp:dataproc/workflowTemplate:WorkflowTemplate": ["hiveJob", "pigJob", "sparkSqlJob"].map((path) =>
    map(`jobs.*.${path}.scriptVariables`),
  ),
  "gcp:firebase/extensionsInstance:ExtensionsInstance": [map("config.params"), map("config.systemParams")],
  "gcp:integrationconnectors/connection:Connection": [
    ...["configVariables", "authConfig.additionalVariables", "sslConfig.additionalVariables"],
    ...["eventingConfig.additionalVariables", "eventingConfig.authConfig.additionalVariables"],
  ].map((path): Place => ({ kind: "strings", path })),
  "gcp:saasruntime/unitOperation:UnitOperation": ["provision", "upgrade"].map(
    (path): Place => ({
      kind: "assigned",
      path: `${path}.inputVariables`,
    }),
  ),
  "gcp:vertex/aiEndpointWithModelGardenDeployment:AiEndpointWithModelGardenDeployment": ofContainer(
    "modelConfig.containerSpec",
    "envs",
    "commands",
    "args",
  ),
  "gcp:vertex/aiReasoningEngine:AiReasoningEngine": [list("spec.deploymentSpec.envs")],
  "gcp:workflows/workflow:Workflow": [map("userEnvVars")],
  "gcp:workstations/workstation:Workstation": [map("env")],
  "gcp:workstations/workstationConfig:WorkstationConfig": [
    map("container.env"),
    inCommand("container.commands"),
    inCommand("container.args"),
  ],
};

const ofAzure: Readonly<Record<string, readonly Place[]>> = {
  "azure-native:app:Build": [list("configuration.environmentVariables")],
  "azure-native:app:ContainerAppsSessionPool": ofContainer(
    "customContainerTemplate.containers.*",
    "env",
    "command",
    "args",
  ),
  "azure-native:app:ContainerAppsSourceControl": [list("githubActionConfiguration.buildEnvironmentVariables")],
  // Beside their values are references to secrets of the component.
  "azure-native:app:DaprComponent": [list("metadata")],
  "azure-native:batch:Pool": [list("startTask.environmentSettings")],
  "azure-native:containerinstance:CGProfile": groups,
  "azure-native:containerinstance:ContainerGroup": groups,
  "azure-native:containerinstance:ContainerGroupProfile": groups,
  "azure-native:machinelearningservices:BatchDeployment": [map("properties.environmentVariables")],
  "azure-native:machinelearningservices:Compute": [
    { kind: "pairs", path: "properties.properties.customServices.*.environmentVariables" },
  ],
  "azure-native:machinelearningservices:InferenceGroup": [
    { kind: "keyed", path: "inferenceGroupProperties.environmentConfiguration.environmentVariables" },
  ],
  "azure-native:machinelearningservices:Job": job.map((path) => map(`properties.${path}`)),
  "azure-native:machinelearningservices:OnlineDeployment": [map("properties.environmentVariables")],
  "azure-native:machinelearningservices:Schedule": job.map((path) => map(`properties.action.jobDefinition.${path}`)),
  "azure-native:resources:AzureCliScript": [list("environmentVariables")],
  "azure-native:resources:AzurePowerShellScript": [list("environmentVariables")],
  "azure-native:web:WebApp": site,
  "azure-native:web:WebAppApplicationSettings": [map("properties")],
  "azure-native:web:WebAppApplicationSettingsSlot": [map("properties")],
  "azure-native:web:WebAppConnectionStrings": connectionStrings,
  "azure-native:web:WebAppConnectionStringsSlot": connectionStrings,
  "azure-native:web:WebAppSlot": site,
};

/** Types that have variables and arguments of programs beside containers of the platforms. */
export const placesOfVariables: Readonly<Record<string, readonly Place[]>> = {
  ...ofAws,
  ...ofGoogle,
  ...ofAzure,
  "kubernetes:helm.sh/v3:Release": charts,
  "kubernetes:helm.sh/v4:Chart": charts,
  "kubernetes:core/v1:ConfigMap": files,
  "kubernetes:core/v1:ConfigMapPatch": files,
};
