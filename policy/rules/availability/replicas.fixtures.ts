import type { StackFixtures } from "../../core/fixture";
import { autoscalerType, deploymentType, serviceType } from "../../kinds/workloads";

const fix = "Run at least two, or let an autoscaler keep at least two.";
const ecs = "aws:ecs/service:Service";
const app = "azure-native:app:ContainerApp";
const metadata = (name: string) => ({ name, namespace: "shop" });
const deployment = (name: string, spec: object) => ({
  metadata: metadata(name),
  spec: { template: { metadata: { labels: { app: name } } }, ...spec },
});
const service = (name: string) => ({
  name: `${name}-service`,
  type: serviceType,
  properties: { metadata: metadata(name), spec: { selector: { app: name } } },
});
const autoscaler = (name: string, minReplicas: number) => ({
  name: `${name}-autoscaler`,
  type: autoscalerType,
  properties: { spec: { scaleTargetRef: { kind: "Deployment", name }, minReplicas } },
});
const loadBalancers = [{ containerName: "web", containerPort: 80 }];
const ingress = { external: true };

export const fixtures: StackFixtures = {
  stacks: [
    {
      name: "two of each",
      resources: [
        { name: "web", type: deploymentType, properties: deployment("web", { replicas: 2 }) },
        service("web"),
        { name: "ecs", type: ecs, properties: { desiredCount: 2, loadBalancers } },
        {
          name: "app",
          type: app,
          properties: { configuration: { ingress }, template: { scale: { minReplicas: 2 } } },
        },
      ],
      messages: {},
      harmless: {
        "web.metadata.namespace": "A Service of another namespace is another's.",
        "web.spec.template.metadata.labels": "Without a Service nobody waits for it.",
        "web.spec.template.metadata.labels.app": "Without a Service nobody waits for it.",
        "web-service.metadata.namespace": "A Service of another namespace is another's.",
        "web-service.spec.selector": "Without a Service nobody waits for it.",
        "web-service.spec.selector.app": "Without a Service nobody waits for it.",
        "ecs.loadBalancers": "Without a load balancer nobody waits for it.",
        "app.configuration.ingress": "Without an ingress nobody waits for it.",
      },
    },
    {
      name: "two by an autoscaler",
      resources: [
        { name: "web", type: deploymentType, properties: deployment("web", {}) },
        service("web"),
        autoscaler("web", 2),
      ],
      messages: {},
      harmless: {
        "web.metadata.namespace": "A Service of another namespace is another's.",
        "web.spec.template.metadata.labels": "Without a Service nobody waits for it.",
        "web.spec.template.metadata.labels.app": "Without a Service nobody waits for it.",
        "web-service.metadata.namespace": "A Service of another namespace is another's.",
        "web-service.spec.selector": "Without a Service nobody waits for it.",
        "web-service.spec.selector.app": "Without a Service nobody waits for it.",
      },
    },
    {
      name: "workers, and what must be one",
      resources: [
        { name: "worker", type: deploymentType, properties: deployment("worker", { replicas: 1 }) },
        {
          name: "single",
          type: deploymentType,
          properties: deployment("single", { replicas: 1, strategy: { type: "Recreate" } }),
        },
        service("single"),
        { name: "beat", type: ecs, properties: { desiredCount: 1 } },
        { name: "daemon", type: ecs, properties: { schedulingStrategy: "DAEMON", loadBalancers } },
        { name: "job", type: app, properties: { template: { scale: { minReplicas: 1 } } } },
      ],
      messages: {},
      harmless: {
        "worker.metadata.namespace": "No Service is of it.",
        "worker.spec.replicas": "Nobody waits for it.",
        "worker.spec.template.metadata.labels": "No Service is of it.",
        "worker.spec.template.metadata.labels.app": "No Service is of it.",
        "single-service.metadata.namespace": "What must be one stays one.",
        "single-service.spec.selector": "What must be one stays one.",
        "single-service.spec.selector.app": "What must be one stays one.",
        "daemon.loadBalancers": "A daemon runs on every machine.",
      },
    },
    {
      name: "one of each",
      resources: [
        { name: "web", type: deploymentType, properties: deployment("web", {}) },
        service("web"),
        { name: "api", type: deploymentType, properties: deployment("api", { replicas: 3 }) },
        service("api"),
        autoscaler("api", 1),
        { name: "ecs", type: ecs, properties: { desiredCount: 1, loadBalancers } },
        { name: "app", type: app, properties: { configuration: { ingress } } },
      ],
      messages: {
        web: [`spec.replicas is not set; required: at least 2 replicas. ${fix}`],
        api: [`spec.minReplicas is 1; required: at least 2 replicas. ${fix}`],
        ecs: [`desiredCount is 1; required: at least 2 replicas. ${fix}`],
        app: [`template.scale.minReplicas is not set; required: at least 2 replicas. ${fix}`],
      },
    },
  ],
};
