import type { ComputeSize } from "../../contract";

/**
 * Task sizes that Fargate has: processor in units of 1/1024 vCPU, and memory in MiB by the first, the last and the step
 * (Amazon ECS Developer Guide, "Task definition parameters for Fargate", task size).
 */
const sizes: readonly { cpu: number; from: number; to: number; step: number }[] = [
  { cpu: 256, from: 512, to: 512, step: 512 },
  { cpu: 256, from: 1024, to: 2048, step: 1024 },
  { cpu: 512, from: 1024, to: 4096, step: 1024 },
  { cpu: 1024, from: 2048, to: 8192, step: 1024 },
  { cpu: 2048, from: 4096, to: 16_384, step: 1024 },
  { cpu: 4096, from: 8192, to: 30_720, step: 1024 },
  { cpu: 8192, from: 16_384, to: 61_440, step: 4096 },
  { cpu: 16_384, from: 32_768, to: 122_880, step: 8192 },
];

/** A task size of Fargate. */
export interface FargateSize {
  cpu: number;
  memory: number;
}

/** The smallest size of Fargate that holds what is asked for. */
export function fargateSize({ cpuMillicores, memoryMiB }: ComputeSize): FargateSize {
  const units = (cpuMillicores / 1000) * 1024;
  for (const { cpu, from, to, step } of sizes) {
    if (cpu < units || to < memoryMiB) continue;
    return { cpu, memory: Math.max(from, Math.ceil(memoryMiB / step) * step) };
  }
  throw new Error(
    `Fargate has no task of ${cpuMillicores} millicores and ${memoryMiB} MiB; the largest has 16000 and 122880`,
  );
}
