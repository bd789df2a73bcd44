import type { types } from "@pulumi/kubernetes";
import { Deployment } from "@pulumi/kubernetes/apps/v1";
import { HorizontalPodAutoscaler } from "@pulumi/kubernetes/autoscaling/v2";
import { ConfigMap, Service, ServiceAccount } from "@pulumi/kubernetes/core/v1";
import { PodDisruptionBudget } from "@pulumi/kubernetes/policy/v1";
import type * as pulumi from "@pulumi/pulumi";
import { type ComponentContext, type Transform, transformed } from "../../contract";
import { edgePart as part } from "../compute";
import { hash } from "../hash";
import { images } from "../images";
import { labels, metadata, partSelector } from "../metadata";
import { containerSecurityContext, podSecurityContext } from "../security-context";
import { healthPath, listenPort } from "./nginx-config";

/** What the proxy is built from. */
export interface ProxyArgs {
  context: ComponentContext;
  config: string;
  transform?: Transform<types.input.apps.v1.Deployment>;
}

/** User of the unprivileged nginx image. */
const uid = 101;

/** How many proxies run: two wherever an interruption would be noticed. */
const replicas = { dev: { least: 1, most: 2 }, staging: { least: 2, most: 3 }, prod: { least: 2, most: 6 } } as const;

/** nginx with the generated configuration; a change of it rolls the Pods. */
export function edgeProxy(
  name: string,
  { context, config, transform }: ProxyArgs,
  opts: pulumi.CustomResourceOptions,
): void {
  const { least, most } = replicas[context.environment];
  const named = metadata(context, part, part);
  const configMap = new ConfigMap(`${name}-config`, { metadata: named, data: { "nginx.conf": config } }, opts);
  const account = new ServiceAccount(`${name}-account`, { metadata: named, automountServiceAccountToken: false }, opts);
  const deploymentArgs: types.input.apps.v1.Deployment = {
    metadata: named,
    spec: {
      selector: { matchLabels: partSelector(context, part) },
      strategy: { type: "RollingUpdate", rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } },
      minReadySeconds: 5,
      progressDeadlineSeconds: 300,
      revisionHistoryLimit: 5,
      template: pod(context, hash(config)),
    },
  };
  new Deployment(`${name}-deployment`, transformed(transform, deploymentArgs, `${name}-deployment`), {
    ...opts,
    dependsOn: [configMap, account],
    ignoreChanges: ["spec.replicas"],
  });
  new Service(
    `${name}-service`,
    {
      metadata: named,
      spec: {
        type: "ClusterIP",
        selector: partSelector(context, part),
        ports: [{ name: "http", port: 80, targetPort: "http" }],
      },
    },
    opts,
  );
  new HorizontalPodAutoscaler(
    `${name}-autoscaler`,
    {
      metadata: named,
      spec: {
        scaleTargetRef: { apiVersion: "apps/v1", kind: "Deployment", name: part },
        minReplicas: least,
        maxReplicas: most,
        metrics: [
          { type: "Resource", resource: { name: "cpu", target: { type: "Utilization", averageUtilization: 70 } } },
        ],
      },
    },
    opts,
  );
  if (least > 1) {
    new PodDisruptionBudget(
      `${name}-budget`,
      { metadata: named, spec: { maxUnavailable: 1, selector: { matchLabels: partSelector(context, part) } } },
      opts,
    );
  }
}

function pod(context: ComponentContext, revision: string): types.input.core.v1.PodTemplateSpec {
  const health = { httpGet: { path: healthPath, port: listenPort } };
  return {
    metadata: { labels: labels(context, part), annotations: { "isotopo.dev/revision": revision } },
    spec: {
      serviceAccountName: part,
      automountServiceAccountToken: false,
      enableServiceLinks: false,
      securityContext: podSecurityContext(uid, uid),
      terminationGracePeriodSeconds: 60,
      topologySpreadConstraints: ["topology.kubernetes.io/zone", "kubernetes.io/hostname"].map((topologyKey) => ({
        maxSkew: 1,
        topologyKey,
        whenUnsatisfiable: "ScheduleAnyway",
        labelSelector: { matchLabels: partSelector(context, part) },
      })),
      containers: [
        {
          name: "nginx",
          image: images.edge,
          command: ["nginx", "-g", "daemon off;"],
          ports: [{ name: "http", containerPort: listenPort }],
          resources: { requests: { cpu: "50m", memory: "64Mi" }, limits: { cpu: "500m", memory: "256Mi" } },
          securityContext: containerSecurityContext,
          startupProbe: { ...health, periodSeconds: 2, failureThreshold: 30 },
          readinessProbe: { ...health, periodSeconds: 5, timeoutSeconds: 2 },
          livenessProbe: { ...health, periodSeconds: 20, timeoutSeconds: 2 },
          lifecycle: { preStop: { sleep: { seconds: 5 } } },
          volumeMounts: [
            { name: "config", mountPath: "/etc/nginx/nginx.conf", subPath: "nginx.conf", readOnly: true },
            { name: "cache", mountPath: "/var/cache/nginx" },
            { name: "tmp", mountPath: "/tmp" },
          ],
        },
      ],
      volumes: [
        { name: "config", configMap: { name: part } },
        { name: "cache", emptyDir: { sizeLimit: "1Gi" } },
        { name: "tmp", emptyDir: { sizeLimit: "256Mi" } },
      ],
    },
  };
}
