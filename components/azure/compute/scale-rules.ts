import type { types } from "@pulumi/azure-native";
import type { AutoscalingSpec } from "../../contract";

/**
 * Autoscaling by KEDA. Container Apps counts requests of the last 15 s divided by 15 as "concurrent requests"
 * (Microsoft Learn, "Set scaling rules in Azure Container Apps"), so that requests per minute are sixty times that.
 */
export function scale(spec: AutoscalingSpec, reached: boolean): types.input.app.ScaleArgs {
  const { minReplicas, maxReplicas, cpuPercent, memoryPercent, requestsPerMinute, scaleUp, scaleDown } = spec;
  if (minReplicas === maxReplicas) return { minReplicas, maxReplicas };
  return {
    minReplicas,
    maxReplicas,
    pollingInterval: scaleUp.windowSeconds,
    cooldownPeriod: scaleDown.windowSeconds,
    rules: [
      { name: "cpu", custom: { type: "cpu", metadata: { type: "Utilization", value: String(cpuPercent) } } },
      { name: "memory", custom: { type: "memory", metadata: { type: "Utilization", value: String(memoryPercent) } } },
      ...(requestsPerMinute === undefined || !reached
        ? []
        : [
            {
              name: "requests",
              http: { metadata: { concurrentRequests: String(Math.max(Math.round(requestsPerMinute / 60), 1)) } },
            },
          ]),
    ],
  };
}
