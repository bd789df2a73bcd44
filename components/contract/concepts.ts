/**
 * The concepts of a topology, in the order in which they are built. A concept gets its name here; its other parts
 * (components, arguments, spec, options, a line in the build and in the resolver, support of each target) are mapped over
 * this list, so that the compiler names each place where one is missing.
 */
export const topologyConcepts = [
  "network",
  "secrets",
  "images",
  "postgres",
  "redis",
  "storage",
  "identity",
  "compute",
  "edge",
] as const;
export type TopologyConcept = (typeof topologyConcepts)[number];

/**
 * A concept in the URNs of its resources. The edge's have an older word, in their names and in the type of its component: with
 * another name each of them would be replaced, in every stack that has them.
 */
export function componentName(concept: string): string {
  return concept === "edge" ? "cdn" : concept;
}

/** All concepts: the registry, which a program of its own makes before any topology, and those of a topology. */
export const concepts = ["registry", ...topologyConcepts] as const;
export type Concept = (typeof concepts)[number];
