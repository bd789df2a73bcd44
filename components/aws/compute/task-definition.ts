import * as ecs from "@pulumi/aws/ecs";
import * as pulumi from "@pulumi/pulumi";
import { type ComponentContext, type ProbesSpec, type Transform, transformed, type WorkloadSpec } from "../../contract";
import { type AwsIdentity, workloadLogPath } from "../identity";
import type { AwsImages } from "../images";
import { logGroup } from "../log-group";
import type { AwsNetwork } from "../network";
import { tags } from "../tags";
import { caBundle, caBundleContainer, caBundleReader, needsCaBundle } from "./ca-bundle";
import { fargateSize } from "./fargate-sizes";
import { healthCheck } from "./health-check";
import { containerSecrets, containerVariables, type ValueSources } from "./variables";
import { writableDirectories } from "./writable-directories";

/** Arguments of a task definition. */
export interface TaskArgs extends ValueSources {
  context: ComponentContext;
  workload: WorkloadSpec;
  /** Port and probes of a service. */
  port?: number;
  probes?: ProbesSpec;
  logRetentionDays: number;
  network: AwsNetwork;
  identity: AwsIdentity;
  images: AwsImages;
  transform?: Transform<ecs.TaskDefinitionArgs>;
}

/** ECS waits at most so long after SIGTERM (API reference, `ContainerDefinition.stopTimeout`). */
const longestStopTimeout = 120;

/** Name of all revisions of a workload's task definition. */
export function taskFamily(context: ComponentContext, workload: string): string {
  return `${context.name}-${workload}`;
}

/**
 * A Fargate task of one container, and one before it where the workload connects to the database: a numeric user that is
 * not root, a read-only root file system but for the named directories, which are in memory, no capabilities, secrets by
 * reference.
 */
export function taskDefinition(name: string, args: TaskArgs, parent: pulumi.Resource): ecs.TaskDefinition {
  const { context, workload, network, identity, transform } = args;
  const size = fargateSize(workload.limits);
  const log = logGroup(
    `${name}-log`,
    {
      context,
      path: workloadLogPath(context.name, workload.name),
      retentionDays: args.logRetentionDays,
      keyArn: network.logKeyArn,
    },
    { parent },
  );
  const logConfiguration = logging(context.region, workload.name, log.name);
  const authorities = needsCaBundle(workload) ? args.postgres?.authorities : undefined;
  const withAuthorities = authorities !== undefined;
  const taskArgs: ecs.TaskDefinitionArgs = {
    family: taskFamily(context, workload.name),
    requiresCompatibilities: ["FARGATE"],
    networkMode: "awsvpc",
    cpu: String(size.cpu),
    memory: String(size.memory),
    runtimePlatform: { operatingSystemFamily: "LINUX", cpuArchitecture: "X86_64" },
    taskRoleArn: identity.taskRoleArn(workload.name),
    executionRoleArn: identity.executionRoleArn(workload.name),
    volumes: withAuthorities ? [{ name: caBundle }] : [],
    containerDefinitions: pulumi.jsonStringify([
      { ...containerDefinition(args, logConfiguration), ...(withAuthorities ? caBundleReader : {}) },
      ...(authorities === undefined
        ? []
        : [
            {
              ...caBundleContainer(args.images.clientImage, authorities, logConfiguration),
              ...credentialsOf(args.images, args.images.clientImage),
            },
          ]),
    ]),
    // Earlier revisions stay: a rollback is the revision before.
    skipDestroy: true,
    tags: tags(context, name),
  };
  return new ecs.TaskDefinition(name, transformed(transform, taskArgs, name), { parent });
}

function containerDefinition(args: TaskArgs, logConfiguration: ReturnType<typeof logging>) {
  const { workload, port, probes } = args;
  return {
    name: workload.name,
    image: workload.image,
    ...credentialsOf(args.images, workload.image),
    essential: true,
    // As Kubernetes has it: a command replaces the image's entry point too.
    entryPoint: workload.command?.slice(0, 1),
    command: workload.command?.slice(1),
    user: `${workload.uid}:${workload.gid}`,
    privileged: false,
    readonlyRootFilesystem: true,
    linuxParameters: {
      initProcessEnabled: true,
      capabilities: { drop: ["ALL"] },
      tmpfs: writableDirectories(workload),
    },
    portMappings: port === undefined ? [] : [{ containerPort: port, hostPort: port, protocol: "tcp" }],
    environment: containerVariables(workload, args),
    secrets: containerSecrets(workload, args),
    healthCheck: probes === undefined ? undefined : healthCheck(probes),
    // A definition that differs in a label alone is a new one, and so a rollout: what a higher number asks for.
    dockerLabels: { "isotopo.run": String(workload.run) },
    stopTimeout: Math.min(workload.terminationGraceSeconds, longestStopTimeout),
    logConfiguration,
  };
}

/** With what ECS pulls an image of a registry that asks ("Using non-AWS container images in Amazon ECS"). */
function credentialsOf(images: AwsImages, image: string) {
  const credentialsParameter = images.credentialsArn(image);
  return credentialsParameter === undefined ? {} : { repositoryCredentials: { credentialsParameter } };
}

function logging(region: string, workload: string, group: pulumi.Output<string>) {
  return {
    logDriver: "awslogs",
    options: {
      "awslogs-group": group,
      "awslogs-region": region,
      "awslogs-stream-prefix": workload,
      // A log that can't be written must not stop the application.
      mode: "non-blocking",
      "max-buffer-size": "25m",
    },
  };
}
