import { findingData } from "../../policy/core/finding-data";
import type { FixtureResource } from "../../policy/core/fixture";
import { judge } from "../../policy/core/judge";
import type { Rule } from "../../policy/core/rule";
import { Stack } from "../../policy/core/stack";
import { type Subject, subjectOf } from "../../policy/core/subject";
import { termsOf } from "../../policy/core/terms";
import { findingSentence } from "../../policy/protocol/finding";
import type { AnalyzedResource } from "../../preview/engine/analyzer-requests";
import { isUnknown, isWireObject, type Wire, type WireObject } from "../../preview/model/wire";
import { served, unknownValue } from "./breaks";

/** What a fixture is judged under: policy config of its rule. */
type Settings = Readonly<Record<string, unknown>>;

/** What one rule says of a resource of production, as the pack's own server does, without the server. */
export function messagesFor(
  rule: Rule,
  { type, protect = false }: FixtureResource,
  properties: WireObject,
  settings: Settings = {},
): string[] {
  const subject = subjectOf({ type, name: "it", urn: `urn::${type}::it`, properties: unpacked(properties), protect });
  return judge(rule, subject, termsOf(rule, "prod", settings)).findings.map((finding) =>
    findingSentence(findingData(rule, finding)),
  );
}

/** As above, of the resources of a stack: URN and message of each finding. */
export function messagesForAll(rule: Rule, resources: readonly AnalyzedResource[], settings: Settings = {}): string[] {
  const stack = new Stack(resources.map(subjectOfStack));
  const terms = termsOf(rule, "prod", settings);
  return stack
    .ofTypes(Object.keys(rule.checks))
    .flatMap((subject) =>
      judge(rule, subject, terms, stack).findings.map(
        (finding) => `${subject.urn} ${findingSentence(findingData(rule, finding))}`,
      ),
    );
}

function subjectOfStack({
  type,
  name,
  urn,
  properties,
  protect = false,
  propertyDependencies,
}: AnalyzedResource): Subject {
  return subjectOf({
    type,
    name,
    urn,
    properties: unpacked(properties),
    protect,
    ...propertyDependenciesOf(propertyDependencies),
  });
}

function propertyDependenciesOf(of: AnalyzedResource["propertyDependencies"]): Partial<Subject> {
  return of === undefined ? {} : { propertyDependencies: of };
}

/** What the server makes of what goes over the wire: reading what is unknown throws. */
function unpacked(properties: WireObject): unknown {
  return served(marked(properties));
}

function marked(value: Wire | undefined): unknown {
  if (value === undefined || isUnknown(value)) return unknownValue;
  if (Array.isArray(value)) return value.map(marked);
  if (!isWireObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, marked(member)]));
}
