/**
 * Actions by which a service gets a role that is passed to it, by the service that the role has to trust: what does as the
 * caller says runs with the role's rights then, on a resource that the caller named too. Sources: Service Authorization
 * Reference, "Dependent actions" with `iam:PassRole`, as of 14 June 2026; where that column has none, the parameter for a role
 * in the service's API reference (`Role` of Lambda's UpdateFunctionConfiguration, `serviceRole` of CodeBuild's UpdateProject and
 * `serviceRoleOverride` of StartBuild, `RoleARN` of CloudFormation's UpdateStack, `jobRoleArn` of Batch's RegisterJobDefinition);
 * Rhino Security Labs and pathfinding.cloud, as in `escalation-ways.ts`.
 */
export const launches: Readonly<Record<string, readonly string[]>> = {
  "apprunner.amazonaws.com": ["apprunner:CreateService", "apprunner:UpdateService"],
  "bedrock-agentcore.amazonaws.com": of("bedrock-agentcore", [
    ...["CreateAgentRuntime", "CreateCodeInterpreter", "CreateGateway", "CreateHarness", "UpdateAgentRuntime"],
    ...["UpdateGateway", "UpdateHarness"],
  ]),
  "budgets.amazonaws.com": of("budgets", ["CreateBudgetAction", "UpdateBudgetAction"]),
  "cloudformation.amazonaws.com": of("cloudformation", [
    ...["ContinueUpdateRollback", "CreateChangeSet", "CreateStack", "CreateStackSet", "UpdateStack", "UpdateStackSet"],
  ]),
  "codebuild.amazonaws.com": of("codebuild", ["CreateProject", "StartBuild", "StartBuildBatch", "UpdateProject"]),
  "datapipeline.amazonaws.com": ["datapipeline:PutPipelineDefinition"],
  "ec2.amazonaws.com": [
    ...of("autoscaling", ["CreateAutoScalingGroup", "CreateLaunchConfiguration", "UpdateAutoScalingGroup"]),
    ...of("ec2", ["AssociateIamInstanceProfile", "CreateFleet", "ReplaceIamInstanceProfileAssociation"]),
    ...of("ec2", ["RequestSpotFleet", "RequestSpotInstances", "RunInstances"]),
    ...["elasticmapreduce:RunJobFlow", "iam:AddRoleToInstanceProfile"],
  ],
  "ecs-tasks.amazonaws.com": [
    "batch:RegisterJobDefinition",
    ...of("ecs", ["CreateExpressGatewayService", "CreateService", "RegisterTaskDefinition", "RunTask", "StartTask"]),
  ],
  "elasticmapreduce.amazonaws.com": ["elasticmapreduce:RunJobFlow"],
  "emr-serverless.amazonaws.com": of("emr-serverless", [
    ...["AccessInteractiveEndpoints", "AccessLivyEndpoints", "StartJobRun", "StartSession"],
  ]),
  "glue.amazonaws.com": of("glue", ["CreateDevEndpoint", "CreateJob", "CreateSession", "UpdateJob"]),
  "lambda.amazonaws.com": of("lambda", ["CreateFunction", "CreateCapacityProvider", "UpdateFunctionConfiguration"]),
  "pipes.amazonaws.com": of("pipes", ["CreatePipe", "UpdatePipe"]),
  "rolesanywhere.amazonaws.com": of("rolesanywhere", ["CreateProfile", "EnableProfile", "UpdateProfile"]),
  "sagemaker.amazonaws.com": of("sagemaker", [
    ...["CreateAutoMLJob", "CreateCluster", "CreateDomain", "CreateHyperParameterTuningJob", "CreateModel"],
    ...["CreateNotebookInstance", "CreatePipeline", "CreateProcessingJob", "CreateTrainingJob"],
    ...["CreateUserProfile", "UpdateNotebookInstance", "UpdatePipeline"],
  ]),
  "scheduler.amazonaws.com": of("scheduler", ["CreateSchedule", "UpdateSchedule"]),
  "ssm.amazonaws.com": ["ssm:StartAutomationExecution"],
  "states.amazonaws.com": of("states", ["CreateStateMachine", "UpdateStateMachine"]),
  "tasks.apprunner.amazonaws.com": ["apprunner:CreateService", "apprunner:UpdateService"],
};

function of(service: string, names: readonly string[]): string[] {
  return names.map((name) => `${service}:${name}`);
}

/** Actions that pass nothing, for they only read or give names to what is there. */
const passesNothing = /^(batchget|describe|get|list|search|tag|untag)/i;

/**
 * Whether an action, as a policy has it, may pass a role to a service of which the table has none: it is the service's own and
 * does more than to read. The name of a service as principal may have more before it: `export.rds.amazonaws.com`.
 */
export function mayPassTo(service: string, action: string): boolean {
  const [prefix = "", name = ""] = action.split(":");
  if (Object.hasOwn(launches, service.toLowerCase()) || name === "" || passesNothing.test(name)) return false;
  const principal = service.toLowerCase().replace(/\.amazonaws\.com(\.cn)?$/, "");
  return principal.split(".").includes(prefix.toLowerCase());
}
