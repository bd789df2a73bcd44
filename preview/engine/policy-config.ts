import type { ErrorObject } from "ajv";
import { noteTag } from "../../policy/protocol/names";
import { PreviewError } from "../model/errors";
import { nearWords } from "../model/near";
import type { EnforcementLevel, PolicyRule } from "../model/plan";
import type { WireObject } from "../model/wire";

/** Settings of a pack, by policy; the same JSON as `pulumi preview --policy-pack-config` takes. */
export type PolicyConfig = Readonly<
  Record<string, EnforcementLevel | ({ enforcementLevel?: EnforcementLevel } & WireObject)>
>;

/** A policy of a pack, with what policy config may set of it. */
export interface PolicyFacts extends PolicyRule {
  /** Whether it judges the stack as a whole. */
  ofStack: boolean;
  /** JSON Schema of each setting. */
  settings: WireObject;
}

/** Level and settings of a policy. */
export interface PolicyTerms {
  level: EnforcementLevel;
  settings: WireObject;
}

/**
 * Level and settings of every policy of a pack: the policy's own config first, then its level for "all", then the pack's
 * defaults, as the real engine reconciles them. Unlike the real engine, it refuses a policy that the pack does not have.
 * Throws a `PreviewError` with a line for each mistake.
 */
export function reconcile(pack: string, facts: readonly PolicyFacts[], config: PolicyConfig): Map<string, PolicyTerms> {
  const known = new Map(facts.map((policy) => [policy.name, policy]));
  const problems = Object.entries(config).flatMap(([name, given]) => {
    const policy = known.get(name);
    if (name !== "all" && policy === undefined) {
      const hint = nearWords(name, [...known.keys()], "`isotopo rules` lists what it has");
      return [`policy config names "${name}", which ${pack} has not; ${hint}`];
    }
    return settingProblems(name, policy, settingsOf(given));
  });
  if (problems.length > 0) throw new PreviewError(problems.join("\n"));
  return new Map(
    facts.map(({ name, level, tags }) => [
      name,
      {
        // Notes are no rules: "all" does not silence what is exempt. Under Pulumi's own command "disabled" does.
        level: levelOf(config[name]) ?? (tags.includes(noteTag) ? undefined : levelOf(config.all)) ?? level,
        settings: settingsOf(config[name]),
      },
    ]),
  );
}

type Given = PolicyConfig[string] | undefined;

/** The level in a policy's config. */
export function levelOf(given: Given): EnforcementLevel | undefined {
  return typeof given === "string" ? given : given?.enforcementLevel;
}

function settingsOf(given: Given): WireObject {
  if (given === undefined || typeof given === "string") return {};
  const { enforcementLevel: _, ...settings } = given;
  return settings;
}

function settingProblems(name: string, policy: PolicyFacts | undefined, settings: WireObject): string[] {
  const known = Object.keys(policy?.settings ?? {});
  const strange = Object.keys(settings).filter((key) => !known.includes(key));
  const words = known.length === 0 ? "it has none" : `it has: ${known.join(", ")}`;
  // Loaded when there is policy config, which is seldom.
  const { Ajv }: typeof import("ajv") = require("ajv");
  const ajv = new Ajv({ strict: false, allErrors: true });
  const validate = ajv.compile({ type: "object", properties: policy?.settings ?? {} });
  validate(settings);
  return [
    ...strange.map((key) => `policy config of "${name}" has the setting "${key}"; ${words}`),
    ...(validate.errors ?? []).map((error) => settingProblem(name, settings, error)),
  ];
}

function settingProblem(name: string, settings: WireObject, { instancePath, message }: ErrorObject): string {
  const [, key = ""] = instancePath.split("/");
  return `policy config of "${name}": ${key} is ${JSON.stringify(settings[key])}; it ${message ?? "is wrong"}`;
}
