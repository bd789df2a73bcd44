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

/** A check of every container of Container Apps and their jobs. */
export function ofAppContainers(judge: (container: View<AppContainer>) => Finding[]): Record<string, Check> {
  return {
    "azure-native:app:ContainerApp": (properties) => all(properties).flatMap(judge),
    "azure-native:app:Job": (properties) => all(properties).flatMap(judge),
  };
}
