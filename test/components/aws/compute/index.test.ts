import assert from "node:assert/strict";
import { X509Certificate } from "node:crypto";
import { originSeconds } from "../../../../components/aws/edge/limits";
import { contentName } from "../../../../components/contract";
import { keepAliveSeconds } from "../../../../infra/apps/common";
import { at, type Child, type Concept, conceptOf } from "../../../support/concept";
import { jsonInput } from "../../../support/plan-queries";

const task = (workload: string): Child[] => [
  ["cloudwatch.LogGroup", `${workload}-task-log`, `/fixture-prod/${workload}`],
  ["ecs.TaskDefinition", `${workload}-task`, `fixture-prod-${workload}`],
  ["ec2.SecurityGroup", `${workload}-group`],
];

const egress = (workload: string): Child[] => [
  ["vpc.SecurityGroupEgressRule", `${workload}-group-out-443`],
  ["vpc.SecurityGroupEgressRule", `${workload}-group-out-587`],
];

const runner = (workload: string): Child[] => [
  ["cloudwatch.LogGroup", `${workload}-runner-log`, `/aws/lambda/fixture-prod-${workload}`],
  ["iam.Role", `${workload}-runner-role`],
  ["iam.RolePolicy", `${workload}-runner-policy`],
  ["lambda.Function", `${workload}-runner`, `fixture-prod-${workload}`],
  ["lambda.Invocation", `${workload}-run`],
];

const scaled = (service: string, port: number): Child[] => [
  ["vpc.SecurityGroupIngressRule", `${service}-group-from-load-balancer-${port}`],
  ["vpc.SecurityGroupEgressRule", `${service}-group-load-balancer-out-${port}`],
  ["appautoscaling.Target", `${service}-scaling`],
  ["appautoscaling.Policy", `${service}-scaling-cpu`],
  ["appautoscaling.Policy", `${service}-scaling-memory`],
  ["appautoscaling.Policy", `${service}-scaling-requests`],
];

/** What starts a job by the clock. */
const clock = (job: string): Child[] => [
  ["iam.Role", `${job}-schedule-role`],
  ["iam.RolePolicy", `${job}-schedule-policy`],
  ["iam.Role", `${job}-workflow-role`],
  ["iam.RolePolicy", `${job}-workflow-policy`],
  ["scheduler.Schedule", `${job}-schedule`, `fixture-prod-${job}`],
  ["sfn.StateMachine", `${job}-workflow`, `fixture-prod-${job}`],
];

const balancer: Child[] = [
  ["random.RandomPassword", "load-balancer-origin-secret"],
  ["lb.LoadBalancer", "load-balancer", "fixture-prod"],
  ["lb.TargetGroup", "load-balancer-web", "fixture-prod-web-8000"],
  ["lb.TargetGroup", "load-balancer-api", "fixture-prod-api-5000"],
  ["acm.Certificate", "load-balancer-certificate"],
  ["route53.Record", `load-balancer-certificate-proof-${contentName("origin.fixture.example")}`, "_proof"],
  ["acm.CertificateValidation", "load-balancer-certificate-validation"],
  ["lb.Listener", "load-balancer-https"],
  ...["fixture.example", "www.fixture.example", "api.fixture.example"].flatMap((host): Child[] =>
    [
      "",
      ...["/static/*", "/assets/*", "/auth/*", "/auth", "/api/*", "/api/exports/*"].map(
        (path) => `-${contentName(path)}`,
      ),
    ].map((path) => ["lb.ListenerRule", `load-balancer-rule-${contentName(host)}${path}`]),
  ),
  ["route53.Record", "load-balancer-record", "origin.fixture.example"],
];

const authorities = { containerPath: "/var/lib/isotopo/postgres-ca", sourceVolume: "ca-bundle", readOnly: true };

describe("aws compute", () => {
  let compute: Concept;
  before(async () => {
    compute = await conceptOf("fixture-aws-prod", "compute");
  });

  const container = (workload: string) =>
    jsonInput<Record<string, unknown>[]>(
      compute.child("ecs.TaskDefinition", `${workload}-task`),
      "containerDefinitions",
    )[0];

  it("is a cluster, its services, a migration and a load balancer", () => {
    compute.isMadeOf([
      ["ecs.Cluster", "cluster", "fixture-prod"],
      ["cloudwatch.LogGroup", "insights-log", "/aws/ecs/containerinsights/fixture-prod/performance"],
      ...balancer,
      ...["web", "worker", "beat", "migrate", "vacuum"].flatMap((workload) => [...task(workload), ...egress(workload)]),
      ...task("api"),
      ["vpc.SecurityGroupEgressRule", "api-group-out-443"],
      ...task("database-roles"),
      ["vpc.SecurityGroupEgressRule", "database-roles-group-registry-out"],
      ["ecs.Service", "web", "web"],
      ["ecs.Service", "worker", "worker"],
      ["ecs.Service", "beat", "beat"],
      ["ecs.Service", "api", "api"],
      ...scaled("web", 8000),
      ...scaled("api", 5000),
      ...clock("vacuum"),
      ...["database-roles", "migrate"].flatMap(runner),
    ]);
  });

  it("says what runs", () => {
    assert.deepEqual(compute.outputs, {
      services: ["web", "worker", "beat", "api"],
      clusterArn: compute.child("ecs.Cluster", "cluster").outputs.arn,
      originHost: "origin.fixture.example",
    });
  });

  for (const workload of ["web", "worker", "beat", "migrate"]) {
    it(`${workload}: neither root nor privileged, a read-only root, no capabilities`, () => {
      const definition = container(workload);
      assert.deepEqual(
        ["user", "privileged", "readonlyRootFilesystem", "mountPoints"].map((key) => definition?.[key]),
        ["1000:1000", false, true, [authorities]],
      );
      assert.deepEqual(
        ["initProcessEnabled", "capabilities"].map((key) => at(definition, `linuxParameters.${key}`)),
        [true, { drop: ["ALL"] }],
      );
      assert.deepEqual(at(definition, "linuxParameters.tmpfs.0.mountOptions"), [
        ...["rw", "nosuid", "nodev", "uid=1000", "gid=1000", "mode=1777"],
      ]);
      compute.has("ecs.TaskDefinition", `${workload}-task`, { networkMode: "awsvpc", skipDestroy: true });
      // A secret by reference has no text in the variables.
      const secrets = at(definition, "secrets") as { valueFrom: string }[];
      // With its version: ECS reads a secret when a task starts, so that a new value has to be a new revision.
      for (const { valueFrom } of secrets)
        assert.match(valueFrom, /^arn:aws:secretsmanager:[^:]+:\d+:secret:?[^:]*[^:]:::[^:]+$/);
    });
  }

  it("writes the database's authorities for those who connect to it, before they start and as nobody's root", () => {
    const [web, writer, ...more] = jsonInput<Record<string, unknown>[]>(
      compute.child("ecs.TaskDefinition", "web-task"),
      "containerDefinitions",
    );
    assert.deepEqual(more, []);
    assert.deepEqual(web?.dependsOn, [{ containerName: "ca-bundle", condition: "SUCCESS" }]);
    assert.deepEqual(
      ["essential", "user", "readonlyRootFilesystem", "entryPoint"].map((key) => writer?.[key]),
      [false, "70:70", true, ["sh"]],
    );
    compute.has("ecs.TaskDefinition", "web-task", { volumes: [{ name: "ca-bundle" }] });
    const written = at(writer, "environment.0.value");
    assert.ok(typeof written === "string");
    assert.equal(new X509Certificate(written).subject.split("\n").at(-2), "CN=Amazon RDS eu-west-1 Root CA RSA2048 G1");
    const url = at(web, "secrets") as { name: string }[];
    assert.ok(url.some(({ name }) => name === "DATABASE_URL"));
    const path = (at(web, "environment") as { name: string; value: string }[]).find(
      ({ name }) => name === "DB_SSL_CA_PATH",
    );
    assert.equal(path?.value, `${authorities.containerPath}/authorities.pem`);
  });

  it("services are rolled back when they fail, in private subnets, by the pace of the topology", () => {
    const rollout = (service: string) => {
      const { inputs, ignoreChanges } = compute.child("ecs.Service", service);
      return [
        inputs.desiredCount,
        inputs.deploymentMinimumHealthyPercent,
        inputs.deploymentMaximumPercent,
        inputs.deploymentCircuitBreaker,
        at(inputs, "networkConfiguration.assignPublicIp"),
        inputs.enableExecuteCommand,
        ignoreChanges,
      ];
    };
    const breaker = { enable: true, rollback: true };
    assert.deepEqual(rollout("web"), [3, 100, 134, breaker, false, false, ["desiredCount"]]);
    assert.deepEqual(rollout("worker"), [2, 100, 150, breaker, false, false, []]);
    assert.deepEqual(rollout("beat"), [1, 0, 100, breaker, false, false, []]); // never twice
  });

  it("web scales from 3 to 10, by processor, memory and requests", () => {
    compute.has("appautoscaling.Target", "web-scaling", { minCapacity: 3, maxCapacity: 10 });
    const configuration = "targetTrackingScalingPolicyConfiguration";
    for (const [suffix, metric, target] of [
      ["cpu", "ECSServiceAverageCPUUtilization", 70],
      ["memory", "ECSServiceAverageMemoryUtilization", 80],
      ["requests", "ALBRequestCountPerTarget", 1000],
    ] as const) {
      compute.has("appautoscaling.Policy", `web-scaling-${suffix}`, {
        [`${configuration}.predefinedMetricSpecification.predefinedMetricType`]: metric,
        [`${configuration}.targetValue`]: target,
        [`${configuration}.scaleOutCooldown`]: 60,
        [`${configuration}.scaleInCooldown`]: 300,
      });
    }
  });

  it("the load balancer answers nobody but the edge, by TLS", () => {
    compute.has("lb.LoadBalancer", "load-balancer", {
      dropInvalidHeaderFields: true,
      desyncMitigationMode: "strictest",
      xffHeaderProcessingMode: "preserve",
      enableDeletionProtection: true,
      accessLogs: { bucket: "fixture-prod-logs-123456789012", prefix: "alb", enabled: true },
    });
    compute.has("lb.Listener", "load-balancer-https", {
      protocol: "HTTPS",
      port: 443,
      sslPolicy: "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09",
      "defaultActions.0.type": "fixed-response",
      "defaultActions.0.fixedResponse.statusCode": "403",
    });
    for (const rule of Object.values(compute.children("lb.ListenerRule"))) {
      assert.deepEqual(at(rule.inputs, "conditions.0.httpHeader"), {
        httpHeaderName: "X-Origin-Verify",
        values: ["[secret]"],
      });
    }
    compute.has("lb.TargetGroup", "load-balancer-web", {
      "healthCheck.path": "/health/ready",
      "healthCheck.matcher": "200-399",
      deregistrationDelay: 30,
    });
  });

  it("the load balancer hangs up before an application does", () => {
    const { idleTimeout } = compute.child("lb.LoadBalancer", "load-balancer").inputs;
    assert.equal(idleTimeout, 60);
    // It waits as long as the longest route, which may be that long.
    assert.ok(Math.max(60, originSeconds.most) < keepAliveSeconds);
  });

  it("what runs a migration has its rights long before they are used: they wait for no database", () => {
    for (const runner of ["database-roles", "migrate"]) {
      const before = compute.waitsFor("iam.RolePolicy", `${runner}-runner-policy`);
      assert.ok(before.has("fixture-prod-compute-cluster"));
      assert.ok(!before.has("fixture-prod-postgres-instance"), runner);
      assert.match(
        String(compute.child("iam.RolePolicy", `${runner}-runner-policy`).inputs.policy),
        new RegExp(`"arn:aws:ecs:eu-west-1:\\d+:task-definition/fixture-prod-${runner}:\\*"`),
      );
    }
  });

  it("services start after the migration, and the migration after the data", () => {
    for (const service of ["web", "worker", "beat"]) {
      assert.ok(compute.waitsFor("ecs.Service", service).has("fixture-prod-compute-migrate-run"));
    }
    const before = compute.waitsFor("lambda.Invocation", "migrate-run");
    for (const name of ["postgres-instance", "redis-queue-group", "identity-migrate-execution-policy"]) {
      assert.ok(before.has(`fixture-prod-${name}`), name);
    }
  });
});
