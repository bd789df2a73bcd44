import type { types } from "@pulumi/azure-native";
import type { Unwrap } from "@pulumi/pulumi";
import type { Finding } from "../core/finding";
import type { Check } from "../core/rule";
import type { View } from "../core/view";

/** A container of Container Apps. */
export type AppContainer = Unwrap<types.input.app.ContainerArgs>;

interface Template {
  template: { containers: AppContainer[]; initContainers: AppContainer[] };
}

const all = (properties: View): View<AppContainer>[] => {
  const template = properties.as<Template>().at("template");
  return [...template.at("containers").items(), ...template.at("initContainers").items()];
};

/** Pools of sessions, whose containers are in a template of another name. */
const sessionPoolType = "azure-native:app:ContainerAppsSessionPool";

/** A check of every container of a pool of sessions. */
export function ofSessionContainers(judge: (container: View<AppContainer>) => Finding[]): Record<string, Check> {
  return {
    [sessionPoolType]: (properties) =>
      properties
        .as<{ customContainerTemplate: { containers: AppContainer[] } }>()
        .at("customContainerTemplate")
        .at("containers")
        .items()
        .flatMap(judge),
  };
}

/** A check of every container of Container Apps and their jobs. */
export function ofAppContainers(judge: (container: View<AppContainer>) => Finding[]): Record<string, Check> {
  return {
    "azure-native:app:ContainerApp": (properties) => all(properties).flatMap(judge),
    "azure-native:app:Job": (properties) => all(properties).flatMap(judge),
  };
}
