import type { ConceptOptions } from "../../contract/capabilities";
import { different } from "../../contract/capabilities/capability";

/** How a cluster supports each option of the network. */
export const networkCapabilities: ConceptOptions<"network"> = {
  "network.zones": different("topology spread constraints", "the cluster's nodes decide which zones there are"),
  "network.nat": different("the cluster's own egress", "NAT belongs to the cluster, not to the namespace"),
  "network.flowLogRetentionDays": different(
    "the cluster's network plugin",
    "NetworkPolicy has no log; the plugin may have one",
  ),
  "network.egress": different(
    "NetworkPolicy",
    "by port: a NetworkPolicy knows addresses, not host names; private ranges are reached where `kubernetes.egressCidrs` names them",
  ),
  "network.subnets": different("the cluster's pod network", "subnets belong to the cluster, not to the namespace"),
};
