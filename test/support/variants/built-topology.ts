import * as pulumi from "@pulumi/pulumi";
import type { Topology } from "../../../components/contract";
import { loadTarget, targetNames } from "../../../components/targets";
import { AppTopology } from "../../../components/topology";
import { applicationNamed } from "../fixture/applications";

/** Has a program build a topology. External secrets that are not given are each a text of their name. */
export function builtTopology(topology: Topology, given: Readonly<Record<string, string>>): AppTopology {
  const { name, app, cloud } = topology.context;
  const target = targetNames.find((known) => known === cloud);
  if (target === undefined) throw new Error(`${cloud} is no target`);
  const external = topology.secrets.filter(({ kind }) => kind === "external");
  return new AppTopology(name, {
    topology,
    origins: {},
    secretValues: Object.fromEntries(
      external.map((secret) => [secret.name, pulumi.secret(given[secret.name] ?? `value-of-${secret.name}`)]),
    ),
    registryPasswords: Object.fromEntries(
      Object.keys(topology.images.registries).map((host) => [host, pulumi.secret(`password-of-${host}`)]),
    ),
    load: () => Promise.resolve(loadTarget(target, applicationNamed(app).transforms)),
  });
}
