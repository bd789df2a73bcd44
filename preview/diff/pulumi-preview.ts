import { z } from "zod";
import { nameOf } from "../engine/urn";
import { isWireObject, secretText, unknownText, type Wire, type WireObject } from "../engine/wire";
import type { Action, PropertyChange, ResourceChange, StackChange } from "./change";
import { heldData } from "./data-holding";
import { isWithin, stepsOf } from "./paths";
import { type Difference, differences } from "./properties";

const state = z.object({
  ...{ type: z.string(), custom: z.boolean().optional(), parent: z.string().optional() },
  inputs: z.record(z.string(), z.json()).optional(),
  ...{ protect: z.boolean().optional(), retainOnDelete: z.boolean().optional() },
  dependencies: z.array(z.string()).nullish(),
});

const step = z.object({
  ...{ op: z.string(), urn: z.string(), oldState: state.optional(), newState: state.optional() },
  replaceReasons: z.array(z.string()).nullish(),
  detailedDiff: z.record(z.string(), z.object({ kind: z.string() })).nullish(),
});

/** What `pulumi preview --json` prints (`PreviewDigest` in `sdk/go/common/display/json.go`), as far as it is read. */
export const pulumiDigest = z.object({
  steps: z.array(step).max(100_000),
  diagnostics: z
    .array(z.object({ message: z.string().optional(), severity: z.string().optional(), urn: z.string().optional() }))
    .nullish(),
  duration: z.number().optional(),
});
type PulumiDigest = z.infer<typeof pulumiDigest>;
type Step = z.infer<typeof step>;
type State = z.infer<typeof state>;

/** The engine's words for what happens (`StepOp` in `sdk/go/common/display`); those that are left out are no change. */
const actions: Readonly<Record<string, Action>> = {
  same: "unchanged",
  create: "create",
  update: "update",
  delete: "delete",
  replace: "replace",
  "create-replacement": "replace",
  "delete-replaced": "replace",
  import: "import",
  "import-replacement": "replace",
  read: "unchanged",
  refresh: "unchanged",
};

/** What Pulumi's own engine saw, which compares with the state of the stack. It tells nothing of policies. */
export function ofPulumi({ steps, diagnostics, duration = 0 }: PulumiDigest): StackChange {
  const byUrn = new Map<string, ResourceChange>();
  for (const one of steps) {
    const action = actions[one.op];
    const known = byUrn.get(one.urn);
    // A replacement takes up to three steps; the one that says why is kept.
    if (action === undefined || (known !== undefined && (known.action === "replace" || action !== "replace"))) {
      if (known !== undefined && known.causes.length === 0 && action === "replace")
        byUrn.set(one.urn, changeOf(one, action));
      continue;
    }
    byUrn.set(one.urn, changeOf(one, action));
  }
  const [, stack = "", project = ""] = /^urn:pulumi:([^:]*)::([^:]*)::/.exec(steps[0]?.urn ?? "") ?? [];
  return {
    ...{ project, stack, engine: "pulumi", base: "the state of the stack", unknowns: true },
    changes: [...byUrn.values()],
    policy: { packs: [], rules: 0, violations: [], notes: [], judged: [] },
    diagnostics: (diagnostics ?? []).map(({ message = "", severity, urn }) => ({
      message,
      severity: severity === "error" || severity === "warning" || severity === "debug" ? severity : "info",
      ...(urn === undefined ? {} : { urn }),
    })),
    durationSeconds: duration / 1e9,
  };
}

function changeOf({ urn, oldState, newState, replaceReasons, detailedDiff }: Step, action: Action): ResourceChange {
  const shown = newState ?? oldState;
  const forcing = [
    ...(replaceReasons ?? []),
    ...Object.entries(detailedDiff ?? {}).flatMap(([path, { kind }]) => (kind.endsWith("replace") ? [path] : [])),
  ];
  const type = shown?.type ?? "";
  const words = action === "delete" || action === "replace" ? heldData(type) : undefined;
  const retained = oldState?.retainOnDelete ?? false;
  return {
    ...{ action, urn, type, name: nameOf(urn), custom: shown?.custom ?? true },
    ...(shown?.parent === undefined ? {} : { parent: shown.parent }),
    dependencies: shown?.dependencies ?? [],
    properties: differing(oldState, newState).map((one) => propertyOf(one, forcing)),
    causes: causesOf(action, forcing),
    ...(words === undefined || retained ? {} : { dataLoss: words }),
    ...{ protected: oldState?.protect ?? false, retained },
  };
}

function causesOf(action: Action, forcing: readonly string[]): string[] {
  if (action === "delete") return ["it is no longer in the program"];
  return action === "replace" ? [...new Set(forcing)].map((path) => `${path} forces a replacement`) : [];
}

function differing(before: State | undefined, after: State | undefined): Difference[] {
  return differences(valuesOf(before?.inputs), valuesOf(after?.inputs), () => undefined);
}

function propertyOf(difference: Difference, forcing: readonly string[]): PropertyChange {
  const steps = stepsOf(difference.path);
  const forces = forcing.some((path) => isWithin(steps, stepsOf(path)) || isWithin(stepsOf(path), steps));
  return { ...difference, forces: forces ? "replace" : "nothing" };
}

const signatureKey = "4dabf18193072939515e22adb298388d";
const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

function valuesOf(inputs: Record<string, Wire> | undefined): WireObject {
  return Object.fromEntries(Object.entries(inputs ?? {}).map(([name, value]) => [name, readable(value)]));
}

/** Secrets are cipher text or `[secret]`, what is not known a word of the engine's own. */
function readable(value: Wire): Wire {
  if (value === unknown) return unknownText;
  if (Array.isArray(value)) return value.map(readable);
  if (!isWireObject(value)) return value;
  return Object.hasOwn(value, signatureKey)
    ? secretText
    : Object.fromEntries(Object.entries(value).map(([key, item]) => [key, readable(item)]));
}
