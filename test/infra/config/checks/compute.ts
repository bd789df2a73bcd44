import { type BrokenConfig, override } from "./row";

/** The least and most instances of services. */
export const brokenReplicas: readonly BrokenConfig[] = [
  override("replicas below none", { replicas: { minimum: -1 } }, "replicas.minimum is -1; allowed: at least 0"),
  override("no replica at most", { replicas: { maximum: 0 } }, "replicas.maximum is 0; allowed: at least 1"),
  override("too many replicas", { replicas: { maximum: 1001 } }, "replicas.maximum is 1001; allowed: at most 1000"),
  override(
    "a maximum below its minimum",
    { replicas: { minimum: 5, maximum: 3 } },
    "replicas.maximum is 3, less than minimum, which is 5; allowed: at least 5",
  ),
];
