import { createHash } from "node:crypto";
import type { Location, Log, Notification, ReportingDescriptor, Result, Run } from "sarif";
import { nameOf } from "../engine/urn";
import { type Judged, type SourcePosition, usedExemptions } from "../plan/judged";
import type { EnforcementLevel, PolicyRule, Violation } from "../plan/plan";
import { unjudgedIn, unjudgedSentence } from "../plan/unjudged";
import { visible, visibleJson } from "../visible";
import { link, prose } from "./comment/escape";
import { failureNotifications, type HowRun } from "./failures";
import { readingNotifications } from "./reading";
import { baseIds, physicalLocation, standardInput } from "./sarif-place";
import { messageText } from "./sarif-text";

/**
 * SARIF 2.1.0 (OASIS standard, "Static Analysis Results Interchange Format"): one run for each stack, every rule with its
 * help, a result for each violation, and one that is suppressed for each that is exempt. What was not read, and what could not be
 * previewed, is told by a run of its own, which did not succeed. `base` is the folder that paths of files are relative to.
 */
export function sarifReport(judged: readonly Judged[], base: string, { reading, failures = [] }: HowRun = {}): string {
  const failed = failureNotifications(failures);
  const log: Log = {
    version: "2.1.0",
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    runs: [
      ...judged.map((stack) => run(stack, stack.base ?? base)),
      // Of its own: an empty run of the stack's name would say that all that was found in it before is well now.
      ...toldRuns({ driver: "isotopo preview", id: "stacks/", told: failed, succeeded: false }),
      ...(reading === undefined ? [] : readingRuns(reading, base)),
    ],
  };
  return `${visibleJson(JSON.stringify(log, null, 2))}\n`;
}

/** A run that says how reading went, where there is anything to say of it. */
function readingRuns(reading: NonNullable<HowRun["reading"]>, base: string): Run[] {
  const told = readingNotifications(reading, base);
  return toldRuns({ driver: "isotopo check", id: "files/", told, succeeded: reading.problems.length === 0 });
}

interface ToldRun {
  driver: string;
  id: string;
  told: Notification[];
  succeeded: boolean;
}

function toldRuns({ driver, id, told, succeeded }: ToldRun): Run[] {
  if (told.length === 0) return [];
  return [
    {
      tool: { driver: { name: driver } },
      automationDetails: { id },
      originalUriBaseIds: baseIds,
      invocations: [{ executionSuccessful: succeeded, toolExecutionNotifications: told }],
      results: [],
    },
  ];
}

function run(stack: Judged, base: string): Run {
  const { policy } = stack;
  const rules = policy.judged.map(descriptor);
  const indexes = new Map(policy.judged.map(({ name }, i) => [name, i]));
  const sources = new Map(stack.resources.map(({ urn, source }) => [urn, source]));
  const [pack] = policy.packs;
  const located = (urn: string, source = sources.get(urn)): { locations: Location[] } => ({
    locations: [location(urn, source, base)],
  });
  const exempt = usedExemptions(stack).map(
    ({ policy: rule, urn, words, message }): Result => ({
      ...resultOf(rule, urn, message, "note"),
      ruleIndex: indexes.get(rule),
      ...located(urn),
      suppressions: [{ kind: "external", status: "accepted", justification: visible(words) }],
    }),
  );
  return {
    tool: {
      driver: {
        name: visible(pack?.name ?? "policies"),
        version: pack === undefined ? undefined : visible(pack.version),
        rules,
      },
    },
    automationDetails: { id: `${visible(stack.stack)}/` },
    originalUriBaseIds: baseIds,
    ...toldBy(stack),
    results: [
      ...policy.violations.map(
        (violation): Result => ({
          ...resultOf(violation.policy, violation.urn, violation.message, resultLevel(violation.enforcementLevel)),
          ruleIndex: indexes.get(violation.policy),
          ...located(violation.urn, violation.source),
        }),
      ),
      ...exempt,
    ],
  };
}

/** What no rule is about, as the run itself says it (SARIF 2.1.0, 3.20.21). */
function toldBy({ policy }: Judged): Pick<Run, "invocations"> {
  const unjudged = unjudgedIn(policy.notes);
  if (unjudged === undefined || unjudged.types.length === 0) return {};
  const { types, providers } = unjudged;
  const notification: Notification = {
    level: "note",
    message: { text: unjudgedSentence(unjudged) },
    properties: { types, providers },
  };
  return { invocations: [{ executionSuccessful: true, toolExecutionNotifications: [notification] }] };
}

function descriptor({ name, title, severity, level, mend, source, tags }: PolicyRule): ReportingDescriptor {
  return {
    id: visible(name),
    shortDescription: { text: messageText(title) },
    fullDescription: { text: messageText(title) },
    help: { text: messageText(mend), markdown: helpOf(prose(mend, mend.length), link("Source", source)) },
    ...(source === "" ? {} : { helpUri: source }),
    defaultConfiguration: { level: resultLevel(level), enabled: level !== "disabled" },
    properties: { tags: ["security", ...tags.map(visible)], "security-severity": securitySeverity(severity) },
  };
}

function helpOf(mend: string, source: string): string {
  return source === "Source" ? mend : `${mend}\n\n${source}`;
}

function resultOf(ruleId: string, urn: string, message: string, level: Result["level"]): Result {
  return {
    ruleId: visible(ruleId),
    level,
    message: { text: messageText(`${nameOf(urn)}: ${message}`) },
    // The same finding keeps its fingerprint wherever the code moves.
    partialFingerprints: { "isotopo/v1": createHash("sha256").update(`${ruleId}\n${urn}\n${message}`).digest("hex") },
  };
}

function location(urn: string, source: SourcePosition | undefined, base: string): Location {
  const logical = { name: visible(nameOf(urn)), fullyQualifiedName: visible(urn), kind: "resource" };
  if (source === undefined || source.file === standardInput) return { logicalLocations: [logical] };
  return {
    physicalLocation: physicalLocation(source, base),
    logicalLocations: [logical],
  };
}

function resultLevel(level: EnforcementLevel): "error" | "warning" | "none" {
  if (level === "disabled") return "none";
  return level === "advisory" ? "warning" : "error";
}

/** Scores as code scanning services read them, at the middle of each band of CVSS 3. */
function securitySeverity(severity: Violation["severity"]): string {
  return { low: "2.0", medium: "5.5", high: "8.0", critical: "9.5", unspecified: "0.0" }[severity];
}
