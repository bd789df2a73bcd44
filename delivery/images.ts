import { z } from "zod";
import { imagePattern } from "../components/contract";
import type { Project } from "../preview/project/project";
import { configOf } from "./stack-config";

/** Container images of an application, by the key that its stack files have for them. */
export type Images = Readonly<Record<string, string>>;

const digest = /^sha256:(?!0{64}$)[0-9a-f]{64}$/;

/**
 * Images that are to be deployed: each by the digest of something that was built. A digest alone is one of the repository
 * that a stack pulls from already, so that one promotion serves stacks of several clouds, each with its own registry.
 */
const pinnedImages = z.record(
  z.string().regex(/^[a-z][a-z0-9-]*$/, "a key of lower-case letters, digits and hyphens"),
  z
    .string()
    .refine((image) => digest.test(image) || imagePattern.test(image), "an image reference, or a digest")
    .refine((image) => digest.test(image.replace(/^.*@/, "")), "an image by its digest, not a placeholder's"),
);

/** Images as JSON, or one line for each mistake in it. */
export function imagesIn(json: string): { images: Images } | { mistakes: string[] } {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return {
      mistakes: ['the images are no JSON; required: {"<key>": "<image>@sha256:<digest>"}, or the digest alone'],
    };
  }
  const read = pinnedImages.safeParse(value);
  if (!read.success) {
    return { mistakes: read.error.issues.map(({ path, message }) => `images.${path.join(".")}: required: ${message}`) };
  }
  return Object.keys(read.data).length > 0 ? { images: read.data } : { mistakes: ["there is no image"] };
}

/** The images with whole references: a digest alone is one of the repository that the stack file names under its key. */
export function referencesOf(given: Images, written: Images): Images {
  return Object.fromEntries(
    Object.entries(given).map(([key, image]) => {
      const name = imagePattern.exec(written[key] ?? "")?.groups?.name;
      return [key, digest.test(image) && name !== undefined ? `${name}@${image}` : image];
    }),
  );
}

/** The images of a stack's file. */
export function writtenImages(project: Project, stack: string): Images {
  return z.record(z.string(), z.string()).parse(JSON.parse(configOf(project, stack)("images") || "{}"));
}
