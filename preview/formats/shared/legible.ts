import type { PropertyChange, ResourceChange, StackChange } from "../../model/change";
import type { Judged, SourcePosition } from "../../model/judged";
import type { Diagnostic, Plan, PlanResource, PolicyOutcome } from "../../model/plan";
import { noteWithMessage, violationWithTexts } from "../../model/policy-texts";
import type { FileRemark, Reading } from "../../model/reading";
import { visible, visibleLines } from "../../model/visible";

/**
 * Changes for a terminal, without control characters and invisible ones. Names and texts come from programs and files of
 * others. Values of properties are unchanged: a report shows them as JSON, which makes these characters visible.
 */
export function legibleChange(stack: StackChange): StackChange {
  return {
    ...stack,
    project: visible(stack.project),
    stack: visible(stack.stack),
    ...(stack.base === undefined ? {} : { base: visible(stack.base) }),
    changes: stack.changes.map(ofResource),
    ...(stack.outputs === undefined ? {} : { outputs: stack.outputs.map(ofProperty) }),
    policy: ofPolicy(stack.policy),
    diagnostics: stack.diagnostics.map(ofDiagnostic),
  };
}

/** The same for a plan, as far as a text shows it. */
export function legiblePlan(plan: Plan): Plan {
  return {
    ...plan,
    project: visible(plan.project),
    stack: visible(plan.stack),
    resources: plan.resources.map(ofPlanned),
    policy: ofPolicy(plan.policy),
    diagnostics: plan.diagnostics.map(ofDiagnostic),
  };
}

/** The same for verdicts. */
export function legibleJudged(judged: Judged): Judged {
  return {
    stack: visible(judged.stack),
    resources: judged.resources.map((resource) => ({ ...resource, ...named(resource), ...placed(resource) })),
    policy: ofPolicy(judged.policy),
  };
}

/** The same for how files were read. */
export function legibleReading(reading: Reading): Reading {
  const { idle, problems, warnings, skipped } = reading;
  const shown = (remarks: readonly FileRemark[]) =>
    remarks.map((remark) => ({ ...remark, file: visible(remark.file), words: visible(remark.words) }));
  return {
    ...reading,
    idle: idle.map(visible),
    problems: shown(problems),
    warnings: shown(warnings),
    skipped: shown(skipped),
  };
}

function ofResource(change: ResourceChange): ResourceChange {
  return {
    ...change,
    ...named(change),
    ...placed(change),
    ...(change.parent === undefined ? {} : { parent: visible(change.parent) }),
    ...(change.renamedFrom === undefined ? {} : { renamedFrom: visible(change.renamedFrom) }),
    ...(change.dataLoss === undefined ? {} : { dataLoss: visible(change.dataLoss) }),
    causes: change.causes.map(visible),
    properties: change.properties.map(ofProperty),
  };
}

function ofProperty(change: PropertyChange): PropertyChange {
  return {
    ...change,
    path: visible(change.path),
    ...(change.reason === undefined ? {} : { reason: visible(change.reason) }),
  };
}

function ofPlanned(resource: PlanResource): PlanResource {
  return {
    ...resource,
    ...named(resource),
    ...placed(resource),
    ...(resource.parent === undefined ? {} : { parent: visible(resource.parent) }),
  };
}

function ofPolicy(policy: PolicyOutcome): PolicyOutcome {
  return {
    ...policy,
    packs: policy.packs.map((pack) => ({ ...pack, name: visible(pack.name), version: visible(pack.version) })),
    violations: policy.violations.map((violation) => ({
      ...violationWithTexts(violation, visibleLines),
      policy: visible(violation.policy),
      urn: visible(violation.urn),
    })),
    notes: policy.notes.map((note) => ({
      ...noteWithMessage(note, visibleLines),
      policy: visible(note.policy),
      urn: visible(note.urn),
    })),
    judged: policy.judged.map((rule) => ({
      ...rule,
      name: visible(rule.name),
      title: visible(rule.title),
      fix: visible(rule.fix),
    })),
  };
}

function ofDiagnostic(diagnostic: Diagnostic): Diagnostic {
  return { ...diagnostic, message: visibleLines(diagnostic.message) };
}

function named({ urn, type, name }: { urn: string; type: string; name: string }) {
  return { urn: visible(urn), type: visible(type), name: visible(name) };
}

function placed({ source }: { source?: SourcePosition }): { source?: SourcePosition } {
  return source === undefined ? {} : { source: { ...source, file: visible(source.file) } };
}
