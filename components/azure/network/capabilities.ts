import type { ConceptOptions } from "../../contract/capabilities";
import { different, full } from "../../contract/capabilities/capability";

/** How Azure supports each option of the network. */
export const networkCapabilities: ConceptOptions<"network"> = {
  "network.zones": different("subnets that span all zones", "each service spreads by itself; Azure chooses the zones"),
  "network.subnets": different(
    "one subnet each for workloads, database and private endpoints",
    "the first private and the first two isolated ranges; Front Door is outside of the network, so nothing is public",
  ),
  "network.nat": different("NAT gateway", "a subnet takes one, in a zone that Azure chooses: per-zone is one as well"),
  "network.flowLogRetentionDays": full("virtual network flow logs in a storage account"),
  "network.egress": different(
    "network security group rules",
    "by port: a rule knows addresses, not host names; the ports of all workloads are open to each",
  ),
};
