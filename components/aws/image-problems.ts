import { imageProblems, type Topology, type TopologyProblem } from "../contract";

/** Images that ECS could not pull. */
export function awsImageProblems({ context, images }: Topology): TopologyProblem[] {
  const own = context.region.startsWith("cn-") ? "aws-cn" : context.region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
  return imageProblems(images, ({ host, source }, signedIn) => {
    if (source.kind !== "ecr") return undefined;
    if (signedIn) {
      return {
        found: `is in ${host}, for which registries has a password`,
        allowed: "no entry of registries: ECR is pulled from by the execution role",
      };
    }
    if (source.partition === own) return undefined;
    return {
      found: `is in ECR of ${source.region}, another partition of AWS than ${context.region}`,
      allowed: `a repository of the partition ${own}, or of a registry with a name and a password`,
    };
  });
}
