import type { TopologyProblem } from "../target-spec";
import { type ImageReference, parseImageReference, registryHost } from "./image-reference";
import { databaseRoles, type ImagesSpec } from "./index";

/** The problem of an image that a cloud can't pull: the found value, and the allowed ones. */
export type Unpullable = Pick<TopologyProblem, "found" | "allowed"> | undefined;

/**
 * Images that a cloud can't pull, and logins that no image needs. `others` are images that the cloud itself brings, whose
 * registries may want a login too.
 */
export function imageProblems(
  { references, registries }: ImagesSpec,
  judge: (image: ImageReference, signedIn: boolean) => Unpullable,
  others: readonly string[] = [],
): TopologyProblem[] {
  const parsed = Object.entries(references).flatMap(([key, reference]) => {
    const image = parseImageReference(reference);
    return image === undefined ? [] : [{ key, image }];
  });
  const hosts = [...new Set([...parsed.map(({ image }) => image.host), ...others.map(hostOf)])];
  const unused = Object.keys(registries).filter((host) => !hosts.includes(registryHost(host)));
  return [
    ...parsed.flatMap(({ key, image }) => {
      const wrong = judge(image, registries[image.host] !== undefined);
      return wrong === undefined ? [] : [{ key: configKeyOf(key), ...wrong }];
    }),
    ...unused.map((host) => ({
      key: `registries.${host}`,
      found: "is not used by any image",
      allowed: `one of ${hosts.join(", ")}`,
    })),
  ];
}

/** The problem of an image in ECR that would need a lasting password; `allowed` is the alternative. */
export function ecrElsewhere(host: string, allowed: string): NonNullable<Unpullable> {
  return { found: `is in ECR (${host}), whose passwords last twelve hours`, allowed };
}

/** The config key that names an image. */
function configKeyOf(key: string): string {
  return key === databaseRoles ? "databaseClientImage" : `images.${key}`;
}

function hostOf(reference: string): string {
  return parseImageReference(reference)?.host ?? "";
}
