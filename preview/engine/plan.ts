import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { childrenByParent } from "../model/children";
import { keepFingerprints, triggerKey } from "../model/fingerprints";
import { withProperty } from "../model/message-property";
import type { Diagnostic, Plan, PlanResource, PolicyOutcome } from "../model/plan";
import { outcomeWithTexts } from "../model/policy-texts";
import { isWireObject, readable, secretText, type Wire, type WireObject } from "../model/wire";
import type { StackConfig } from "../project/stacks";
import { type ProgramFolders, withContents } from "./contents";
import type { ResourceState } from "./monitor/state";
import { type Redactor, redactorOf } from "./redact";
import { withoutPieces } from "./secret-pieces";

/** The state of a finished run. */
export interface RunResult {
  project: string;
  stack: string;
  folders: ProgramFolders;
  config: StackConfig;
  resources: readonly ResourceState[];
  stackOutputs: WireObject;
  diagnostics: readonly Diagnostic[];
  policy: PolicyOutcome;
  unknowns: boolean;
  seconds: number;
}

/** Makes the plan that reports show: in a fixed order, and without the text of a secret. */
export function planOf(run: RunResult): Plan {
  const redactor = redactorOf(run);
  const stackOutputs = redactor.data(readableObject(run.stackOutputs));
  keepFingerprints(stackOutputs, stackOutputs, run.stackOutputs);
  const states = new Map(run.resources.map((state) => [state.urn, state]));
  const redactedAbout = (urn: string) => {
    const state = states.get(urn);
    return (text: string): string => redactor.text(state === undefined ? text : withoutPieces(text, state));
  };
  const policy = outcomeWithTexts(run.policy, redactedAbout);
  return {
    project: run.project,
    stack: run.stack,
    config: configWithoutSecrets(run.config, redactor),
    resources: ordered(run.resources).map((state) => planResource(state, redactor, run.folders)),
    stackOutputs,
    diagnostics: run.diagnostics.map((diagnostic) => ({ ...diagnostic, message: redactor.text(diagnostic.message) })),
    policy: { ...policy, violations: policy.violations.map(withProperty) },
    unknowns: run.unknowns,
    durationSeconds: Math.round(run.seconds * 1000) / 1000,
  };
}

/** A value that is plain in the stack's file may have been made secret by the program. */
function configWithoutSecrets({ values, secretKeys }: StackConfig, redactor: Redactor): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, secretKeys.includes(key) ? secretText : redactor.text(value)]),
  );
}

/** Depth first, parents before children, siblings by URN: registration order depends on the clock, this does not. */
function ordered(resources: readonly ResourceState[]): ResourceState[] {
  const children = childrenByParent(resources, (resource) => resource);
  const below = (urn: string): ResourceState[] =>
    (children.get(urn) ?? [])
      .sort((a, b) => (a.urn < b.urn ? -1 : 1))
      .flatMap((resource) => [resource, ...below(resource.urn)]);
  return below("");
}

function planResource(state: ResourceState, redactor: Redactor, folders: ProgramFolders): PlanResource {
  const resource: PlanResource = {
    op: state.op,
    urn: state.urn,
    type: state.type,
    name: state.name,
    custom: state.custom,
    parent: state.parent || undefined,
    id: redactor.text(state.id) || undefined,
    inputs: redactor.data(readableObject(withContents(state.inputs, folders))),
    outputs: redactor.data(readableObject(state.outputs)),
    dependencies: state.dependencies,
    propertyDependencies: state.propertyDependencies,
    protect: state.protect,
    provider: state.provider,
    ignoreChanges: state.ignoreChanges,
    aliases: state.aliases,
    deleteBeforeReplace: state.deleteBeforeReplace,
    retainOnDelete: state.retainOnDelete,
    ...(state.replaceOnChanges.length > 0 ? { replaceOnChanges: state.replaceOnChanges } : {}),
    ...(state.hideDiff.length > 0 ? { hideDiff: state.hideDiff } : {}),
    ...(state.deletedWith === "" ? {} : { deletedWith: state.deletedWith }),
    ...(state.replaceWith.length > 0 ? { replaceWith: state.replaceWith } : {}),
    ...(state.replacementTrigger === undefined
      ? {}
      : { replacementTrigger: redactor.data(readable(sorted(state.replacementTrigger))) }),
    ...(state.additionalSecretOutputs.length > 0 ? { additionalSecretOutputs: state.additionalSecretOutputs } : {}),
    ...(state.customTimeouts === undefined ? {} : { customTimeouts: state.customTimeouts }),
    ...(state.op === "import" ? { importID: redactor.text(state.id) } : {}),
    ...(state.hooks === undefined ? {} : { hooks: state.hooks }),
    ...sourceOf(state, folders.rootDir),
  };
  const { replacementTrigger: trigger = null } = state;
  const shown = resource.replacementTrigger ?? null;
  keepFingerprints(resource, { ...resource.inputs, [triggerKey]: shown }, { ...state.inputs, [triggerKey]: trigger });
  return resource;
}

/** The file by its path in the project, the same on every machine; a program may also lie outside. */
function sourceOf({ position }: ResourceState, rootDir: string): Pick<PlanResource, "source"> {
  if (position === undefined) return {};
  const file = relative(rootDir, fileURLToPath(position.uri)).replaceAll("\\", "/");
  return file.startsWith("..") ? {} : { source: { file, line: position.line } };
}

function readableObject(value: Wire): WireObject {
  const shown: Wire = readable(sorted(value));
  return isWireObject(shown) ? shown : {};
}

function sorted(value: Wire): Wire {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isWireObject(value)) return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, sorted(value[key] ?? null)]),
  );
}
