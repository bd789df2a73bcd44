import { ecrElsewhere, imageProblems, type Topology, type TopologyProblem } from "../contract";
import { images as platform } from "./own-images";

/** Logins that no image of a topology needs. What a node may pull without one, only the cluster knows. */
export function kubernetesImageProblems({ images }: Topology): TopologyProblem[] {
  return imageProblems(
    images,
    ({ host, source }, signedIn) =>
      source.kind === "ecr" && signedIn
        ? ecrElsewhere(host, "no entry of registries: the cluster's nodes need the right to pull from it")
        : undefined,
    [...Object.values(platform.postgres), ...Object.values(platform.redis), platform.edge],
  );
}
