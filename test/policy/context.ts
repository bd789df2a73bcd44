import type { Context } from "../../policy/core/context";

/** What a check is told of a resource that is alone, in production, with the rule's own settings. */
export const aloneInProd: Context = {
  profile: "prod",
  name: "it",
  type: "it",
  protect: false,
  get: ({ values }) => values.prod,
  companions: () => [],
  all: () => [],
};
