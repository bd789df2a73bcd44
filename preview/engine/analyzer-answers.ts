import {
  type AnalyzeDiagnostic,
  type PolicyInfo,
  PolicySeverity,
  PolicyType,
  EnforcementLevel as WireLevel,
} from "@pulumi/pulumi/proto/analyzer_pb";
import { documentIn } from "../diff/json-text";
import type { EnforcementLevel, Violation } from "../plan/plan";
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

/** What a policy says of a resource, or of a stack. */
export function violation(diagnostic: AnalyzeDiagnostic, urn: string): Violation {
  const description = diagnostic.getDescription();
  const message = diagnostic.getMessage();
  return {
    policyPack: diagnostic.getPolicypackname(),
    policyPackVersion: diagnostic.getPolicypackversion(),
    policy: diagnostic.getPolicyname(),
    severity: severities[diagnostic.getSeverity()],
    enforcementLevel: levels[diagnostic.getEnforcementlevel()],
    urn: diagnostic.getUrn() || urn,
    // The policy server puts the rule's description before each message.
    message: message.startsWith(`${description}\n`) ? message.slice(description.length + 1) : message,
  };
}

/** The note of a pack that counts by itself: how often each of its policies was asked, as JSON. */
export const countPolicy = "asked";

/** The counts in such a note. Throws a `PreviewError` that shows nothing of it: what a pack says may be a secret. */
export function countsIn(note: string, pack: string): Record<string, number> {
  const counts = documentIn(note);
  if (!isWireObject(counts)) {
    throw new PreviewError(
      `the policy pack ${pack} counts how often its policies are asked, and its note "${countPolicy}" is no JSON of that`,
    );
  }
  return Object.fromEntries(
    Object.entries(counts).filter((entry): entry is [string, number] => typeof entry[1] === "number"),
  );
}
