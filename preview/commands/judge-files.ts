import type { AnalyzedResource } from "../engine/analyzer-requests";
import { FaultRedactor } from "../engine/fault-redactor";
import { redactedError } from "../engine/pack-fault";
import { hostPack } from "../engine/pack-host";
import type { PolicyConfig } from "../engine/policy-config";
import { Redactor } from "../engine/redact";
import { Verdicts } from "../engine/verdicts";
import type { Judged } from "../model/judged";
import { withProperty } from "../model/message-property";
import type { PolicyOutcome, Violation } from "../model/plan";
import { outcomeWithTexts } from "../model/policy-texts";
import { secretTexts } from "../model/wire";
import type { CheckedResource, CheckedStack } from "../sources/files/document";
import { environmentTags } from "../sources/files/environment-tags";

/** The packs and options of a judgement. */
export interface CheckTerms {
  packs: readonly string[];
  config?: PolicyConfig;
  /** The profile that packs apply, whatever the resources' tags and the stack's name say. */
  profile?: string;
  /** Use the preloads that only save time and memory; default true. */
  preload?: boolean;
}

/** Number of resources that a pack judges at a time. */
const atOnce = 64;

/**
 * Lets the packs judge the resources of a file, as the real engine would for the stack. Throws a `PreviewError` if a pack
 * fails, without the secrets that it may quote.
 */
export async function judgeStack(stack: CheckedStack, terms: CheckTerms): Promise<Judged> {
  const verdicts = new Verdicts();
  try {
    await ask(stack, terms, verdicts);
  } catch (error) {
    throw redactedError(error, faultRedactor(stack, terms));
  }
  const redactor = redactorOf(stack.resources);
  return {
    stack: nameOf(stack),
    resources: stack.resources.map(({ urn, type, name, custom, source }) => ({ urn, type, name, custom, source })),
    policy: withPlaces(
      outcomeWithTexts(verdicts.outcome(), () => (text) => redactor.text(text)),
      stack.resources,
    ),
  };
}

function nameOf({ stack = "manifests" }: CheckedStack): string {
  return stack;
}

/** Asks each pack about every resource, then about all of them. */
async function ask(
  stack: CheckedStack,
  { packs, config, profile, preload }: CheckTerms,
  verdicts: Verdicts,
): Promise<void> {
  const name = nameOf(stack);
  const tags = environmentTags(stack.resources);
  for (const folder of packs) {
    const facts = { organization: "organization", project: stack.project, stack: name, config: {}, profile, tags };
    const { server, stop } = await hostPack(folder, facts, config, { preload });
    try {
      verdicts.open(server);
      for (let i = 0; i < stack.resources.length; i += atOnce) {
        const judged = stack.resources
          .slice(i, i + atOnce)
          .map((resource) => server.analyze(analyzed(resource, "inputs")));
        for (const verdict of await Promise.all(judged)) verdicts.add(server, verdict, "resource");
      }
      const root = stack.resources.find(({ type }) => type === "pulumi:pulumi:Stack")?.urn ?? name;
      const all = stack.resources.map((resource) => analyzed(resource, "outputs"));
      verdicts.add(server, await server.analyzeStack(all, root), "stack");
    } finally {
      stop();
    }
  }
}

/** Violations with the position of their property, if its file has lines. */
function withPlaces(outcome: PolicyOutcome, resources: readonly CheckedResource[]): PolicyOutcome {
  const byUrn = new Map(resources.map((resource) => [resource.urn, resource]));
  const violations = outcome.violations.map((reported): Violation => {
    const violation = withProperty(reported);
    const { source, lineOf } = byUrn.get(violation.urn) ?? {};
    if (violation.property === undefined || source === undefined || lineOf === undefined) return violation;
    return { ...violation, source: { ...source, line: lineOf(violation.property) } };
  });
  return { ...outcome, violations };
}

function analyzed(resource: CheckedResource, of: "inputs" | "outputs"): AnalyzedResource {
  return { ...resource, properties: resource[of] };
}

function redactorOf(resources: readonly CheckedResource[]): Redactor {
  return new Redactor(secretsOf(resources), identities(resources));
}

function faultRedactor(stack: CheckedStack, { packs }: CheckTerms): FaultRedactor {
  const files = stack.resources.flatMap(({ source }) => source?.file ?? []);
  const texts = [stack.project, nameOf(stack), ...packs, ...new Set(files)];
  return new FaultRedactor(secretsOf(stack.resources), { ...identities(stack.resources), texts });
}

function secretsOf(resources: readonly CheckedResource[]): Set<string> {
  const secrets = new Set<string>();
  for (const { inputs, outputs } of resources) {
    secretTexts(inputs, secrets);
    secretTexts(outputs, secrets);
  }
  return secrets;
}

function identities(resources: readonly CheckedResource[]): { urns: string[]; names: string[] } {
  return { urns: resources.map(({ urn }) => urn), names: resources.flatMap(({ type, name }) => [type, name]) };
}
