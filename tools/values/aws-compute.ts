import { apiReference, providerPage } from "./aws-sources";
import { rowsOf } from "./rows";
import type { DocumentedValue } from "./value";

const scalingTypes = ["aws:appautoscaling/policy:Policy", "aws:appautoscaling/target:Target"];
const task = apiReference("Amazon ECS", "RegisterTaskDefinition");
const states = "Amazon States Language, https://states-language.net/spec.html";
const branch = "definition.States.*.Branches.*.States.*";

/** Tasks, their balancing and scaling, and jobs. */
export const awsComputeValues: readonly DocumentedValue[] = [
  ...rowsOf("aws:acm/certificate:Certificate", apiReference("AWS Certificate Manager", "RequestCertificate"), {
    keyAlgorithm: ["EC_prime256v1"],
    validationMethod: ["DNS"],
  }),
  ...scalingTypes.flatMap((type) =>
    rowsOf(type, apiReference("Application Auto Scaling", "RegisterScalableTarget"), {
      scalableDimension: ["ecs:service:DesiredCount"],
      serviceNamespace: ["ecs"],
    }),
  ),
  ...rowsOf("aws:appautoscaling/policy:Policy", apiReference("Application Auto Scaling", "PutScalingPolicy"), {
    policyType: ["TargetTrackingScaling"],
    "targetTrackingScalingPolicyConfiguration.predefinedMetricSpecification.predefinedMetricType": [
      "ALBRequestCountPerTarget",
      "ECSServiceAverageCPUUtilization",
      "ECSServiceAverageMemoryUtilization",
    ],
  }),
  ...rowsOf("aws:ecs/cluster:Cluster", providerPage("ecs_cluster"), {
    "settings.*.name": ["containerInsights"],
    "settings.*.value": ["enabled"],
  }),
  ...rowsOf("aws:ecs/service:Service", providerPage("ecs_service"), {
    availabilityZoneRebalancing: ["DISABLED", "ENABLED"],
    launchType: ["FARGATE"],
    platformVersion: ["LATEST"],
    propagateTags: ["SERVICE"],
  }),
  ...rowsOf("aws:ecs/taskDefinition:TaskDefinition", task, {
    cpu: ["256", "512", "1024", "2048", "4096"],
    memory: ["512", "1024", "2048", "4096", "8192"],
    networkMode: ["awsvpc"],
    "requiresCompatibilities.*": ["FARGATE"],
    "runtimePlatform.cpuArchitecture": ["X86_64"],
    "runtimePlatform.operatingSystemFamily": ["LINUX"],
    // Of the application's facts, and of PostgreSQL's image (its Dockerfile) in the container that writes the authorities.
    "containerDefinitions.*.user": /^[1-9]\d*:[1-9]\d*$/,
    "containerDefinitions.*.dependsOn.*.condition": ["SUCCESS"],
    "containerDefinitions.*.linuxParameters.tmpfs.*.mountOptions.*": /^(rw|nosuid|nodev|uid=\d+|gid=\d+|mode=1777)$/,
    "containerDefinitions.*.healthCheck.command.0": ["CMD"],
    "containerDefinitions.*.linuxParameters.capabilities.drop.*": ["ALL"],
    "containerDefinitions.*.logConfiguration.logDriver": ["awslogs"],
    "containerDefinitions.*.logConfiguration.options.max-buffer-size": ["25m"],
    "containerDefinitions.*.logConfiguration.options.mode": ["non-blocking"],
    "containerDefinitions.*.portMappings.*.protocol": ["tcp"],
  }),
  ...rowsOf("aws:lambda/function:Function", providerPage("lambda_function"), { "architectures.*": ["arm64"] }),
  ...rowsOf("aws:lb/loadBalancer:LoadBalancer", providerPage("lb"), {
    desyncMitigationMode: ["strictest"],
    xffHeaderProcessingMode: ["preserve"],
    loadBalancerType: ["application"],
  }),
  ...rowsOf("aws:lb/listener:Listener", providerPage("lb_listener"), {
    protocol: ["HTTPS"],
    "defaultActions.*.type": ["fixed-response"],
    "defaultActions.*.fixedResponse.contentType": ["text/plain"],
  }),
  ...rowsOf(
    "aws:lb/listener:Listener",
    "Elastic Load Balancing, Application Load Balancers, Security policies for your Application Load Balancer",
    { sslPolicy: ["ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09"] },
  ),
  ...rowsOf("aws:lb/listenerRule:ListenerRule", providerPage("lb_listener_rule"), { "actions.*.type": ["forward"] }),
  ...rowsOf("aws:lb/targetGroup:TargetGroup", providerPage("lb_target_group"), {
    protocol: ["HTTP"],
    targetType: ["ip"],
    "healthCheck.protocol": ["HTTP"],
    "healthCheck.matcher": /^\d{3}(-\d{3})?$/,
  }),
  ...rowsOf("aws:scheduler/schedule:Schedule", apiReference("EventBridge Scheduler", "CreateSchedule"), {
    scheduleExpression: /^cron\(([\dA-Z*?/,-]+ ){5}[\dA-Z*?/,-]+\)$/,
    scheduleExpressionTimezone: ["UTC"],
    "flexibleTimeWindow.mode": ["OFF"],
  }),
  ...rowsOf("aws:sfn/stateMachine:StateMachine", states, {
    "definition.States.*.Type": ["Parallel", "Succeed"],
    [`${branch}.Type`]: ["Fail", "Task", "Wait"],
  }),
  ...rowsOf("aws:sfn/stateMachine:StateMachine", apiReference("Amazon ECS", "RunTask"), {
    [`${branch}.Parameters.LaunchType`]: ["FARGATE"],
    [`${branch}.Parameters.NetworkConfiguration.AwsvpcConfiguration.AssignPublicIp`]: ["DISABLED"],
    [`${branch}.Parameters.PropagateTags`]: ["TASK_DEFINITION"],
  }),
  ...rowsOf(
    "aws:sfn/stateMachine:StateMachine",
    "AWS Step Functions Developer Guide, Run Amazon ECS or Fargate tasks",
    {
      [`${branch}.Resource`]: ["arn:aws:states:::ecs:runTask.sync"],
    },
  ),
];
