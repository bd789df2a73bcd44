/**
 * Pulumi's special values: objects that carry a signature, for what JSON has no word for. The signatures are Pulumi's own:
 * `sdk/go/common/resource/sig`, and `sdk/nodejs/runtime/rpc.ts` for the SDK.
 */
export const signatureKey = "4dabf18193072939515e22adb298388d";
/** Each signature, by the kind of its value. */
export const signatures = {
  secret: "1b47061264138c4ac30d75fd1eb44270",
  output: "d0e6a833031e9bbcd3f4e8bde6ca49a4",
  asset: "c44067f5952c0a294b673a41bacd8c17",
  archive: "0def7320c3a5731c473e5ecbe6d01bc7",
  resource: "5cf8f73096256a8f31e491e813e4eb8e",
  /** A text whose bytes are no UTF-8, in base 64. */
  bytes: "803fd3297a5875dc03ca845dda5d2a98",
  /** A number that JSON can't hold, by its bits; in states only. */
  float: "8ad145fe-0d11-4827-bfd7-1abcbf086f5c",
} as const;
