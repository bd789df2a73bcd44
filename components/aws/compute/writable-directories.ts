import type { WorkloadSpec } from "../../contract";
import { fargateSize } from "./fargate-sizes";

/** A directory in memory, as a container definition has it. Its size is in MiB. */
export interface Tmpfs {
  containerPath: string;
  size: number;
  mountOptions: string[];
}

/** A directory may take this share of the task's memory, and this much at least, in MiB. */
const share = 1 / 4;
const leastMiB = 64;

/**
 * The directories that a workload may write, in the task's memory and the workload's own. Fargate has such directories since
 * January 2026 ("Amazon ECS now supports tmpfs mounts on AWS Fargate and ECS Managed Instances"); a volume of the task
 * would belong to root unless the image declares another owner.
 */
export function writableDirectories({
  writablePaths,
  uid,
  gid,
  limits,
}: Pick<WorkloadSpec, "writablePaths" | "uid" | "gid" | "limits">): Tmpfs[] {
  const size = Math.max(leastMiB, Math.floor(fargateSize(limits).memory * share));
  return writablePaths.map((containerPath) => ({
    containerPath,
    size,
    mountOptions: ["rw", "nosuid", "nodev", `uid=${uid}`, `gid=${gid}`, "mode=1777"],
  }));
}
