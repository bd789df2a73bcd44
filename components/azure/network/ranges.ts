import type { NetworkSpec } from "../../contract";

/** Which range each subnet has. Subnets of Azure span all zones, so that there is one of each kind. */
export interface Ranges {
  workloads: string;
  postgres: string;
  endpoints: string;
}

/** The first private range, and the first two isolated ones. */
export function rangesOf({ privateCidrs, isolatedCidrs }: NetworkSpec): Ranges {
  const [workloads] = privateCidrs;
  const [postgres, endpoints] = isolatedCidrs;
  if (workloads === undefined || postgres === undefined || endpoints === undefined) {
    throw new Error("the topology has fewer ranges than two zones need");
  }
  return { workloads, postgres, endpoints };
}
