import * as pulumi from "@pulumi/pulumi";
import life from "../../lives/program";

/** The program of a life in which nothing is waited for longer than the environment says, in seconds. */
export = () => {
  const patience = `${process.env.LIFE_PATIENCE ?? ""}s`;
  pulumi.runtime.registerStackTransformation(({ props, opts }) => ({
    props,
    opts: pulumi.mergeOptions(opts, { customTimeouts: { create: patience, update: patience } }),
  }));
  return life();
};
