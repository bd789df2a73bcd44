import { digest } from "./digest";

/**
 * A name for an element of a list, made from what the element is and never from its place: lower-case letters, digits and
 * hyphens. What such letters can't say (the dots of a host, the slashes of a path) becomes a hyphen, and six digits of the
 * text's digest keep two texts apart that would read alike. So `web` stays `web`, and `/static/*` is `static-` and a digest.
 */
export function contentName(text: string): string {
  if (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(text)) return text;
  const slug = text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "");
  const ending = digest(text, 6);
  return slug === "" ? ending : `${slug}-${ending}`;
}
