import type { Failing, Passing } from "../core/fixture";
import { containersSayNothing } from "./pods.fixtures";

const group = "azure-native:containerinstance:ContainerGroup";
const profile = "azure-native:containerinstance:ContainerGroupProfile";
/** The profile that has a security context of its own. */
const wholeProfile = "azure-native:containerinstance:CGProfile";
const types = [group, profile, wholeProfile];

/** Groups of Container Instances and their profiles with a security context that passes. */
export function groupsThatPass(securityContext: object): Passing[] {
  return types.flatMap((type): Passing[] => [
    {
      name: "nothing said",
      type,
      properties: { containers: [{ name: "app" }] },
      harmless: { containers: containersSayNothing },
    },
    {
      name: "containers that are fine",
      type,
      properties: {
        containers: [{ name: "app", securityContext }],
        initContainers: [{ name: "init", securityContext }],
        ...(type === wholeProfile ? { securityContext } : {}),
      },
      harmless: { containers: containersSayNothing, initContainers: containersSayNothing },
    },
  ]);
}

/** The same with one that fails; `message` is told the path of each. */
export function groupsThatFail(securityContext: object, message: (path: string) => string): Failing[] {
  return types.map((type) => ({
    name: "containers that are not",
    type,
    properties: {
      containers: [{ name: "app" }, { name: "agent", securityContext }],
      initContainers: [{ name: "init", securityContext }],
      ...(type === wholeProfile ? { securityContext } : {}),
    },
    messages: [
      message("containers[1].securityContext"),
      message("initContainers[0].securityContext"),
      ...(type === wholeProfile ? [message("securityContext")] : []),
    ],
  }));
}
