import type { ResourceFixtures } from "../../core/fixture";

const fix = "Label the namespace pod-security.kubernetes.io/enforce: restricted.";
const type = "kubernetes:core/v1:Namespace";
const patchType = "kubernetes:core/v1:NamespacePatch";
const label = "pod-security.kubernetes.io/enforce";

export const fixtures: ResourceFixtures = {
  passes: [
    { name: "restricted", type, properties: { metadata: { labels: { [label]: "restricted" } } } },
    { name: "baseline", type, properties: { metadata: { labels: { [label]: "baseline" } } } },
    { name: "a patch", type: patchType, properties: { metadata: { name: "shop", labels: { [label]: "restricted" } } } },
  ],
  fails: [
    {
      name: "no label",
      type,
      properties: { metadata: { name: "shop" } },
      messages: [`metadata.labels["${label}"] is not set; required: one of restricted, baseline. ${fix}`],
    },
    {
      name: "privileged",
      type,
      properties: { metadata: { labels: { [label]: "privileged" } } },
      messages: [`metadata.labels["${label}"] is "privileged"; required: one of restricted, baseline. ${fix}`],
    },
    {
      name: "a patch",
      type: patchType,
      properties: { metadata: { name: "shop", labels: { [label]: "privileged" } } },
      messages: [`metadata.labels["${label}"] is "privileged"; required: one of restricted, baseline. ${fix}`],
    },
  ],
};
