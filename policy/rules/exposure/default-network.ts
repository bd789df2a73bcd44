import type * as gcp from "@pulumi/gcp";
import { type Finding, isFalse, must } from "../../core/finding";
import { type Check, check, type Rule } from "../../core/rule";

const machines: Check = check<gcp.compute.InstanceArgs>((machine): Finding[] =>
  machine
    .at("networkInterfaces")
    .items()
    .map((network) => network.at("network"))
    .filter((network) => /(^|\/)default$/.test(network.text() ?? ""))
    .map((network) => ({ path: network.path, found: network.shown(), required: "a network of one's own" })),
);

/**
 * Nothing is in Google's default network, which projects need not have. Amazon's default VPC is not made by a program;
 * its default security group is what `exposure-default-security-group` is about. Azure has none.
 */
export const rule: Rule = {
  id: "exposure-default-network",
  title: "Projects have no default network, and nothing uses one.",
  severity: "medium",
  frameworks: {
    "CIS GCP Foundation 5.0": ["3.1"],
    "ISO 27001:2022": ["A.8.20", "A.8.22"],
    "SOC 2": ["CC6.6"],
  },
  why: "The default network spans all regions, and its rules let SSH, RDP and pings in from everywhere.",
  fix: "Set autoCreateNetwork to false, and make a network with the subnets and rules that are needed.",
  source: "https://cloud.google.com/vpc/docs/vpc#default-network",
  breaksBy: {
    "gcp:organizations/project:Project": ["autoCreateNetwork"],
    "gcp:compute/instance:Instance": ["networkInterfaces[].network"],
    "gcp:compute/instanceTemplate:InstanceTemplate": ["networkInterfaces[].network"],
    "gcp:compute/regionInstanceTemplate:RegionInstanceTemplate": ["networkInterfaces[].network"],
    "gcp:compute/instanceFromMachineImage:InstanceFromMachineImage": ["networkInterfaces[].network"],
    "gcp:compute/instanceFromTemplate:InstanceFromTemplate": ["networkInterfaces[].network"],
    "gcp:container/cluster:Cluster": ["network", "subnetwork"],
  },
  checks: {
    "gcp:organizations/project:Project": check<gcp.organizations.ProjectArgs>((project) =>
      must(project.at("autoCreateNetwork"), isFalse),
    ),
    "gcp:compute/instance:Instance": machines,
    "gcp:compute/instanceTemplate:InstanceTemplate": machines,
    "gcp:compute/regionInstanceTemplate:RegionInstanceTemplate": machines,
    // What they set in the place of their template's, or of their image's.
    "gcp:compute/instanceFromMachineImage:InstanceFromMachineImage": machines,
    "gcp:compute/instanceFromTemplate:InstanceFromTemplate": machines,
    // A cluster that says neither is put into the default one.
    "gcp:container/cluster:Cluster": check<gcp.container.ClusterArgs>((cluster): Finding[] => {
      const network = cluster.at("network");
      const isDefault = network.isSet ? /(^|\/)default$/.test(network.text() ?? "") : !cluster.at("subnetwork").isSet;
      return isDefault ? [{ path: network.path, found: network.shown(), required: "a network of one's own" }] : [];
    }),
  },
};
