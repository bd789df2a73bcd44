import type * as aws from "@pulumi/aws";
import type * as gcp from "@pulumi/gcp";
import { isNoneOf, mustIfSet } from "../../core/finding";
import { check, type Rule } from "../../core/rule";
import type { View } from "../../core/view";

const needed = ["api", "audit", "authenticator"];

function controlPlane(types: View<string[] | undefined>) {
  if (!types.known || types.items().some((item) => !item.known)) return [];
  const missing = needed.filter((kind) => !types.texts().includes(kind));
  return missing.length === 0
    ? []
    : [{ path: types.path, found: types.shown(), required: `also ${missing.join(", ")}` }];
}

/** Managed Kubernetes clusters log what their control plane is asked. */
export const rule: Rule = {
  id: "logging-cluster",
  title: "Managed Kubernetes clusters log what their control plane is asked.",
  severity: "medium",
  frameworks: { "ISO 27001:2022": ["A.8.15"], "SOC 2": ["CC7.2"], "PCI DSS 4.0": ["10.2.1"] },
  why: "Who read a secret, or started a Pod in another's name, is known to the API server alone.",
  fix: 'Set enabledClusterLogTypes: ["api", "audit", "authenticator"]; on Google Cloud leave logging on.',
  source: "https://docs.aws.amazon.com/eks/latest/userguide/control-plane-logs.html",
  breaksBy: {
    "aws:eks/cluster:Cluster": ["enabledClusterLogTypes"],
    "gcp:container/cluster:Cluster": ["loggingConfig.enableComponents", "loggingService"],
  },
  checks: {
    "aws:eks/cluster:Cluster": check<aws.eks.ClusterArgs>((cluster) =>
      controlPlane(cluster.at("enabledClusterLogTypes")),
    ),
    "gcp:container/cluster:Cluster": check<gcp.container.ClusterArgs>((cluster) => [
      ...mustIfSet(cluster.at("loggingService"), isNoneOf(["none"])),
      ...mustIfSet(cluster.at("loggingConfig").at("enableComponents"), {
        words: "SYSTEM_COMPONENTS among them",
        allows: (value) =>
          value
            .as<string[]>()
            .items()
            .some((item) => item.mayBe("SYSTEM_COMPONENTS")),
      }),
    ]),
  },
};
