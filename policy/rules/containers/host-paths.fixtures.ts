import type { ResourceFixtures } from "../../core/fixture";
import * as k from "../../kinds/pods.fixtures";

const mend = "Use an empty directory, a claim, a ConfigMap or a Secret.";

export const fixtures: ResourceFixtures = {
  passes: [
    { name: "a Pod", type: k.podType, properties: k.podWith({}, { volumes: [{ name: "tmp", emptyDir: {} }] }) },
    { name: "a task", type: k.taskType, properties: k.taskWith({}, { volumes: [{ name: "tmp" }] }) },
  ],
  fails: [
    {
      name: "a Deployment with the runtime's socket",
      type: k.deploymentType,
      properties: k.deploymentWith(
        {},
        { volumes: [{ name: "a" }, { name: "b", hostPath: { path: "/run/containerd" } }] },
      ),
      messages: [`spec.template.spec.volumes[1].hostPath is "/run/containerd"; required: no host path. ${mend}`],
    },
    {
      name: "a task",
      type: k.taskType,
      properties: k.taskWith({}, { volumes: [{ name: "b", hostPath: "/var/run" }] }),
      messages: [`volumes[0].hostPath is "/var/run"; required: no host path. ${mend}`],
    },
  ],
};
