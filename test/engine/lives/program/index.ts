import { readFileSync, writeFileSync } from "node:fs";
import * as pulumi from "@pulumi/pulumi";
import { builtTopology } from "../../../support/variants/built-topology";
import type { LifeStep } from "./step";

/** Builds the topology of the file that the environment names. */
export = async () => {
  const { topology, secretValues, mistake }: LifeStep = JSON.parse(readFileSync(process.env.LIFE_STEP ?? "", "utf8"));
  const { url } = await builtTopology(topology, secretValues).built();
  if (mistake === undefined) return { url };
  return {
    url: pulumi.output(url).apply(() => {
      writeFileSync(mistake, String(Date.now()));
      throw new Error("a mistake of the tests");
    }),
  };
};
