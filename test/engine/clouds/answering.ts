/**
 * The packages that a cloud of the tests answers for; Kubernetes only in programs of the engine's own, which no cluster has to take. On its
 * own, as the bundle of a plugin has it in it: that can't look at the project's folders.
 */
export const answering = [
  ...(["aws", "gcp", "azure-native", "random", "kubernetes"] as const),
  ...(["simple", "primitive", "kebab-names", "alpha"] as const),
] as const;
