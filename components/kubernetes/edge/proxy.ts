import type { types } from "@pulumi/kubernetes";
import { Deployment } from "@pulumi/kubernetes/apps/v1";
import { HorizontalPodAutoscaler } from "@pulumi/kubernetes/autoscaling/v2";
import { ConfigMap, Service, ServiceAccount } from "@pulumi/kubernetes/core/v1";
import { PodDisruptionBudget } from "@pulumi/kubernetes/policy/v1";
import * as pulumi from "@pulumi/pulumi";
import { type ComponentContext, type EdgeSpec, type Transform, transformed } from "../../contract";
import { edgePart as part } from "../compute";
import { leaveSeconds } from "../drain";
import { hash } from "../hash";
import type { KubernetesImages } from "../images";
import { metadata, partSelector, podLabels } from "../metadata";
import { images } from "../own-images";
import { containerSecurityContext, podSecurityContext } from "../security-context";
import { bodiesMiB } from "./nginx-bodies";
import { cacheMiB } from "./nginx-cache";
import { drainSeconds, healthPath, listenPort } from "./nginx-config";
import { startScript } from "./start-script";

/** Arguments of the proxy. */
export interface ProxyArgs {
  context: ComponentContext;
  spec: EdgeSpec;
  /** nginx's configuration. */
  config: string;
  pulls: KubernetesImages;
  /** The services behind it; a new route reaches its service only when that exists. */
  after: pulumi.Resource[];
  transform?: Transform<types.input.apps.v1.Deployment>;
}

/** User of the unprivileged nginx image. */
const uid = 101;

/** How many proxies run: two wherever an interruption would be noticed. */
const replicas = { dev: { least: 1, most: 2 }, staging: { least: 2, most: 3 }, prod: { least: 2, most: 6 } } as const;

/** nginx with the generated configuration; a change of it rolls the Pods. */
export function edgeProxy(
  name: string,
  { context, spec, config, pulls, after, transform }: ProxyArgs,
  opts: pulumi.CustomResourceOptions,
): void {
  const { least, most } = replicas[context.environment];
  const named = metadata(context, part, part);
  const data = { "nginx.conf": config, "start.sh": startScript };
  // Named by its content, so that an old Pod that restarts during a rollout finds its own version.
  const configName = `${part}-${hash(JSON.stringify(data))}`;
  const configMap = new ConfigMap(
    `${name}-config`,
    { metadata: metadata(context, part, configName), immutable: true, data },
    opts,
  );
  const account = new ServiceAccount(
    `${name}-account`,
    { metadata: named, automountServiceAccountToken: false, imagePullSecrets: pulls.pullSecrets(images.edge) },
    opts,
  );
  const deploymentArgs: types.input.apps.v1.Deployment = {
    metadata: named,
    spec: {
      selector: { matchLabels: partSelector(context, part) },
      strategy: { type: "RollingUpdate", rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } },
      minReadySeconds: 5,
      progressDeadlineSeconds: 300,
      revisionHistoryLimit: 5,
      template: pod(context, spec, configName),
    },
  };
  new Deployment(`${name}-deployment`, transformed(transform, deploymentArgs, `${name}-deployment`), {
    ...pulumi.mergeOptions(opts, { dependsOn: [configMap, account, ...after] }),
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
      {
        metadata: named,
        spec: {
          maxUnavailable: 1,
          selector: { matchLabels: partSelector(context, part) },
          unhealthyPodEvictionPolicy: "AlwaysAllow", // a Pod that can't start holds up no drain of its node
        },
      },
      opts,
    );
  }
}

function pod(context: ComponentContext, spec: EdgeSpec, configName: string): types.input.core.v1.PodTemplateSpec {
  const health = { httpGet: { path: healthPath, port: listenPort } };
  const { cache, temporary, whole } = disk(spec);
  return {
    metadata: { labels: podLabels(context, part) },
    spec: {
      serviceAccountName: part,
      automountServiceAccountToken: false,
      enableServiceLinks: false,
      securityContext: podSecurityContext(uid, uid),
      terminationGracePeriodSeconds: leaveSeconds + drainSeconds(spec) + 5,
      topologySpreadConstraints: ["topology.kubernetes.io/zone", "kubernetes.io/hostname"].map((topologyKey) => ({
        maxSkew: 1,
        topologyKey,
        whenUnsatisfiable: "ScheduleAnyway",
        labelSelector: { matchLabels: partSelector(context, part) },
        matchLabelKeys: ["pod-template-hash"], // or Pods that are about to go would count
      })),
      containers: [
        {
          name: "nginx",
          image: images.edge,
          command: ["sh", "/etc/edge/start.sh", "/etc/edge/nginx.conf", "/tmp/nginx.conf", "/etc/resolv.conf"],
          ports: [{ name: "http", containerPort: listenPort }],
          resources: {
            // A processor for each worker at most; the autoscaler counts by what is requested.
            requests: { cpu: "250m", memory: "128Mi", "ephemeral-storage": whole },
            limits: { cpu: "2", memory: "512Mi", "ephemeral-storage": whole },
          },
          securityContext: containerSecurityContext,
          startupProbe: { ...health, periodSeconds: 2, failureThreshold: 30 },
          readinessProbe: { ...health, periodSeconds: 5, timeoutSeconds: 2 },
          livenessProbe: { ...health, periodSeconds: 20, timeoutSeconds: 2 },
          // Then the image's own signal, SIGQUIT: nginx answers what it has begun.
          lifecycle: { preStop: { sleep: { seconds: leaveSeconds } } },
          volumeMounts: [
            { name: "config", mountPath: "/etc/edge", readOnly: true },
            { name: "cache", mountPath: "/var/cache/nginx" },
            { name: "tmp", mountPath: "/tmp" },
          ],
        },
      ],
      volumes: [
        { name: "config", configMap: { name: configName } },
        { name: "cache", emptyDir: { sizeLimit: cache } },
        { name: "tmp", emptyDir: { sizeLimit: temporary } },
      ],
    },
  };
}

/** Most disk that the proxy takes of its node: cache, bodies in transit, and logs that were not collected yet. */
function disk(spec: EdgeSpec): Record<"cache" | "temporary" | "whole", string> {
  // The cache is cleared after it has grown, not before.
  const cache = 2 * (cacheMiB.static + cacheMiB.pages);
  const temporary = bodiesMiB(spec) + 64;
  return { cache: `${cache}Mi`, temporary: `${temporary}Mi`, whole: `${cache + temporary + 256}Mi` };
}
