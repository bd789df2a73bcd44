import type { AnalyzedResource } from "../engine/analyzer-requests";
import { hostPack } from "../engine/pack-host";
import type { PolicyConfig } from "../engine/policy-config";
import { Redactor } from "../engine/redact";
import { Verdicts } from "../engine/verdicts";
import { secretTexts } from "../engine/wire";
import type { Judged } from "../plan/judged";
import { withProperty } from "../plan/message-property";
import type { PolicyOutcome, Violation } from "../plan/plan";
import type { CheckedResource, CheckedStack } from "./document";
import { environmentTags } from "./environment-tags";

/** What resources are judged by. */
export interface CheckTerms {
  packs: readonly string[];
  config?: PolicyConfig;
  /** Name of the profile that the packs judge by, whatever the resources' tags and the stack's name say. */
  profile?: string;
}

/** How many resources are with the pack at a time. */
const atOnce = 64;

/** Has the packs judge what a file holds, as the real engine would judge the stack. */
export async function judgeStack(stack: CheckedStack, { packs, config, profile }: CheckTerms): Promise<Judged> {
  const name = stack.stack ?? "manifests";
  const tags = environmentTags(stack.resources);
  const verdicts = new Verdicts();
  for (const folder of packs) {
    const facts = { organization: "organization", project: stack.project, stack: name, config: {}, profile, tags };
    const { server, stop } = await hostPack(folder, facts, config);
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
  return {
    stack: stack.stack ?? "manifests",
    resources: stack.resources.map(({ urn, type, name: of, custom, source }) => ({
      urn,
      type,
      name: of,
      custom,
      source,
    })),
    policy: withPlaces(verdicts.outcome(redactorOf(stack.resources)), stack.resources),
  };
}

/** Violations with the place of the property that they are about, where its file tells it. */
function withPlaces(outcome: PolicyOutcome, resources: readonly CheckedResource[]): PolicyOutcome {
  const byUrn = new Map(resources.map((resource) => [resource.urn, resource]));
  const violations = outcome.violations.map((said): Violation => {
    const violation = withProperty(said);
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
  const secrets = new Set<string>();
  for (const { inputs, outputs } of resources) {
    secretTexts(inputs, secrets);
    secretTexts(outputs, secrets);
  }
  return new Redactor(secrets, {
    urns: resources.map(({ urn }) => urn),
    names: resources.flatMap(({ type, name }) => [type, name]),
  });
}
