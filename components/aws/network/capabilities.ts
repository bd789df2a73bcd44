import type { ConceptOptions } from "../../contract/capabilities";
import { different, full } from "../../contract/capabilities/capability";

/** How AWS supports each option of the network. */
export const networkCapabilities: ConceptOptions<"network"> = {
  "network.zones": full("subnets per availability zone"),
  "network.nat": full("NAT gateways"),
  "network.flowLogRetentionDays": full("VPC flow logs in CloudWatch"),
  "network.egress": different("security group rules", "by port: a security group knows addresses, not host names"),
  "network.subnets": full("a subnet per range and zone"),
};
