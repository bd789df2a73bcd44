import { readFileSync, writeFileSync } from "node:fs";
import * as pulumi from "@pulumi/pulumi";
import { loadTarget, targetNames } from "../../../../components/targets";
import { AppTopology } from "../../../../components/topology";
import { applicationNamed } from "../../../support/fixture/applications";
import type { LifeStep } from "./step";

/** Builds the topology of the file that the environment names. */
export = async () => {
  const step: LifeStep = JSON.parse(readFileSync(process.env.LIFE_STEP ?? "", "utf8"));
  const { topology } = step;
  const { name, app, cloud } = topology.context;
  const target = targetNames.find((known) => known === cloud);
  if (target === undefined) throw new Error(`${cloud} is no target`);
  const built = new AppTopology(name, {
    topology,
    origins: {},
    secretValues: Object.fromEntries(
      topology.secrets
        .filter(({ kind }) => kind === "external")
        .map((secret) => [secret.name, pulumi.secret(step.secretValues[secret.name] ?? `value-of-${secret.name}`)]),
    ),
    registryPasswords: Object.fromEntries(
      Object.keys(topology.images.registries).map((host) => [host, pulumi.secret(`password-of-${host}`)]),
    ),
    load: () => loadTarget(target, applicationNamed(app).transforms),
  });
  const { url } = await built.built();
  if (step.mistake === undefined) return { url };
  const file = step.mistake;
  return {
    url: pulumi.output(url).apply(() => {
      writeFileSync(file, String(Date.now()));
      throw new Error("a mistake of the tests");
    }),
  };
};
