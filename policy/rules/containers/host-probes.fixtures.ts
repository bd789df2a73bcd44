import type { ResourceFixtures } from "../../core/fixture";
import * as k from "../../kinds/pods.fixtures";

const fix = "Leave host out of httpGet and tcpSocket; set the Host header in httpHeaders.";
const required = "required: no host, so that the Pod itself is asked";
const request = { httpGet: { port: 8080, host: "169.254.169.254" } };

export const fixtures: ResourceFixtures = {
  passes: [
    {
      name: "probes of the Pod",
      type: k.podType,
      properties: k.podWith(
        {},
        {},
        {
          livenessProbe: { httpGet: { port: 8080, host: "" } },
          readinessProbe: { tcpSocket: { port: 8080, host: "" } },
        },
      ),
      harmless: { "spec.containers": k.containersSayNothing },
    },
    {
      name: "hooks of the Pod",
      type: k.deploymentType,
      properties: k.deploymentWith({}, {}, { lifecycle: { preStop: { httpGet: { port: 8080, host: "" } } } }),
      harmless: { "spec.template.spec.containers": k.containersSayNothing },
    },
    ...k.patchesThatPass(
      { containers: [{ name: "app", livenessProbe: { httpGet: { port: 8080, host: "" } } }] },
      { containers: k.containersSayNothing },
    ),
  ],
  fails: [
    {
      name: "every probe",
      type: k.podType,
      properties: k.podWith(
        {},
        { os: { name: "windows" } },
        { livenessProbe: request, readinessProbe: { tcpSocket: { port: 1, host: "10.0.0.1" } }, startupProbe: request },
      ),
      messages: [
        `${k.podContainer}.livenessProbe.httpGet.host is "169.254.169.254"; ${required}. ${fix}`,
        `${k.podContainer}.readinessProbe.tcpSocket.host is "10.0.0.1"; ${required}. ${fix}`,
        `${k.podContainer}.startupProbe.httpGet.host is "169.254.169.254"; ${required}. ${fix}`,
      ],
    },
    {
      name: "every hook, of an init container",
      type: k.deploymentType,
      properties: {
        spec: {
          template: {
            spec: {
              initContainers: [
                {
                  name: "init",
                  lifecycle: { postStart: { tcpSocket: { port: 1, host: "10.0.0.1" } }, preStop: request },
                },
              ],
            },
          },
        },
      },
      messages: [
        `spec.template.spec.initContainers[0].lifecycle.postStart.tcpSocket.host is "10.0.0.1"; ${required}. ${fix}`,
        `spec.template.spec.initContainers[0].lifecycle.preStop.httpGet.host is "169.254.169.254"; ${required}. ${fix}`,
      ],
    },
    ...k.patchesThatFail({ containers: [{ name: "app", startupProbe: request }] }, (pod) => [
      `${pod}.containers[0].startupProbe.httpGet.host is "169.254.169.254"; ${required}. ${fix}`,
    ]),
  ],
};
