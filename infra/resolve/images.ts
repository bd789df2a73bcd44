import { databaseClientImage, databaseRoles, type ImagesSpec } from "../../components/contract";
import type { ApplicationFacts } from "../apps/application";
import type { StackConfig } from "../config/schema";
import { fallback, stack, type TracedTree } from "./traced";

/** The application's images, and the image that makes the roles of its database. */
export function resolveImages(
  { images, databaseClientImage: own, registries }: StackConfig,
  { postgres }: ApplicationFacts,
): TracedTree<ImagesSpec> {
  const named = Object.entries(images).map(([key, image]) => [key, stack(image)] as const);
  const client = [databaseRoles, own === undefined ? fallback(databaseClientImage) : stack(own)] as const;
  return {
    references: Object.fromEntries(postgres === undefined ? named : [...named, client]),
    registries: stack(registries),
  };
}
