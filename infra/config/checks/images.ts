import { parseImageReference } from "../../../components/contract";
import type { ConfigProblems } from "../parser/problems";
import type { CheckInput } from "./check";

/** Every image of the application has a reference, and no other; in prod by digest. */
export function checkImages({ config, application }: CheckInput, problems: ConfigProblems): void {
  const { images, environment } = config;
  if (images === undefined || application === undefined) return;
  const keys = Object.keys(application.images);
  for (const key of keys) {
    if (images[key] === undefined && !problems.has(`images.${key}`)) {
      problems.add(`images.${key}`, "is missing", `the reference of the image with ${application.images[key]}`);
    }
  }
  for (const [key, image] of Object.entries(images)) {
    if (!keys.includes(key)) {
      problems.add(`images.${key}`, `is no image of ${application.name}`, `one of ${keys.join(", ")}`);
      continue;
    }
    const { tag, digest } = parseImageReference(image) ?? {};
    if (environment === "prod" && digest === undefined) {
      problems.add(`images.${key}`, `is "${image}"`, "an image by digest in prod, name@sha256:<64 hex digits>");
    } else if (digest === undefined && (tag === undefined || tag === "latest")) {
      problems.add(`images.${key}`, `is "${image}"`, "an image by digest, or by a tag that is not latest");
    }
  }
}
