import {
  type AnalyzeDiagnostic,
  type PolicyInfo,
  PolicySeverity,
  PolicyType,
  EnforcementLevel as WireLevel,
} from "@pulumi/pulumi/proto/analyzer_pb";
import { documentIn } from "../diff/json-text";
import type { EnforcementLevel, Note, Violation } from "../plan/plan";
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

/** The note in which a pack tells all of its notes at once, as JSON. */
export const summaryPolicy = "summary";

/** All that a pack tells beside its verdicts. */
export interface Summary {
  /** How often each of its policies was asked. */
  asked: Record<string, number>;
  notes: Note[];
}

/**
 * What such a note tells; what has no resource of its own is about that URN. Throws a `PreviewError` that shows nothing of it:
 * what a pack says may be a secret.
 */
export function summaryIn(text: string, pack: string, urn: string): Summary {
  const document = documentIn(text);
  if (!isWireObject(document) || !isWireObject(document.asked) || !Array.isArray(document.notes)) {
    throw new PreviewError(
      `the policy pack ${pack} tells its notes at once, and its note "${summaryPolicy}" is no JSON of them`,
    );
  }
  const counts = Object.entries(document.asked);
  return {
    asked: Object.fromEntries(counts.filter((entry): entry is [string, number] => typeof entry[1] === "number")),
    notes: document.notes.filter(isWireObject).flatMap(({ policy, message, urn: of }) => {
      if (typeof policy !== "string" || typeof message !== "string") return [];
      return [{ policy, message, urn: typeof of === "string" ? of : urn }];
    }),
  };
}
