import type { types } from "@pulumi/azure-native";
import type { Unwrap } from "@pulumi/pulumi";
import type { Finding } from "../core/finding";
import { type Check, forTypes } from "../core/rule";
import type { View } from "../core/view";

/** What a container of Container Instances, or a whole group by its profile, may do on its host. */
export type GroupSecurityContext = Unwrap<types.input.containerinstance.SecurityContextDefinitionArgs>;

/** A container of a group, or one that runs before them. */
export type GroupContainer = Unwrap<
  Pick<types.input.containerinstance.InitContainerDefinitionArgs, "image" | "securityContext">
>;

interface Group {
  containers: GroupContainer[];
  initContainers: GroupContainer[];
  securityContext: GroupSecurityContext;
}

/** The profile that has a security context of its own, beside those of its containers. */
const profileType = "azure-native:containerinstance:CGProfile";

/** Groups of Container Instances, and the profiles that groups are made by. */
const groupTypes = [
  "azure-native:containerinstance:ContainerGroup",
  "azure-native:containerinstance:ContainerGroupProfile",
  profileType,
];

/** For `breaksBy`: that property of the containers of those groups. */
export function brokenInGroups(property: string): Record<string, string[]> {
  return Object.fromEntries(
    groupTypes.map((type) => [type, ["containers", "initContainers"].map((list) => `${list}[].${property}`)]),
  );
}

/** For `breaksBy`: that property of the security contexts of those groups. */
export function brokenInContexts(property: string): Record<string, string[]> {
  const containers = brokenInGroups(`securityContext.${property}`);
  return { ...containers, [profileType]: [...(containers[profileType] ?? []), `securityContext.${property}`] };
}

/** A check of every container and init container of Container Instances. */
export function ofGroupContainers(judge: (container: View<GroupContainer>) => Finding[]): Record<string, Check> {
  return forTypes(groupTypes, (properties) => containersOf(properties).flatMap(judge));
}

/** A check of every security context of Container Instances: of containers, init containers and profiles. */
export function ofGroupContexts(judge: (context: View<GroupSecurityContext>) => Finding[]): Record<string, Check> {
  const ofContainer = (container: View<GroupContainer>) =>
    judge(container.at("securityContext").as<GroupSecurityContext>());
  return {
    ...ofGroupContainers(ofContainer),
    [profileType]: (properties) => [
      ...containersOf(properties).flatMap(ofContainer),
      ...judge(properties.as<Group>().at("securityContext")),
    ],
  };
}

function containersOf(properties: View): View<GroupContainer>[] {
  const group = properties.as<Group>();
  return [...group.at("containers").items(), ...group.at("initContainers").items()];
}
