import type { ResourceFixtures } from "../../core/fixture";
import * as k from "../../kinds/pods.fixtures";

const fix = "Leave the setting out, or make it for the node by the node's own configuration.";
const required = "required: a safe one, as net.ipv4.ip_unprivileged_port_start";
const sysctls = (...names: string[]) => ({ securityContext: { sysctls: names.map((name) => ({ name, value: "1" })) } });

export const fixtures: ResourceFixtures = {
  passes: [
    {
      name: "safe ones",
      type: k.podType,
      properties: k.podWith({}, sysctls("kernel.shm_rmid_forced", "net.ipv4.tcp_rmem", "net.ipv4.tcp_notsent_lowat")),
    },
    ...k.patchesThatPass(sysctls("net.ipv4.ip_unprivileged_port_start")),
  ],
  fails: [
    {
      name: "the second",
      type: k.deploymentType,
      properties: k.deploymentWith({}, sysctls("net.ipv4.tcp_syncookies", "kernel.msgmax")),
      messages: [`spec.template.spec.securityContext.sysctls[1].name is "kernel.msgmax"; ${required}. ${fix}`],
    },
    ...k.patchesThatFail(sysctls("net.core.somaxconn"), (pod) => [
      `${pod}.securityContext.sysctls[0].name is "net.core.somaxconn"; ${required}. ${fix}`,
    ]),
  ],
};
