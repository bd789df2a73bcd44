import type { Capability } from "./capability";
import { cdnCapabilities } from "./cdn";
import { computeCapabilities } from "./compute";
import { dataCapabilities } from "./data";
import { foundationCapabilities } from "./foundation";

/** Every option whose meaning or presence a user could ask about, concept by concept. */
export const capabilities: readonly Capability[] = [
  ...foundationCapabilities,
  ...dataCapabilities,
  ...computeCapabilities,
  ...cdnCapabilities,
];
