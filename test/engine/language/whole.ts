import { readFileSync } from "node:fs";
import { z } from "zod";
import type { PlanResource } from "../../../preview/model/plan";
import { isDefaultProvider, rootStackType } from "../../../preview/model/urn";
import {
  isWireObject,
  mapObject,
  normalize,
  readable,
  unknownText,
  type Wire,
  type WireObject,
} from "../../../preview/model/wire";
import { realPlan, type Said, said } from "../same-plans/real-plan";

const texts = z.array(z.string()).nullish();
const more = z.object({
  external: z.boolean().optional(),
  additionalSecretOutputs: texts,
  customTimeouts: z.record(z.string(), z.number()).nullish(),
  importID: z.string().optional(),
  deletedWith: z.string().optional(),
  replaceWith: texts,
  ignoreChanges: texts,
  hideDiff: texts,
  replaceOnChanges: texts,
  replacementTrigger: z.json().optional(),
});

/** What the SDK's options say of a resource; what says nothing is left out. */
type More = z.infer<typeof more>;

/** All that both engines say of a resource. */
export interface Whole {
  said: Said;
  more: Readonly<Record<string, unknown>>;
}

/** Reads `pulumi preview --json` of an empty stack, by URN. */
export function realWhole(json: string): ReadonlyMap<string, Whole> {
  const { steps } = z
    .object({ steps: z.array(z.object({ newState: more.extend({ urn: z.string() }) })) })
    .parse(JSON.parse(json));
  const options = new Map(steps.map(({ newState: { urn, ...state } }) => [urn, filled(state)]));
  const plans = realPlan(json);
  return withAlikeInputs(new Map([...plans].map(([urn, plan]) => [urn, { said: plan, more: options.get(urn) ?? {} }])));
}

/** The same of an offline plan. */
export function offlineWhole(resources: readonly PlanResource[]): ReadonlyMap<string, Whole> {
  const own = resources.filter(({ type, urn }) => type !== rootStackType && !isDefaultProvider(urn));
  return withAlikeInputs(
    new Map(own.map((resource) => [resource.urn, { said: saidOf(resource), more: moreOf(resource) }])),
  );
}

/** The stack's outputs in the event log of a preview. */
export function stackOutputs(log: string): WireObject {
  const event = z.object({
    resOutputsEvent: z.object({
      metadata: z.object({
        type: z.literal(rootStackType),
        new: z.object({ outputs: z.record(z.string(), z.json()) }),
      }),
    }),
  });
  const found = readFileSync(log, "utf8")
    .split("\n")
    .flatMap((line) => (line === "" ? [] : (event.safeParse(JSON.parse(line)).data ?? [])));
  return mapObject(found.at(-1)?.resOutputsEvent.metadata.new.outputs ?? {}, shown);
}

/** In the form of a plan. */
function shown(value: Wire): Wire {
  return readable(normalize(value).value);
}

/**
 * Without what both engines tell in another way: of a resource that is referred to and not made yet, Pulumi's writes that it is unknown;
 * contents of files have another digest.
 */
function alike(value: Wire, isMadeLater: (urn: string) => boolean): Wire {
  if (typeof value === "string") return isMadeLater(value) ? unknownText : value;
  if (Array.isArray(value)) return value.map((item) => alike(item, isMadeLater));
  if (!isWireObject(value)) return value;
  const isFile = ["asset", "archive"].some((key) => typeof value[key] === "string");
  return mapObject(value, (item, key) => (isFile && key === "hash" ? "digest" : alike(item, isMadeLater)));
}

function withAlikeInputs(resources: ReadonlyMap<string, Whole>): ReadonlyMap<string, Whole> {
  const later = (urn: string) => resources.get(urn)?.said.custom === true;
  return new Map(
    [...resources].map(([urn, whole]) => {
      const inputs = alike(whole.said.inputs, later);
      return [urn, { more: whole.more, said: { ...whole.said, inputs } }];
    }),
  );
}

function saidOf(resource: PlanResource): Said {
  const { type, custom, parent = "", inputs, dependencies, propertyDependencies, protect, provider } = resource;
  const retainOnDelete = resource.retainOnDelete ?? false;
  return said({ type, custom, parent, inputs, dependencies, propertyDependencies, protect, provider, retainOnDelete });
}

function moreOf(resource: PlanResource): Readonly<Record<string, unknown>> {
  const { op, additionalSecretOutputs, customTimeouts, importID, deletedWith, replaceWith } = resource;
  const { ignoreChanges, hideDiff, replaceOnChanges, replacementTrigger } = resource;
  return filled({
    external: op === "read" || undefined,
    additionalSecretOutputs,
    customTimeouts,
    importID,
    deletedWith,
    replaceWith,
    ignoreChanges,
    hideDiff,
    replaceOnChanges,
    replacementTrigger,
  });
}

function filled(options: More): Readonly<Record<string, unknown>> {
  const { replacementTrigger: trigger, ...others } = options;
  const all = { ...others, replacementTrigger: trigger === undefined ? undefined : shown(trigger) };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => isSaid(value)));
}

function isSaid(value: unknown): boolean {
  if (value === undefined || value === null || value === false) return false;
  return typeof value !== "object" || Object.keys(value).length > 0;
}
