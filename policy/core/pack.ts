import type {
  Policies,
  PolicyConfigSchema,
  PolicyResource,
  ResourceValidationArgs,
  StackValidationArgs,
} from "@pulumi/policy";
import * as pulumi from "@pulumi/pulumi";
import type { Finding } from "./finding";
import { isStackRule, type ResourceRule, type Rule, type StackResource, type StackRule } from "./rule";
import { type Settings, settingSchemas, settingsOf } from "./settings";
import { View } from "./view";

/** The rules as policies of Pulumi's own policy server. Two rules of one id are a mistake of the pack's author. */
export function policiesOf(rules: readonly Rule[]): Policies {
  const ids = new Set<string>();
  return rules.map((rule) => {
    if (ids.has(rule.id)) throw new Error(`two rules have the id "${rule.id}"`);
    ids.add(rule.id);
    const facts = {
      name: rule.id,
      displayName: rule.title,
      description: rule.title,
      enforcementLevel: "mandatory" as const,
      severity: rule.severity,
      url: rule.source,
      remediationSteps: rule.mend,
      tags: Object.entries(rule.frameworks).flatMap(([framework, controls]) =>
        controls.map((c) => `${framework} ${c}`),
      ),
      configSchema: schemaOf(rule),
    };
    return isStackRule(rule)
      ? { ...facts, validateStack: (args, report) => judgeStack(rule, args, report) }
      : { ...facts, validateResource: (args, report) => judgeResource(rule, args, report) };
  });
}

/** What is wrong, in the words that every report shows: `path is found; required is this. Mend.` */
function messageOf(rule: Rule, { path, found, required, mend }: Finding): string {
  return `${path} is ${found}; required: ${required}. ${mend ?? rule.mend}`;
}

function judgeResource(rule: ResourceRule, args: ResourceValidationArgs, report: (message: string) => void): void {
  const judge = Object.hasOwn(rule.checks, args.type) ? rule.checks[args.type] : undefined;
  if (judge === undefined) {
    args.notApplicable(`${rule.id} says nothing of ${args.type}`);
    return;
  }
  for (const finding of judge(View.of(args.props), settings(rule, args))) report(messageOf(rule, finding));
}

function judgeStack(rule: StackRule, args: StackValidationArgs, report: (message: string, urn?: string) => void): void {
  const covered = new Set(rule.covers);
  const resources = args.resources.filter(({ type }) => covered.has(type)).map(stackResource);
  if (resources.length === 0) {
    args.notApplicable(`${rule.id} says nothing of this stack's resources`);
    return;
  }
  for (const finding of rule.checkStack(resources, settings(rule, args))) report(messageOf(rule, finding), finding.urn);
}

function stackResource({ type, name, urn, props, propertyDependencies }: PolicyResource): StackResource {
  const dependencies = Object.entries(propertyDependencies).map(
    ([key, list]) => [key, list.map((r) => r.urn)] as const,
  );
  return { type, name, urn, properties: View.of(props), propertyDependencies: Object.fromEntries(dependencies) };
}

function settings(rule: Rule, args: { getConfig<T extends object>(): T }): Settings {
  return settingsOf(rule.id, pulumi.getStack(), args.getConfig<Partial<Settings>>());
}

function schemaOf({ settings: names = [] }: Rule): PolicyConfigSchema | undefined {
  if (names.length === 0) return undefined;
  return { properties: Object.fromEntries(names.map((name) => [name, settingSchemas[name]])) };
}
