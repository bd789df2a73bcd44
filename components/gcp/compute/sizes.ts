import type { ComputeSize } from "../../contract";

/** CPU and memory as Cloud Run takes them. */
export interface RunLimits {
  cpu: string;
  memory: string;
}

/**
 * What Cloud Run has: CPUs, with the least and the most memory of each, in MiB (Cloud Run documentation, "Configure CPU
 * limits" and "Configure memory limits"). The second generation of the execution environment, worker pools and jobs take
 * at least 512 MiB; less than one CPU would serve one request at a time.
 */
const sizes = [
  { cpu: 1, least: 512, most: 4096 },
  { cpu: 2, least: 512, most: 8192 },
  { cpu: 4, least: 2048, most: 16384 },
  { cpu: 6, least: 4096, most: 24576 },
  { cpu: 8, least: 4096, most: 32768 },
] as const;

/** The smallest size of Cloud Run that has room for the limits. Throws where there is none. */
export function runLimits(limits: ComputeSize): RunLimits {
  const { cpu, memoryMiB } = runSize(limits);
  return { cpu: String(cpu), memory: `${memoryMiB}Mi` };
}

/** The same in numbers: whole CPUs, and MiB. */
export function runSize({ cpuMillicores, memoryMiB }: ComputeSize): { cpu: number; memoryMiB: number } {
  const size = sizes.find(({ cpu, most }) => cpu * 1000 >= cpuMillicores && most >= memoryMiB);
  if (size === undefined) {
    throw new Error(
      `Cloud Run has no size for ${cpuMillicores} millicores and ${memoryMiB} MiB; its largest has 8 CPUs and 32768 MiB`,
    );
  }
  return { cpu: size.cpu, memoryMiB: Math.max(memoryMiB, size.least) };
}
