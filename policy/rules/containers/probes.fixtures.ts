import type { ResourceFixtures } from "../../core/fixture";

const fix = "Add a readiness and a liveness probe; on Cloud Run a startup probe.";
const workloads = ["Deployment", "StatefulSet", "DaemonSet"].map((kind) => `kubernetes:apps/v1:${kind}`);
const run = "gcp:cloudrunv2/service:Service";
const firstRun = "gcp:cloudrun/service:Service";
const app = "azure-native:app:ContainerApp";
const ports = [{ containerPort: 8080 }];
const probe = { httpGet: { path: "/", port: 8080 } };
const workload = (container: object) => ({ spec: { template: { spec: { containers: [container] } } } });
const service = (container: object) => ({ template: { containers: [container] } });
const ingress = { configuration: { ingress: { external: true } } };
const path = "spec.template.spec.containers[0]";
const noPort = { [`${path}.ports`]: "Without a port nobody asks it anything." };
const noContainer = { "spec.template.spec.containers": "A Pod without containers is refused." };

export const fixtures: ResourceFixtures = {
  passes: [
    ...workloads.map((type) => ({
      name: "with probes",
      type,
      properties: workload({ ports, readinessProbe: probe, livenessProbe: probe }),
      harmless: { ...noPort, ...noContainer },
    })),
    ...workloads.map((type) => ({
      name: "a worker",
      type,
      properties: workload({ name: "worker" }),
      harmless: noContainer,
    })),
    {
      name: "with a probe",
      type: run,
      properties: service({ startupProbe: { tcpSocket: { port: 8080 } } }),
    },
    {
      name: "with a probe",
      type: firstRun,
      properties: { template: { spec: { containers: [{ livenessProbe: probe }] } } },
    },
    {
      name: "with a probe",
      type: app,
      properties: { ...ingress, ...service({ probes: [{ type: "Liveness" }] }) },
      harmless: {
        "configuration.ingress": "Without an ingress nobody asks it anything.",
      },
    },
    { name: "a worker", type: app, properties: service({ name: "worker" }) },
  ],
  fails: [
    ...workloads.map((type) => ({
      name: "without",
      type,
      properties: workload({ ports, readinessProbe: probe }),
      messages: [`${path}.livenessProbe is not set; required: a value. ${fix}`],
    })),
    {
      name: "without",
      type: run,
      properties: service({ name: "web" }),
      messages: [`template.containers[0].startupProbe is not set; required: a value. ${fix}`],
    },
    {
      name: "without",
      type: firstRun,
      properties: { template: { spec: { containers: [{ name: "web" }] } } },
      messages: [`template.spec.containers[0].startupProbe is not set; required: a value. ${fix}`],
    },
    {
      name: "without",
      type: app,
      properties: { ...ingress, ...service({ name: "web" }) },
      messages: [`template.containers[0].probes is not set; required: at least one. ${fix}`],
    },
  ],
};
