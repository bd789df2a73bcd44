import assert from "node:assert/strict";
import { at, type Concept, conceptOf } from "../../../support/concept";

const policy = "networking.k8s.io/v1 NetworkPolicy";
const part = (name: string) => ({ "app.kubernetes.io/instance": "fixture-prod", "isotopo.dev/part": name });
const pod = "spec.template.spec";
const tcp = (...ports: number[]) => ports.map((port) => ({ port, protocol: "TCP" }));

describe("kubernetes compute", () => {
  let compute: Concept;
  before(async () => {
    compute = await conceptOf("fixture-kubernetes-prod", "compute");
  });

  it("is Deployments, a migration, and what makes them elastic and reachable", () => {
    compute.isMadeOf([
      ["apps/v1 Deployment", "web", "web"],
      ["core/v1 Service", "web-service", "web"],
      ["autoscaling/v2 HorizontalPodAutoscaler", "web-autoscaler", "web"],
      ["policy/v1 PodDisruptionBudget", "web-budget", "web"],
      [policy, "web-flows", "compute-web-flows"],
      ["apps/v1 Deployment", "api", "api"],
      ["core/v1 Service", "api-service", "api"],
      ["autoscaling/v2 HorizontalPodAutoscaler", "api-autoscaler", "api"],
      ["policy/v1 PodDisruptionBudget", "api-budget", "api"],
      [policy, "api-flows", "compute-api-flows"],
      ["apps/v1 Deployment", "worker", "worker"],
      ["policy/v1 PodDisruptionBudget", "worker-budget", "worker"],
      [policy, "worker-flows", "compute-worker-flows"],
      ["apps/v1 Deployment", "beat", "beat"],
      [policy, "beat-flows", "compute-beat-flows"],
      ["batch/v1 Job", "database-roles", "database-roles-<hash>"],
      [policy, "database-roles-flows", "compute-database-roles-flows"],
      ["batch/v1 Job", "migrate", "migrate-<hash>"],
      [policy, "migrate-flows", "compute-migrate-flows"],
      ["batch/v1 CronJob", "vacuum", "vacuum"],
      [policy, "vacuum-flows", "compute-vacuum-flows"],
    ]);
  });

  it("says what runs", () => assert.deepEqual(compute.outputs, { services: ["web", "worker", "beat", "api"] }));

  for (const [type, workload] of [
    ["apps/v1 Deployment", "web"],
    ["apps/v1 Deployment", "worker"],
    ["apps/v1 Deployment", "beat"],
    ["batch/v1 Job", "migrate"],
  ] as const) {
    it(`${workload}: neither root nor privileged, a read-only root, no capabilities, no token`, () => {
      compute.has(type, workload, {
        [`${pod}.serviceAccountName`]: workload,
        [`${pod}.automountServiceAccountToken`]: false,
        [`${pod}.enableServiceLinks`]: false,
        [`${pod}.securityContext`]: {
          runAsNonRoot: true,
          runAsUser: 1000,
          runAsGroup: 1000,
          fsGroup: 1000,
          fsGroupChangePolicy: "OnRootMismatch",
          seccompProfile: { type: "RuntimeDefault" },
        },
        [`${pod}.containers.0.securityContext`]: {
          allowPrivilegeEscalation: false,
          privileged: false,
          readOnlyRootFilesystem: true,
          runAsNonRoot: true,
          capabilities: { drop: ["ALL"] },
          seccompProfile: { type: "RuntimeDefault" },
        },
        [`${pod}.containers.1`]: undefined,
      });
    });
  }

  it("rolls by the pace of the topology; the scheduler is never there twice", () => {
    const rollout = (name: string) => {
      const { inputs, ignoreChanges } = compute.child("apps/v1 Deployment", name);
      return [at(inputs, "spec.replicas"), at(inputs, "spec.strategy"), ignoreChanges];
    };
    const rolling = { type: "RollingUpdate", rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } };
    assert.deepEqual(rollout("web"), [undefined, rolling, ["spec.replicas"]]); // the autoscaler has the count
    assert.deepEqual(rollout("worker"), [2, rolling, []]);
    assert.deepEqual(rollout("beat"), [1, { type: "Recreate" }, []]);
    for (const name of ["web", "worker"]) {
      compute.has("policy/v1 PodDisruptionBudget", `${name}-budget`, {
        spec: {
          maxUnavailable: 1,
          unhealthyPodEvictionPolicy: "AlwaysAllow",
          selector: { matchLabels: part(name) },
        },
      });
    }
  });

  it("web scales from 3 to 10: two more at once, one less at once", () => {
    const metric = (name: string, averageUtilization: number) => ({
      type: "Resource",
      resource: { name, target: { type: "Utilization", averageUtilization } },
    });
    compute.has("autoscaling/v2 HorizontalPodAutoscaler", "web-autoscaler", {
      "spec.scaleTargetRef": { apiVersion: "apps/v1", kind: "Deployment", name: "web" },
      "spec.minReplicas": 3,
      "spec.maxReplicas": 10,
      "spec.metrics": [metric("cpu", 70), metric("memory", 80)],
      "spec.behavior.scaleUp": {
        stabilizationWindowSeconds: 60,
        policies: [{ type: "Pods", value: 2, periodSeconds: 60 }],
      },
      "spec.behavior.scaleDown": {
        stabilizationWindowSeconds: 300,
        policies: [{ type: "Pods", value: 1, periodSeconds: 60 }],
      },
    });
  });

  it("web has its probes, goes on serving while it drains, and stands in several zones", () => {
    const container = `${pod}.containers.0`;
    compute.has("apps/v1 Deployment", "web", {
      [`${container}.startupProbe.httpGet`]: { path: "/health", port: 8000 },
      [`${container}.readinessProbe.httpGet`]: { path: "/health/ready", port: 8000 },
      [`${container}.livenessProbe.httpGet`]: { path: "/health", port: 8000 },
      [`${pod}.terminationGracePeriodSeconds`]: 35, // gunicorn's 30, after the 5 of draining
      [`${container}.lifecycle`]: { preStop: { sleep: { seconds: 5 } } },
      [`${container}.resources`]: {
        requests: { cpu: "250m", memory: "256Mi", "ephemeral-storage": "128Mi" },
        // A gibibyte for the directory that may be written, and half of one for logs.
        limits: { cpu: "500m", memory: "512Mi", "ephemeral-storage": "1536Mi" },
      },
      [`${pod}.topologySpreadConstraints.0.topologyKey`]: "topology.kubernetes.io/zone",
      [`${pod}.topologySpreadConstraints.1.topologyKey`]: "kubernetes.io/hostname",
    });
    compute.has("core/v1 Service", "web-service", {
      spec: {
        type: "ClusterIP",
        selector: part("web"),
        ports: [{ name: "http", port: 8000, targetPort: "http" }],
      },
    });
  });

  it("only the edge reaches web; outside there are two ports of public addresses", () => {
    const publicOnly = {
      ipBlock: {
        cidr: "0.0.0.0/0",
        except: ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "169.254.0.0/16"],
      },
    };
    for (const workload of ["web", "worker", "beat", "migrate"]) {
      compute.has(policy, `${workload}-flows`, {
        "spec.podSelector.matchLabels": part(workload),
        "spec.policyTypes": ["Ingress", "Egress"],
        "spec.ingress":
          workload === "web"
            ? [{ from: [{ podSelector: { matchLabels: part("edge") } }], ports: tcp(8000) }]
            : undefined,
        "spec.egress": [{ to: [publicOnly], ports: tcp(443, 587) }],
      });
    }
  });
});
