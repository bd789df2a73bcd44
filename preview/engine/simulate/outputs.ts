import type { Wire, WireObject } from "../../model/wire";
import { isUnknown, isWireObject, mapObject, unknown, withoutSecrets } from "../../model/wire";
import { classMembers, type Member, outputOnlyNames } from "./members";
import { NestedOutputs } from "./nested";
import {
  digest,
  kindOf,
  type PlaceholderContext,
  placeholder,
  providerId,
  simulatedAccount,
  simulatedArn,
} from "./placeholder";
import type { SdkSource, SdkSources } from "./sdk-source";

/** The provider's simulated answer. */
export interface Simulated {
  id: string;
  outputs: WireObject;
}

/** A resource whose outputs are needed. */
export interface SimulationRequest {
  type: string;
  name: string;
  urn: string;
  inputs: WireObject;
  /** Region of its provider. */
  region: string;
  /** Leave members inside of inputs unknown that only the provider sets. */
  unknowns?: boolean;
}

/** The members of a type's class that are simulated. */
interface Shape {
  /** Output-only properties, and inputs by which others refer to the resource. Other defaults are known to the provider only. */
  computed: Member[];
  /** Members whose type is one of the SDK's own. */
  objects: Member[];
  /** Undefined for a type without an SDK. */
  source: SdkSource | undefined;
}

/** What a preview is told of a creation by a provider that leaves unknown what it will set: what is no input, but a name in `metadata`. */
export function leftUnknown(outputs: WireObject, inputs: WireObject): WireObject {
  return mapObject(outputs, (output, key) => (inputs[key] !== undefined || key === "metadata" ? output : unknown));
}

/** Inputs that a provider fills in if they are not given, and that other resources refer to. */
const identifying = /^(name|identifier|region|port|arn)$/;

/**
 * Simulates the providers' answer to a creation: the inputs unchanged, and a deterministic placeholder for every property
 * that only the provider sets. Names and types of these properties are read from the SDK's own files.
 */
export class OutputSimulator {
  private readonly shapes = new Map<string, Shape>();
  private readonly nested: NestedOutputs;

  constructor(private readonly sdks: SdkSources) {
    this.nested = new NestedOutputs(sdks);
  }

  simulate(request: SimulationRequest): Simulated {
    const { type, urn, inputs, region } = request;
    const context: PlaceholderContext = { type, name: this.physicalName(request), urn, region };
    const shape = this.shapeOf(type);
    const outputs: WireObject = { ...inputs, ...this.insideOf(shape, request, context) };
    for (const { name, type: declared } of shape.computed) {
      if (outputs[name] !== undefined) continue;
      outputs[name] = placeholder(name, declared, context);
    }
    if (type.startsWith("kubernetes:")) outputs.metadata = kubernetesMetadata(inputs.metadata, context);
    return { id: simulatedId(context, outputs), outputs };
  }

  /** The inputs that are objects, with the members that only the provider sets. */
  private insideOf(
    { objects, source }: Shape,
    { inputs, urn, unknowns = false }: SimulationRequest,
    context: PlaceholderContext,
  ): WireObject {
    const filled: WireObject = {};
    if (source === undefined) return filled;
    const computed = ({ name, type }: Member, path: string): Wire =>
      unknowns ? unknown : placeholder(name, type, { ...context, urn: `${urn} ${path}` });
    for (const { name, type } of objects) {
      const value = inputs[name];
      if (typeof value === "object" && value !== null) {
        filled[name] = this.nested.filled(value, type, source, computed, name);
      }
    }
    return filled;
  }

  private shapeOf(type: string): Shape {
    const known = this.shapes.get(type);
    if (known !== undefined) return known;
    const shape = this.readShape(type);
    this.shapes.set(type, shape);
    return shape;
  }

  private readShape(type: string): Shape {
    const source = this.sdks.find(type);
    if (source === undefined) return { computed: [], objects: [], source };
    const outputOnly = outputOnlyNames(source.javascript);
    const own = kindOf(type).replaceAll("-", "");
    const members = classMembers(source.declarations);
    const computed = members.filter(
      ({ name, optional }) =>
        outputOnly.has(name) || (!optional && (identifying.test(name) || name.toLowerCase() === own)),
    );
    // Of Kubernetes' objects every member is declared as always there, whether an object has it or not.
    const isDeclared = !type.startsWith("kubernetes:");
    const objects = isDeclared ? members.filter(({ type: declared }) => declared.startsWith("outputs.")) : [];
    return { computed, objects, source };
  }

  /** The name input if there is one, else Pulumi's automatic name: the logical name and seven digits. */
  private physicalName({ type, name, urn, inputs }: SimulationRequest): string {
    const metadata = inputs.metadata;
    const given = type.startsWith("kubernetes:") && isWireObject(metadata) ? metadata.name : nameInput(type, inputs);
    const text = given === undefined ? undefined : withoutSecrets(given);
    return typeof text === "string" && !isUnknown(text) ? text : `${name}-${digest(urn, 7)}`;
  }
}

function nameInput(type: string, inputs: WireObject): Wire | undefined {
  const own = kindOf(type).replaceAll("-", "").toLowerCase();
  const key = Object.keys(inputs).find((input) => {
    const lower = input.toLowerCase();
    if (lower === "name" || lower === "identifier" || lower === own || lower === `${own}id`) return true;
    // `bucketName` of a bucket, and `accountName` of a storage account.
    const stem = /^(.+)name$/.exec(lower)?.[1];
    return stem !== undefined && own.endsWith(stem);
  });
  return key === undefined ? undefined : inputs[key];
}

function kubernetesMetadata(metadata: Wire | undefined, { name }: PlaceholderContext): WireObject {
  const given = isWireObject(metadata) ? metadata : {};
  return given.name === undefined ? { ...given, name } : given;
}

function simulatedId(context: PlaceholderContext, outputs: WireObject): string {
  const { type, name, urn } = context;
  if (type.startsWith("pulumi:providers:")) return providerId(urn);
  const provider = type.split(":")[0];
  if (provider === "kubernetes") {
    const metadata = outputs.metadata;
    const namespace = isWireObject(metadata) ? metadata.namespace : undefined;
    return typeof namespace === "string" && namespace !== unknown ? `${namespace}/${name}` : name;
  }
  if (provider === "azure-native") {
    return azureId(context, outputs);
  }
  if (provider === "gcp") {
    // Other resources take a network by an id that names its place.
    const place = type.startsWith("gcp:compute/") ? "global/" : "";
    return `projects/simulated-${simulatedAccount}/${place}${kindOf(type)}s/${name}`;
  }
  if (
    provider === "aws" &&
    "arn" in outputs &&
    /cluster|targetGroup|loadBalancer|listener|secret:|certificate|topic/i.test(type)
  ) {
    return simulatedArn(context);
  }
  return provider === "aws" && /^aws:ec2/.test(type) ? `${kindOf(type)}-${digest(urn, 17)}` : name;
}

/** An id of Azure Resource Manager, in the resource group that the resource names; the group's own is shorter. */
function azureId({ type, name }: PlaceholderContext, { resourceGroupName }: WireObject): string {
  const [, service = "resources"] = type.split(":");
  const subscription = "/subscriptions/00000000-0000-0000-0000-000000000000";
  if (type === "azure-native:resources:ResourceGroup") return `${subscription}/resourceGroups/${name}`;
  const group =
    typeof resourceGroupName === "string" && resourceGroupName !== unknown ? resourceGroupName : "simulated";
  return `${subscription}/resourceGroups/${group}/providers/Microsoft.${service}/${kindOf(type)}/${name}`;
}
