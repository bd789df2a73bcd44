import type { ResourceFixtures } from "../../core/fixture";
import * as k from "../../kinds/pods.fixtures";

const fix = "Name a namespace in metadata.namespace, or in the provider's namespace.";

export const fixtures: ResourceFixtures = {
  passes: [
    {
      name: "a namespace",
      type: k.deploymentType,
      properties: { metadata: { namespace: "shop" }, ...k.deploymentWith({}) },
    },
  ],
  fails: [
    {
      name: "none",
      type: k.podType,
      properties: { metadata: { name: "shop" }, ...k.podWith({}) },
      messages: [`metadata.namespace is not set; required: a namespace of its own. ${fix}`],
    },
    {
      name: "the default one",
      type: k.cronJobType,
      properties: { metadata: { namespace: "default" }, ...k.cronJobWith({}) },
      messages: [`metadata.namespace is "default"; required: a namespace of its own. ${fix}`],
    },
  ],
};
