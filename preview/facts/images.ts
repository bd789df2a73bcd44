import type { ResourceChange } from "../model/change";
import { type Fact, groupsOf, labelsOf, type Observation } from "./fact";
import { Namer } from "./names";
import { joined, listed, name, own, type Phrase, phrase } from "./phrase";
import { inStacks, type RunStacks } from "./stack-set";
import type { StackView } from "./view";

interface ImageMove {
  /** Last word of the repository: `web` of `registry.example/shop/web`. */
  image: string;
  before: string;
  after: string;
  /** Whether it is the same image in another repository. */
  isMoved: boolean;
  /** The workload that runs it. */
  user: string;
}

/** Changed image references, each once: the image, both versions, the workload. */
export function imageFacts(views: readonly StackView[], run: RunStacks): Fact[] {
  const groups = groupsOf(views.flatMap(observed));
  return groups.map(({ key, all }): Fact => {
    const [{ about }] = all;
    const places = all.map(({ place }) => place);
    const users = [...new Set(all.map(({ about: { user } }) => user))];
    const verb = about.isMoved ? "comes from another place" : "moves";
    const moved = phrase`image ${name(about.image)} ${own(verb)}, ${name(about.before)} → ${name(about.after)}`;
    const isAlone = users.length === 1 && users[0] === about.image;
    const runs = isAlone
      ? []
      : phrase`, for ${listed(
          users.map((user) => [name(user)]),
          4,
        )}`;
    return {
      kind: about.isMoved ? "update" : "image",
      tone: "plain",
      anchor: `image ${key}`,
      places,
      words: phrase`${moved}${runs}${inStacks(labelsOf(places), run)}`,
      short: about.isMoved ? moved : phrase`${name(about.image)}`,
    };
  });
}

/** The images of several facts in one clause: `images of web and worker move`. */
export function movedImages(facts: readonly Fact[]): Phrase {
  const names = new Map(facts.flatMap(({ short = [] }) => [[JSON.stringify(short), short] as const]));
  const images = [...names.values()];
  if (images.length === 0) return [];
  return images.length === 1 ? phrase`image ${joined(images, "")} moves` : phrase`images ${listed(images, 4)} move`;
}

function observed(view: StackView): Observation<ImageMove>[] {
  const namer = new Namer(view);
  return view.changes.flatMap(({ change }) =>
    movesOf(change).map(([before, after]) => {
      const about = { ...moveOf(before, after), user: namer.subject(change).name };
      const place = { label: view.label, urn: change.urn };
      return { key: [about.image, about.before, about.after].join(" "), place, about };
    }),
  );
}

/** Whether a property is a container's image. */
export function isImagePath(path: string): boolean {
  return /(?:^|\.)image(?:Uri|Name)?$/.test(path);
}

function movesOf({ custom, action, properties }: ResourceChange): [before: string, after: string][] {
  if (!custom || action === "delete" || action === "create") return [];
  return properties.flatMap(({ path, kind, before, after }): [string, string][] =>
    kind === "changed" && isImagePath(path) && typeof before === "string" && typeof after === "string"
      ? [[before, after]]
      : [],
  );
}

/** The parts of a reference: repository, tag, digest (OCI distribution specification). Only those that differ are shown. */
interface Reference {
  repository: string;
  tag: string;
  digest: string;
}

function moveOf(before: string, after: string): Omit<ImageMove, "user"> {
  const [old, now] = [referenceOf(before), referenceOf(after)];
  const image = now.repository.split("/").at(-1) ?? now.repository;
  const isMoved = false;
  if (old.tag !== now.tag && old.tag !== "" && now.tag !== "")
    return { image, isMoved, before: old.tag, after: now.tag };
  if (old.digest !== now.digest) return { image, isMoved, before: versionOf(old), after: versionOf(now) };
  return { image, isMoved: true, before: old.repository, after: now.repository };
}

/** Twelve digits identify a digest, as git and Docker show them. */
function versionOf({ tag, digest }: Reference): string {
  return digest === "" ? tag || "latest" : digest.replace(/^sha256:/, "").slice(0, 12);
}

function referenceOf(text: string): Reference {
  const [, repository = text, tag = "", digest = ""] = /^([^@]+?)(?::([^/:@]+))?(?:@(.+))?$/.exec(text) ?? [];
  return { repository, tag, digest };
}
