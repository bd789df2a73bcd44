import { ecrElsewhere, type ImageReference, imageProblems, type Topology, type TopologyProblem } from "../contract";

/** Registries whose public images Cloud Run pulls itself ("Deploying container images to Cloud Run"). */
const publicRegistries = new Set(["docker.io", "ghcr.io"]);

/** Whether Cloud Run pulls an image itself; any other comes through a remote repository of Artifact Registry. */
export function pulledDirectly({ host, source }: ImageReference, signedIn: boolean): boolean {
  if (source.kind === "artifact-registry" || /^(?:[a-z]+\.)?gcr\.io$/.test(host)) return true;
  return publicRegistries.has(host) && !signedIn;
}

/** Images that Cloud Run could not pull. */
export function gcpImageProblems({ images }: Topology): TopologyProblem[] {
  return imageProblems(images, (image, signedIn) => {
    const { host, source } = image;
    if (source.kind === "ecr") {
      return ecrElsewhere(
        host,
        "an image of Artifact Registry, or of a registry with a lasting password; copy it there",
      );
    }
    if (pulledDirectly(image, signedIn) && signedIn) {
      return {
        found: `is in ${host}, for which registries has a password`,
        allowed: "no entry of registries: Cloud Run's service agent pulls from Artifact Registry",
      };
    }
    return undefined;
  });
}
