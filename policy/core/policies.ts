import type {
  PolicyConfigSchema,
  PolicyResource,
  ResourceValidationPolicy,
  StackValidationPolicy,
} from "@pulumi/policy";
import { type Finding as FindingData, findingMessage, findingSentence, withTexts } from "../protocol/finding";
import type { Profile } from "../protocol/profile";
import { containerAt } from "./container";
import type { Environments } from "./environment";
import type { Exemption, Exemptions } from "./exemption";
import { findingData } from "./finding-data";
import { judge, type Verdict } from "./judge";
import type { Ledger } from "./ledger";
import { levelOf } from "./levels";
import { checkOf } from "./pod-templates";
import { remediesOf } from "./remediation";
import { isOfStack, type Rule, typesOf } from "./rule";
import type { Secrets } from "./secrets";
import type { Terms } from "./setting";
import { Stack } from "./stack";
import { type Subject, subjectOf } from "./subject";
import { termsOf } from "./terms";

/** What the policies of a run share. */
export interface Run {
  profile: Profile;
  exemptions: Exemptions;
  ledger: Ledger;
  /**
   * Whether findings and notes are told as data: notes at once at the end, with how often each rule was asked in the place of an
   * answer for every rule and resource.
   */
  summary?: boolean;
  /** What has to stay out of what is told; an engine that takes data sees to that itself. */
  secrets?: Secrets;
  /** Why it is that profile, and which other stacks have it. */
  environments?: Environments;
}

/** A policy as Pulumi's own policy server takes it. */
export type Policy = ResourceValidationPolicy | StackValidationPolicy;

type Report = (message: string, urn?: string) => void;
type Config = () => Record<string, unknown>;

/** A rule as a policy. */
export function policyOf(rule: Rule, run: Run): Policy {
  const facts = {
    name: rule.id,
    displayName: rule.title,
    description: rule.title,
    enforcementLevel: levelOf(rule, run.profile),
    severity: rule.severity,
    url: rule.source,
    remediationSteps: rule.fix,
    tags: Object.entries(rule.frameworks).flatMap(([framework, controls]) => controls.map((c) => `${framework} ${c}`)),
    configSchema: schemaOf(rule),
  };
  if (isOfStack(rule)) return { ...facts, validateStack: (args, report) => judgeStack(rule, run, args, report) };
  return {
    ...facts,
    validateResource: (args, report) => {
      const subject = resourceOf(args);
      if (checkOf(rule, subject) === undefined) {
        // The summary at the end tells it: an error for each resource, as the server takes it, costs more than judging.
        if (run.summary === true) return;
        args.notApplicable(`${rule.id} says nothing of ${args.type}`);
      }
      settle(rule, run, subject, judge(rule, subject, terms(rule, run, args.getConfig)), report);
    },
    remediateResource: remediesOf(rule, (config: Config) => terms(rule, run, config)),
  };
}

/** A resource that is judged by itself. */
export function resourceOf(args: {
  type: string;
  name: string;
  urn: string;
  props: Record<string, unknown>;
  opts: { protect: boolean };
}): Subject {
  const { type, name, urn, props, opts } = args;
  return subjectOf({ type, name, urn, properties: props, protect: opts.protect });
}

/** The resources of a stack, as rules see them. */
export function stackOf(resources: readonly PolicyResource[]): Stack {
  return new Stack(
    resources.map(({ type, name, urn, props, opts, propertyDependencies }) => {
      const dependencies = Object.entries(propertyDependencies).map(
        ([property, list]) => [property, list.map((resource) => resource.urn)] as const,
      );
      return subjectOf({
        type,
        name,
        urn,
        properties: props,
        protect: opts.protect,
        propertyDependencies: Object.fromEntries(dependencies),
      });
    }),
  );
}

function judgeStack(
  rule: Rule,
  run: Run,
  args: { resources: PolicyResource[]; getConfig: Config; notApplicable(reason?: string): never },
  report: Report,
): void {
  const stack = stackOf(args.resources);
  const subjects = stack.ofTypes(typesOf(rule));
  if (subjects.length === 0) args.notApplicable(`${rule.id} says nothing of this stack's resources`);
  const ruleTerms = terms(rule, run, args.getConfig);
  for (const subject of subjects) settle(rule, run, subject, judge(rule, subject, ruleTerms, stack), report);
}

/** Reports what is found, but for what is exempt; writes down the rest. */
function settle(
  rule: Rule,
  { exemptions, ledger, summary, secrets }: Run,
  subject: Subject,
  verdict: Verdict,
  report: Report,
): void {
  const { urn, properties } = subject;
  ledger.couldNotJudge(urn, rule.id, verdict.unknown);
  const passed = new Map<Exemption, FindingData[]>();
  for (const finding of verdict.findings) {
    const data = withoutSecrets(findingData(rule, finding), secrets);
    const { path } = finding;
    const exemption = exemptions.has(rule.id)
      ? exemptions.of(rule.id, { urn, path, container: containerAt(properties, path) })
      : undefined;
    if (exemption !== undefined && exemptions.holds(exemption)) {
      passed.set(exemption, [...(passed.get(exemption) ?? []), data]);
      continue;
    }
    if (exemption !== undefined) ledger.wasExpired(exemption, urn);
    report(summary === true ? findingMessage(data) : findingSentence(data), urn);
  }
  for (const [exemption, findings] of passed) ledger.letPass(exemption, urn, findings);
}

function withoutSecrets(finding: FindingData, secrets: Secrets | undefined): FindingData {
  return secrets === undefined ? finding : withTexts(finding, (text) => secrets.without(text));
}

function terms(rule: Rule, { profile }: Run, getConfig: Config): Terms {
  return termsOf(rule, profile, getConfig());
}

function schemaOf({ settings = [] }: Rule): PolicyConfigSchema | undefined {
  if (settings.length === 0) return undefined;
  return {
    properties: Object.fromEntries(settings.map(({ name, description, schema }) => [name, { ...schema, description }])),
  };
}
