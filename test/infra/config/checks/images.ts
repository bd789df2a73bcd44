import { image, validConfig } from "../../support/configs";
import type { BrokenConfig } from "./row";

const reference = "an image reference with a tag of at most 128 characters or a sha256 digest";
const byDigest = "an image by digest in prod, name@sha256:<64 hex digits>";
const byTag = "an image by digest, or by a tag that is not latest";

function badImage(name: string, text: string, allowed: string, base?: BrokenConfig["base"]): BrokenConfig {
  return {
    name,
    base,
    change: { images: { app: text, api: image("api") } },
    messages: [`isotopo:images.app is "${text}"; allowed: ${allowed}`],
  };
}

const dev = validConfig("fixture", "aws", "dev");
const staging = validConfig("fixture", "aws", "staging");

/** Images. */
export const brokenImages: readonly BrokenConfig[] = [
  badImage("a tag in prod", "registry.test/app:1.2.0", byDigest),
  badImage("a tag in prod, of a registry with a port", "registry.test:5000/app:1.2.0", byDigest),
  badImage("neither tag nor digest in prod", "registry.test/app", byDigest),
  badImage("neither tag nor digest in dev", "registry.test/app", byTag, dev),
  badImage("a port and no tag in dev", "registry.test:5000/app", byTag, dev),
  badImage("latest in staging", "registry.test/app:latest", byTag, staging),
  badImage("a name with a capital", image("App"), reference),
  badImage("a digest that is too short", "registry.test/app@sha256:1f1f", reference),
  badImage("a digest of another kind", `registry.test/app@md5:${"1f".repeat(16)}`, reference),
  badImage("a tag of 129 letters", `registry.test/app:${"a".repeat(129)}`, reference, dev),
  badImage("an empty image", "", reference, dev),
  {
    name: "an image that is a number",
    change: { images: { app: 5, api: image("api") } },
    messages: ["isotopo:images.app is 5; allowed: a text"],
  },
  {
    name: "images in a list",
    change: { images: [image("app")] },
    messages: [`isotopo:images is ["${image("app")}"]; allowed: a set of keys and values`],
  },
  {
    name: "images that are a text",
    change: { images: image("app") },
    messages: [`isotopo:images is "${image("app")}"; allowed: a set of keys and values`],
  },
  {
    name: "images that are nothing",
    change: { images: null },
    messages: ["isotopo:images is null; allowed: a set of keys and values"],
  },
  {
    name: "an image that the application has not got",
    change: { images: { app: image("app"), api: image("api"), web: image("web") } },
    messages: ["isotopo:images.web is no image of fixture; allowed: one of app, api"],
  },
  {
    name: "an image of two is missing",
    change: { images: { app: image("app") } },
    messages: ["isotopo:images.api is missing; " + "allowed: the reference of the image with the API"],
  },
  {
    name: "an image under another name",
    change: { images: { App: image("app"), api: image("api") } },
    messages: [
      "isotopo:images.app is missing; " +
        "allowed: the reference of the image with the web service, its workers and its jobs",
      "isotopo:images.App is no image of fixture; allowed: one of app, api",
    ],
  },
];
