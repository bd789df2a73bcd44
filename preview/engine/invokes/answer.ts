import type { WireObject } from "../../model/wire";

/** Where an invoke is answered. */
export interface InvokeContext {
  region: string;
}

/** The answer of one provider function. */
export type InvokeAnswer = (args: WireObject, context: InvokeContext) => WireObject;
