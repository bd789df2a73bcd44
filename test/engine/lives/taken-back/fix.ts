import type * as pulumi from "@pulumi/pulumi";
import type { WholeTopology } from "../../../support/whole";

/** A command of a short life. `becomes` is what the stack's topology is changed into for it. */
export type ShortStep =
  | { up: string; becomes?: (topology: WholeTopology) => WholeTopology }
  /** Everything goes. */
  | { destroy: string };

export function stepName(step: ShortStep): string {
  return "up" in step ? step.up : step.destroy;
}

/** What a resource is made with: its properties and options. */
export type Made = Pick<pulumi.ResourceTransformationArgs, "type" | "name" | "props" | "opts">;

/** Changes what a resource is made with, in place; `step` counts from 0. */
export type Change = (made: Made, step: number) => void;

/** A fix of the program that a behaviour of a cloud stands for, and how to take it back. */
export interface Fix {
  /** Name of the behaviour that refuses without it. */
  behaviour: string;
  /** What the fix is. */
  name: string;
  /** Stack of the tests' applications. */
  stack: string;
  /** The last step is refused where the fix is taken back, and no other. */
  steps: readonly ShortStep[];
  /** What happens anyway, as something that forces a replacement. */
  meanwhile?: Change;
  takeBack: Change;
}

/** A change of the resources of a type. */
export function of(type: string, change: (made: Made, step: number) => void): Change {
  return (made, step) => {
    if (made.type === type) change(made, step);
  };
}
