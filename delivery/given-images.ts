import type { Project } from "../preview/project/project";
import { type Images, imagesIn, referencesOf, writtenImages } from "./images";

/** Images of a stack's file, and those that a deployment takes in their place; or what is wrong with these, a line for each. */
export type GivenImages = { written: Images; given: Images } | { mistakes: string[] };

/** Reads the images that a deployment is given, `{"<key>": "<image or digest>"}` or nothing, for a stack. */
export function givenImages(project: Project, stack: string, json: string | undefined): GivenImages {
  const read = json === undefined || json === "" ? { images: {} } : imagesIn(json);
  if ("mistakes" in read) return read;
  const written = writtenImages(project, stack);
  const given = referencesOf(read.images, written);
  // A key that the file has not would stay in the config, and fail the way back as well.
  const mistakes = Object.keys(given)
    .filter((key) => !Object.hasOwn(written, key))
    .map((key) => `images.${key}: the stack file has no "${key}"; it has ${Object.keys(written).join(", ")}`);
  return mistakes.length > 0 ? { mistakes } : { written, given };
}
