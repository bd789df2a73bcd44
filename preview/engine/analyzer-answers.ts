import {
  type AnalyzeDiagnostic,
  type PolicyInfo,
  PolicySeverity,
  PolicyType,
  EnforcementLevel as WireLevel,
} from "@pulumi/pulumi/proto/analyzer_pb";
import { findingIn } from "../../policy/protocol/finding";
import { summaryPolicy } from "../../policy/protocol/names";
import { noteSentence } from "../../policy/protocol/note";
import { summaryIn } from "../../policy/protocol/summary";
import type { EnforcementLevel, Note, Violation } from "../plan/plan";
import { ofFinding } from "../plan/policy-texts";
import { PreviewError } from "./errors";
import type { PolicyFacts } from "./policy-config";
import { isWireObject, type Wire, type WireObject } from "./wire";

const levels: Readonly<Record<WireLevel, EnforcementLevel>> = {
  [WireLevel.ADVISORY]: "advisory",
  [WireLevel.MANDATORY]: "mandatory",
  [WireLevel.DISABLED]: "disabled",
  [WireLevel.REMEDIATE]: "remediate",
};

/** What a pack says of one of its policies. */
export function factsOf(info: PolicyInfo): PolicyFacts {
  return {
    name: info.getName(),
    title: info.getDescription(),
    severity: severities[info.getSeverity()],
    level: levels[info.getEnforcementlevel()],
    mend: info.getRemediationSteps(),
    source: info.getUrl(),
    tags: info.getTagsList(),
    ofStack: info.getPolicyType() === PolicyType.POLICY_TYPE_STACK,
    settings: settingsOf(info),
  };
}

function settingsOf(info: PolicyInfo): WireObject {
  const schema: Wire = info.getConfigschema()?.getProperties()?.toJavaScript() ?? {};
  return isWireObject(schema) ? schema : {};
}

const severities: Readonly<Record<PolicySeverity, Violation["severity"]>> = {
  [PolicySeverity.POLICY_SEVERITY_UNSPECIFIED]: "unspecified",
  [PolicySeverity.POLICY_SEVERITY_LOW]: "low",
  [PolicySeverity.POLICY_SEVERITY_MEDIUM]: "medium",
  [PolicySeverity.POLICY_SEVERITY_HIGH]: "high",
  [PolicySeverity.POLICY_SEVERITY_CRITICAL]: "critical",
};

/** What a policy says of a resource, or of a stack; as data, where its pack tells findings so. */
export function violation(diagnostic: AnalyzeDiagnostic, urn: string, isData: boolean): Violation {
  const description = diagnostic.getDescription();
  const whole = diagnostic.getMessage();
  // The policy server puts the rule's description before each message.
  const message = whole.startsWith(`${description}\n`) ? whole.slice(description.length + 1) : whole;
  const finding = isData ? findingIn(message) : undefined;
  return {
    policyPack: diagnostic.getPolicypackname(),
    policyPackVersion: diagnostic.getPolicypackversion(),
    policy: diagnostic.getPolicyname(),
    severity: severities[diagnostic.getSeverity()],
    enforcementLevel: levels[diagnostic.getEnforcementlevel()],
    urn: diagnostic.getUrn() || urn,
    ...(finding === undefined ? { message } : ofFinding(finding)),
  };
}

/** All that a pack tells beside its verdicts. */
export interface PackSummary {
  /** How often each of its policies was asked. */
  asked: Readonly<Record<string, number>>;
  notes: Note[];
}

/**
 * What a pack's summary tells; a note without a resource of its own is about that URN. Throws a `PreviewError` that shows nothing of
 * it: what a pack says may be a secret.
 */
export function packSummary(message: string, pack: string, urn: string): PackSummary {
  const summary = summaryIn(message);
  if (summary === undefined) {
    throw new PreviewError(
      `the policy pack ${pack} tells its notes at once, and its note "${summaryPolicy}" is no JSON of them`,
    );
  }
  const notes = summary.notes.map(({ policy, urn: of = urn, note }) => ({
    policy,
    urn: of,
    message: noteSentence(note),
    data: note,
  }));
  return { asked: summary.asked, notes };
}
