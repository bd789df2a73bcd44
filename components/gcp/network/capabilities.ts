import type { ConceptOptions } from "../../contract/capabilities";
import { different } from "../../contract/capabilities/capability";

/** How Google Cloud supports each option of the network. */
export const networkCapabilities: ConceptOptions<"network"> = {
  "network.zones": different("a regional subnet", "it spans all zones of the region; Cloud Run chooses them"),
  "network.subnets": different(
    "one regional subnet, a range for each of two services",
    "the first private range; the first isolated one for the database, the second for Redis; the load balancer is outside of the network, so nothing is public",
  ),
  "network.nat": different(
    "Cloud NAT",
    "a service of the region that no zone takes down: one is as good as one per zone; its addresses are Google's to choose and may change",
  ),
  "network.flowLogRetentionDays": different(
    "VPC flow logs in a log bucket",
    "all flows in prod, half of them elsewhere, to save cost",
  ),
  "network.egress": different(
    "VPC firewall rules",
    "by port: a VPC firewall rule knows addresses, not host names; the ports of all workloads are open to each; what Cloud Run sends leaves no firewall log, only flow logs",
  ),
};
