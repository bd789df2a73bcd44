import type { OptionsOf } from "../capabilities/capability";

/** The private network. */
export const networkOptions = [
  {
    name: "network.zones",
    meaning: "Workloads and data spread over this number of zones.",
  },
  {
    name: "network.subnets",
    meaning: "Ranges for what is public, private and isolated, in each zone.",
  },
  {
    name: "network.nat",
    meaning: "Workloads leave through managed NAT, one per zone or one.",
  },
  {
    name: "network.flowLogRetentionDays",
    meaning: "Connections are logged and kept.",
  },
  {
    name: "network.egress",
    meaning: "Workloads reach the listed destinations and nothing else.",
  },
] as const satisfies OptionsOf<"network">;
