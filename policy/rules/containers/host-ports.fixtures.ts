import type { ResourceFixtures } from "../../core/fixture";
import * as k from "../../kinds/pods.fixtures";

const fix = "Leave hostPort out; reach the container through a Service.";
const otherPorts = "a port that is no port of the node is fine";
const port = { containerPort: 8080, hostPort: 80 };

export const fixtures: ResourceFixtures = {
  passes: [
    {
      name: "a port of the Pod",
      type: k.podType,
      properties: k.podWith({}, {}, { ports: [{ containerPort: 8080 }] }),
      harmless: { "spec.containers": k.containersSayNothing, "spec.containers[0].ports": otherPorts },
    },
    {
      name: "0, which is none",
      type: k.deploymentType,
      properties: k.deploymentWith({}, {}, { ports: [{ containerPort: 8080, hostPort: 0 }] }),
      harmless: {
        "spec.template.spec.containers": k.containersSayNothing,
        "spec.template.spec.containers[0].ports": otherPorts,
      },
    },
    ...k.patchesThatPass(
      { containers: [{ name: "app", ports: [{ containerPort: 8080, hostPort: 0 }] }] },
      { containers: k.containersSayNothing, "containers[0].ports": otherPorts },
    ),
  ],
  fails: [
    {
      name: "a container's second port",
      type: k.podType,
      properties: k.podWith({}, {}, { ports: [{ containerPort: 9090 }, port] }),
      messages: [`${k.podContainer}.ports[1].hostPort is 80; required: no host port. ${fix}`],
    },
    {
      name: "an init container's, on Windows, which is not exempt",
      type: k.deploymentType,
      properties: {
        spec: { template: { spec: { os: { name: "windows" }, initContainers: [{ name: "init", ports: [port] }] } } },
      },
      messages: [`spec.template.spec.initContainers[0].ports[0].hostPort is 80; required: no host port. ${fix}`],
    },
    ...k.patchesThatFail({ containers: [{ name: "app", ports: [port] }] }, (pod) => [
      `${pod}.containers[0].ports[0].hostPort is 80; required: no host port. ${fix}`,
    ]),
  ],
};
