import type { z } from "zod";
import type { Kind, KubernetesObject, MadeObject } from "../kinds";

/** What a namespace has, by kind and name. */
export interface There {
  find(kind: Kind, name: string): KubernetesObject | undefined;
}

/** The status that an operator gives an object. */
export type Status = NonNullable<KubernetesObject["status"]> & Readonly<Record<string, unknown>>;

/** What an operator does with the objects of a kind, as far as anything of ours waits for it. */
export interface Operator {
  /** Its name as a manager of fields. */
  manager: string;
  kind: Kind;
  /** What it can't do without and is not there: a name for each; none where it can begin. */
  missing(object: KubernetesObject, there: There): readonly string[];
  /** What it makes for an object. */
  makes(object: KubernetesObject): readonly MadeObject[];
  ready(object: KubernetesObject): Status;
  /** Until it is ready. */
  pending(object: KubernetesObject): Status;
  failed(object: KubernetesObject): Status;
  /** The warning that it emits where it failed; undefined for one that emits none. */
  warning?: { reason: string; message: string };
}

/** The same, of objects whose specification has been read. */
interface Parts<Spec> extends Pick<Operator, "manager" | "kind" | "warning"> {
  missing(spec: Spec, there: There): readonly string[];
  makes(spec: Spec, object: KubernetesObject): readonly MadeObject[];
  ready(spec: Spec, object: KubernetesObject): Status;
  pending(spec: Spec, object: KubernetesObject): Status;
  failed(spec: Spec, object: KubernetesObject): Status;
}

/** An operator of objects with such a specification; one with another is a mistake of the tests. */
export function operatorOf<Spec>(schema: z.ZodType<Spec>, { manager, kind, warning, ...parts }: Parts<Spec>): Operator {
  return {
    manager,
    kind,
    warning,
    missing: ({ spec }, there) => parts.missing(schema.parse(spec), there),
    makes: (object) => parts.makes(schema.parse(object.spec), object),
    ready: (object) => parts.ready(schema.parse(object.spec), object),
    pending: (object) => parts.pending(schema.parse(object.spec), object),
    failed: (object) => parts.failed(schema.parse(object.spec), object),
  };
}

/** An object that its API server has taken: it has an id. */
export function ownerOf(kind: Kind, { metadata: { name, uid = "" } }: KubernetesObject): MadeObject["owner"] {
  return { kind, name, uid };
}

/** A Secret's values are of no matter here: nothing runs that reads them. */
export function words(keys: readonly string[]): Record<string, string> {
  return Object.fromEntries(keys.map((key) => [key, Buffer.from(`${key} of the tests`).toString("base64")]));
}
