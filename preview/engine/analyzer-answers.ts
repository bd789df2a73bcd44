import {
  type AnalyzeDiagnostic,
  type AnalyzeResponse,
  type PolicyInfo,
  PolicySeverity,
  PolicyType,
  EnforcementLevel as WireLevel,
} from "@pulumi/pulumi/proto/analyzer_pb";
import { findingIn } from "../../policy/protocol/finding";
import { summaryPolicy } from "../../policy/protocol/names";
import { noteSentence } from "../../policy/protocol/note";
import { summaryIn } from "../../policy/protocol/summary";
import { PreviewError } from "../model/errors";
import type { EnforcementLevel, Note, Violation } from "../model/plan";
import { ofFinding } from "../model/policy-texts";
import { isWireObject, type Wire, type WireObject } from "../model/wire";
import type { PolicyFacts } from "./policy-config";

const levels: Readonly<Record<WireLevel, EnforcementLevel>> = {
  [WireLevel.ADVISORY]: "advisory",
  [WireLevel.MANDATORY]: "mandatory",
  [WireLevel.DISABLED]: "disabled",
  [WireLevel.REMEDIATE]: "remediate",
};

/** A policy as its pack describes it. */
export function factsOf(info: PolicyInfo): PolicyFacts {
  return {
    name: info.getName(),
    title: info.getDescription(),
    severity: severities[info.getSeverity()],
    level: levels[info.getEnforcementlevel()],
    fix: info.getRemediationSteps(),
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

/** A policy's verdict on a resource or a stack; with the finding as data if its pack sends findings as data. */
function violation(diagnostic: AnalyzeDiagnostic, urn: string, isData: boolean): Violation {
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

/** All that a pack sends beside its verdicts. */
interface PackSummary {
  /** How often each of its policies was asked. */
  asked: Readonly<Record<string, number>>;
  notes: Note[];
}

/**
 * Reads a pack's summary. A note without a resource is about the given URN. Throws a `PreviewError` that quotes nothing of
 * the summary: it may hold a secret.
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

/** A pack's verdicts on a resource or a stack. */
export interface Verdicts {
  violations: Violation[];
  notes: Note[];
  /** Policies that do not apply to it. */
  notApplicable: string[];
  /** How often each policy was asked so far, if the pack counts itself. */
  asked?: Readonly<Record<string, number>>;
}

/** What has to be known of a pack to read its answers. */
interface Pack {
  name: string;
  /** Names of the policies that judge. */
  judging: ReadonlySet<string>;
  /** Policies that config disables: the server leaves them out, except in the summary. */
  silenced: ReadonlySet<string>;
  /** Whether it sends findings and notes as data. */
  hasSummary: boolean;
}

/** A pack's verdicts in its answer. The message of a policy that only notes is no violation: it is reported separately. */
export function verdictsIn(response: AnalyzeResponse, urn: string, pack: Pack): Verdicts {
  const diagnostics = response.getDiagnosticsList().map((diagnostic) => violation(diagnostic, urn, pack.hasSummary));
  const notes = diagnostics.filter(({ policy }) => !pack.judging.has(policy));
  const summary = notes.find(({ policy }) => policy === summaryPolicy);
  const sent = summary === undefined ? undefined : packSummary(summary.message, pack.name, urn);
  return {
    violations: diagnostics.filter(({ policy }) => pack.judging.has(policy)),
    notes: [
      ...notes.filter((note) => note !== summary).map(({ policy, urn: of, message }) => ({ policy, urn: of, message })),
      ...(sent?.notes ?? []).filter(({ policy }) => !pack.silenced.has(policy)),
    ],
    notApplicable: response.getNotApplicableList().map((item) => item.getPolicyName()),
    ...(sent === undefined ? {} : { asked: sent.asked }),
  };
}
