import { stringify } from "yaml";
import type { Plan, PlanResource } from "../model/plan";
import { isWireObject, secretText, type Wire, type WireObject } from "../model/wire";

/** A manifest and its file name. */
export interface Manifest {
  file: string;
  text: string;
}

/** A Secret whose values are not written. */
export interface WithheldSecret {
  namespace: string;
  name: string;
  keys: string[];
}

/** The manifests of a plan, in an order in which they can be applied. Secrets with values are left out and listed. */
export function manifestsOf({ resources }: Plan): { manifests: Manifest[]; withheld: WithheldSecret[] } {
  const objects = applyOrder(resources).filter(({ type, custom }) => custom && type.startsWith("kubernetes:"));
  const withheld: WithheldSecret[] = [];
  const written = objects.filter((object) => {
    if (!holdsValues(object)) return true;
    withheld.push(withheldSecret(object));
    return false;
  });
  const digits = String(written.length).length;
  return {
    withheld,
    // YAML 1.1, as the API server's parser reads it: there, a bare `on` is a boolean.
    manifests: written.map((object, i) => ({
      file: `${String(i + 1).padStart(digits, "0")}-${fileName(object)}.yaml`,
      text: stringify(manifest(object), { lineWidth: 0, version: "1.1" }),
    })),
  };
}

/** Dependencies first, namespaces before everything else; otherwise the order of the plan. */
function applyOrder(resources: readonly PlanResource[]): PlanResource[] {
  const byUrn = new Map(resources.map((resource) => [resource.urn, resource]));
  const ordered = new Set<PlanResource>();
  const visit = (resource: PlanResource): void => {
    if (ordered.has(resource) || visiting.has(resource)) return;
    visiting.add(resource);
    for (const urn of resource.dependencies) {
      const dependency = byUrn.get(urn);
      if (dependency !== undefined) visit(dependency);
    }
    ordered.add(resource);
  };
  const visiting = new Set<PlanResource>();
  const namespaces = resources.filter(({ type }) => type === "kubernetes:core/v1:Namespace");
  for (const resource of [...namespaces, ...resources]) visit(resource);
  return [...ordered];
}

function manifest({ inputs, outputs }: PlanResource): WireObject {
  const { apiVersion, kind, ...rest } = inputs;
  return {
    apiVersion: apiVersion ?? null,
    kind: kind ?? null,
    ...rest,
    metadata: metadata(inputs.metadata, outputs.metadata),
  };
}

/** The metadata of the inputs, with the object's generated name if none was given. */
function metadata(given: Wire | undefined, simulated: Wire | undefined): WireObject {
  const own = isWireObject(given) ? given : {};
  const named: WireObject = isWireObject(simulated) && own.name === undefined ? { name: simulated.name ?? null } : {};
  const shown: WireObject = { ...named, ...own };
  const annotations = isWireObject(shown.annotations)
    ? Object.fromEntries(Object.entries(shown.annotations).filter(([key]) => !key.startsWith("pulumi.com/")))
    : undefined;
  return annotations === undefined ? shown : { ...shown, annotations };
}

function holdsValues({ type, inputs }: PlanResource): boolean {
  return type === "kubernetes:core/v1:Secret" && JSON.stringify(inputs).includes(secretText);
}

function withheldSecret({ inputs, outputs }: PlanResource): WithheldSecret {
  const { name = "", namespace = "default" } = metadata(inputs.metadata, outputs.metadata);
  const data = [inputs.data, inputs.stringData].filter((values) => values !== undefined);
  // If the SDK marks the data as secret as a whole, its keys are unknown here.
  const keys = data.flatMap((values) => (isWireObject(values) ? Object.keys(values) : ["<key>"]));
  return { name: String(name), namespace: String(namespace), keys };
}

function fileName({ type, inputs, outputs, name }: PlanResource): string {
  const kind = type.split(":").at(-1) ?? type;
  const objectName = metadata(inputs.metadata, outputs.metadata).name;
  return `${kind}-${String(objectName ?? name)}`.toLowerCase().replace(/[^a-z0-9.-]+/g, "-");
}
