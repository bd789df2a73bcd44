import * as ipaddr from "ipaddr.js";
import type { PlatformSpec, TargetPlatform, TopologyProblem } from "../contract";
import { kubernetesPlatformSchema } from "./platform-schema";
import type { KubernetesPlatformSpec } from "./platform-spec";

/** A stack's cluster, in its config. */
export const kubernetesPlatform: TargetPlatform = {
  schema: kubernetesPlatformSchema,
  describes: "a cluster",
  meaning: "the cluster offers",
  introduction: "What the cluster offers; docs/kubernetes.md says what has to stand behind each name.",
  placeholders: { "objectStorage.endpoint": "address" },
  problems: ({ kubernetes }) => (kubernetes === undefined ? [] : [...monitoring(kubernetes), ...proxies(kubernetes)]),
};

/** The facts about the cluster, without which nothing can be built. */
export function kubernetesPlatformOf({ kubernetes }: PlatformSpec): KubernetesPlatformSpec {
  if (kubernetes === undefined) {
    throw new Error("the topology says nothing of its cluster: platform.kubernetes is missing");
  }
  return kubernetes;
}

/** Labels for monitors are there only where there are monitors. */
function monitoring({ monitoringLabels, monitoringNamespace }: KubernetesPlatformSpec): TopologyProblem[] {
  if (monitoringLabels === undefined || monitoringNamespace !== undefined) return [];
  return [
    {
      key: "kubernetes.monitoringLabels",
      found: "is set without kubernetes.monitoringNamespace",
      allowed: "both or none: without a Prometheus there are no monitors to label",
    },
  ];
}

/** Who trusts every address takes what any client writes for its address. */
function proxies({ trustedProxies = [] }: KubernetesPlatformSpec): TopologyProblem[] {
  return trustedProxies.flatMap((cidr, i) =>
    ipaddr.isValidCIDR(cidr) && ipaddr.parseCIDR(cidr)[1] !== 0
      ? []
      : [
          {
            key: `kubernetes.trustedProxies.${i}`,
            found: `is "${cidr}"`,
            allowed: "an address range that is not every address, such as 203.0.113.0/24",
          },
        ],
  );
}
