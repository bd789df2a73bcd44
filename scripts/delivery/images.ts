import { z } from "zod";
import { imagePattern } from "../../components/contract";

/** Container images of an application, by the key that its stack files have for them. */
export type Images = Readonly<Record<string, string>>;

/** Images that are to be deployed: each by the digest of something that was built. */
const pinnedImages = z.record(
  z.string().regex(/^[a-z][a-z0-9-]*$/, "a key of lower-case letters, digits and hyphens"),
  z
    .string()
    .regex(imagePattern, "an image reference")
    .refine((image) => /@sha256:(?!0{64}$)[0-9a-f]{64}$/.test(image), "an image by its digest, not a placeholder's"),
);

/** Images as JSON, or one line for each mistake in it. */
export function imagesIn(json: string): { images: Images } | { mistakes: string[] } {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return { mistakes: ['the images are no JSON; required: {"<key>": "<image>@sha256:<digest>"}'] };
  }
  const read = pinnedImages.safeParse(value);
  if (!read.success) {
    return { mistakes: read.error.issues.map(({ path, message }) => `images.${path.join(".")}: required: ${message}`) };
  }
  return Object.keys(read.data).length > 0 ? { images: read.data } : { mistakes: ["there is no image"] };
}
