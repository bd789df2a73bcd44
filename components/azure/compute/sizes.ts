import type { ComputeSize } from "../../contract";

/** Processor and memory as Container Apps has them. */
export interface ContainerSize {
  /** In vCPU. */
  cpu: number;
  /** `0.5Gi`. */
  memory: string;
}

/**
 * Quarters of a vCPU, each with 512 MiB, up to 4 vCPU and 8 GiB (Microsoft Learn, "Containers in Azure Container Apps",
 * allocations of the Consumption workload profile).
 */
const quarterMillicores = 250;
const quarterMiB = 512;
const mostQuarters = 16;
/** The largest that a container may be. */
export const largestContainer: ComputeSize = {
  cpuMillicores: mostQuarters * quarterMillicores,
  memoryMiB: mostQuarters * quarterMiB,
};

/** The least size that holds what a container may use. Throws where there is none. */
export function containerSize({ cpuMillicores, memoryMiB }: ComputeSize): ContainerSize {
  const quarters = Math.max(Math.ceil(cpuMillicores / quarterMillicores), Math.ceil(memoryMiB / quarterMiB), 1);
  if (quarters > mostQuarters) {
    throw new Error(
      `Container Apps has no container of ${cpuMillicores} millicores and ${memoryMiB} MiB; at most 4000 and 8192`,
    );
  }
  return { cpu: quarters / 4, memory: `${quarters / 2}Gi` };
}
