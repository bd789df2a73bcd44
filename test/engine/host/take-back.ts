import * as pulumi from "@pulumi/pulumi";
import type { LifeStep } from "../lives/program/step";
import { fixes } from "../lives/taken-back/fixes";

/** Has the resources of the program that runs now be made without a fix, or with it, and with what happens meanwhile. */
export function takeBack({ id, isTakenBack, step }: NonNullable<LifeStep["fix"]>): void {
  const fix = fixes[id];
  if (fix === undefined) throw new Error(`there is no fix ${id}`);
  pulumi.runtime.registerStackTransformation(({ type, name, props, opts }) => {
    const made = { type, name, props: Object.assign({}, props), opts: Object.assign({}, opts) };
    fix.meanwhile?.(made, step);
    if (isTakenBack) fix.takeBack(made, step);
    return { props: made.props, opts: made.opts };
  });
}
