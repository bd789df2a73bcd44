import type * as aws from "@pulumi/aws";
import type * as azure from "@pulumi/azure-native";
import type * as gcp from "@pulumi/gcp";
import { isAtLeast, isFalse, isOneOf, isSet, must, mustIfSet } from "../../core/finding";
import { check, type Rule } from "../../core/rule";

const awsFlowLog = "aws:ec2/flowLog:FlowLog";
const azureFlowLog = "azure-native:network:FlowLog";

/** Subnetworks of these purposes are Google's own proxies and endpoints, which can't log (Compute Engine API, `logConfig`). */
const withoutLogs = [
  "REGIONAL_MANAGED_PROXY",
  "GLOBAL_MANAGED_PROXY",
  "INTERNAL_HTTPS_LOAD_BALANCER",
  "PRIVATE_SERVICE_CONNECT",
];

/** Networks log who talks to whom. On Kubernetes that is the affair of the network plugin. */
export const rule: Rule = {
  id: "logging-network-flow",
  title: "Networks log their traffic.",
  severity: "medium",
  frameworks: {
    "CIS AWS Foundations 7.0": ["4.7"],
    "CIS GCP Foundation 5.0": ["3.10"],
    "CIS Azure Foundations 6.0": ["6.1.1.6"],
    "ISO 27001:2022": ["A.8.15", "A.8.16"],
    "SOC 2": ["CC7.2"],
  },
  why: "Without flow logs nobody can tell afterwards where an intruder came from and what left.",
  fix: "Add a flow log of the network; on Google Cloud a logConfig of the subnetwork.",
  source: "https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs.html",
  breaksBy: {
    "aws:ec2/vpc:Vpc": [],
    "azure-native:network:VirtualNetwork": [],
    "gcp:compute/subnetwork:Subnetwork": ["logConfig.filterExpr", "logConfig.flowSampling", "purpose"],
    "gcp:compute/network:Network": ["autoCreateSubnetworks"],
    "aws:ec2/flowLog:FlowLog": ["trafficType", "vpcId"],
    "azure-native:network:FlowLog": ["enabled", "targetResourceId"],
  },
  companions: [awsFlowLog, azureFlowLog],
  checks: {
    "aws:ec2/vpc:Vpc": check<aws.ec2.VpcArgs>((_vpc, context) => {
      const logs = context.companions<aws.ec2.FlowLogArgs>(awsFlowLog, "vpcId");
      return logs.length > 0
        ? logs.flatMap(({ properties }) => {
            const kind = properties.at("trafficType");
            return !kind.known || !kind.isSet || ["ALL", "REJECT"].includes(kind.text() ?? "")
              ? []
              : [{ path: "flow log trafficType", found: kind.shown(), required: '"ALL" or "REJECT"' }];
          })
        : [{ path: "flow log", found: "not there", required: "a FlowLog with this vpcId" }];
    }),
    "azure-native:network:VirtualNetwork": check<azure.network.VirtualNetworkArgs>((_network, context) => {
      const logs = context.companions<azure.network.FlowLogArgs>(azureFlowLog, "targetResourceId");
      if (logs.some(({ properties }) => properties.at("enabled").mayBe(true))) return [];
      return [
        { path: "flow log", found: "not there, or not enabled", required: "a FlowLog with this targetResourceId" },
      ];
    }),
    "gcp:compute/subnetwork:Subnetwork": check<gcp.compute.SubnetworkArgs>((subnetwork) => {
      const purpose = subnetwork.at("purpose");
      if (!purpose.known || withoutLogs.includes(purpose.text() ?? "")) return [];
      const log = subnetwork.at("logConfig");
      // Both values are the defaults (Compute Engine API, `subnetworks.logConfig`). Less of a sample, or a filter in CEL
      // that is not simply true, may leave out everything: who wants one says why, in an exemption.
      return [
        ...must(log, isSet),
        ...mustIfSet(log.at("flowSampling"), isAtLeast(0.5, "of the flows")),
        ...mustIfSet(log.at("filterExpr"), isOneOf(["true"])),
      ];
    }),
    // In auto mode, the default, Google makes a subnetwork in every region, without logs, and no program has them.
    "gcp:compute/network:Network": check<gcp.compute.NetworkArgs>((network) =>
      must(
        network.at("autoCreateSubnetworks"),
        isFalse,
        "Set autoCreateSubnetworks: false, and make subnetworks with a logConfig.",
      ),
    ),
  },
};
