import type { ReplaceForcing } from "./table";

/**
 * AWS beside what holds data. Sources: `ForceNew` in hashicorp/terraform-provider-aws (`internal/service/ecs/service.go` at
 * 00a919d, `ecs/task_definition.go` at 04fc21d, `secretsmanager/secret_version.go` at 0042e8e, `appautoscaling/target.go` at
 * 0105d21), read 2026-11-27.
 */
export const awsServices: ReplaceForcing = {
  "aws:appautoscaling/target:Target": ["resourceId", "scalableDimension", "serviceNamespace"],
  "aws:ecs/service:Service": [
    // Replaced unless `forceNewDeployment` is set (`capacityProviderStrategyCustomizeDiff`).
    "capacityProviderStrategies",
    "cluster",
    "deploymentController.type",
    "iamRole",
    "launchType",
    "name",
    "schedulingStrategy",
  ],
  // A changed definition is a new revision.
  "aws:ecs/taskDefinition:TaskDefinition": [
    "containerDefinitions",
    "cpu",
    "ephemeralStorage",
    "executionRoleArn",
    "family",
    "ipcMode",
    "memory",
    "networkMode",
    "pidMode",
    "placementConstraints",
    "proxyConfiguration",
    "requiresCompatibilities",
    "runtimePlatform",
    "taskRoleArn",
    "volumes",
  ],
  "aws:secretsmanager/secretVersion:SecretVersion": [
    "secretBinary",
    "secretId",
    "secretString",
    "secretStringWoVersion",
  ],
};
