import type { ResourceChange } from "../../../preview/model/change";
import type { Entry } from "../clouds/account";
import type { LifeStep } from "../lives/program/step";

/** What a test asks of its host. */
export type HostRequest =
  /** Serve the accounts of this folder from now on, and build this at the next run of the program. */
  | { ask: "life"; accounts: string }
  | { ask: "step"; step: LifeStep }
  /** What the accounts refused since this was asked last, and the URNs of what they hold. */
  | { ask: "refusals" }
  | { ask: "left" }
  /** Take away the oldest thing of each of these URNs, as a person does. */
  | { ask: "forget"; urns: readonly string[] }
  /** Plan these topologies offline, one after the other, and compare each with the one before. */
  | { ask: "foretell"; config: Readonly<Record<string, string>>; steps: readonly LifeStep[] };

/** What the offline engine says of a life. */
export interface Foretold {
  /** URNs of what a deletion leaves in the account (`retainOnDelete`). */
  retained: readonly string[];
  /** URNs of what is a copy of other data. */
  replicas: readonly string[];
  /** What the change into each step does; the first is made from nothing. */
  changes: readonly (readonly ResourceChange[])[];
  /** What it does to destroy the last step, and to make it anew. */
  end: readonly ResourceChange[];
  again: readonly ResourceChange[];
}

export type Refusal = Extract<Entry, { done: "refuse" }>;

/** What a host answers to each kind of request. */
export interface HostAnswers {
  life: null;
  step: null;
  refusals: readonly Refusal[];
  left: readonly string[];
  forget: null;
  foretell: Foretold;
}

/** Ports of a host, which it says once. */
export interface HostPorts {
  /** Its language host, for `--client`. */
  language: number;
  /** Its providers by package, for `PULUMI_DEBUG_PROVIDERS`. */
  providers: Readonly<Record<string, number>>;
}

export type HostMessage =
  | { ports: HostPorts }
  | { answer: HostAnswers[HostRequest["ask"]]; of: number }
  | { error: string; of: number };
