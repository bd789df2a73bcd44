import { ecrElsewhere, imageProblems, type Topology, type TopologyProblem } from "../contract";

/** Images that Container Apps could not pull. */
export function azureImageProblems({ images }: Topology): TopologyProblem[] {
  return imageProblems(images, ({ host, source }) =>
    source.kind !== "ecr"
      ? undefined
      : ecrElsewhere(host, "an image of Container Registry, or of a registry with a lasting password; copy it there"),
  );
}
