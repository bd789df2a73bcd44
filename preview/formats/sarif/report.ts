import { createHash } from "node:crypto";
import type { Location, Log, Notification, ReportingDescriptor, Result, Run } from "sarif";
import { type Judged, type SourcePosition, usedExemptions } from "../../model/judged";
import type { EnforcementLevel, PolicyRule, Violation } from "../../model/plan";
import { unjudgedIn, unjudgedSentence } from "../../model/unjudged";
import { nameOf } from "../../model/urn";
import { visible, visibleJson } from "../../model/visible";
import { link, prose } from "../markdown/comment/escape";
import { failureNotifications, type HowRun } from "../shared/failures";
import { baseIds, physicalLocation, standardInput } from "../shared/place";
import { readingNotifications } from "../shared/reading";
import { messageText } from "../shared/sarif-text";

/**
 * SARIF 2.1.0 (OASIS standard, "Static Analysis Results Interchange Format"): one run for each stack, every rule with its
 * help, a result for each violation, and a suppressed one for each exemption. Files that were not read and stacks that could
 * not be previewed are in a run of their own, which did not succeed. `base` is the folder that paths of files are relative
 * to.
 */
export function sarifReport(judged: readonly Judged[], base: string, { reading, failures = [] }: HowRun = {}): string {
  const failed = failureNotifications(failures);
  const log: Log = {
    version: "2.1.0",
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    runs: [
      ...judged.map((stack) => run(stack, stack.base ?? base)),
      // A run of its own: an empty run with the stack's name would close all earlier findings of the stack.
      ...notificationRuns({ driver: "isotopo preview", id: "stacks/", notifications: failed, succeeded: false }),
      ...(reading === undefined ? [] : readingRuns(reading, base)),
    ],
  };
  return `${visibleJson(JSON.stringify(log, null, 2))}\n`;
}

/** A run about how files were read, if there is anything to report. */
function readingRuns(reading: NonNullable<HowRun["reading"]>, base: string): Run[] {
  const notifications = readingNotifications(reading, base);
  return notificationRuns({
    driver: "isotopo check",
    id: "files/",
    notifications,
    succeeded: reading.problems.length === 0,
  });
}

interface NotificationRun {
  driver: string;
  id: string;
  notifications: Notification[];
  succeeded: boolean;
}

function notificationRuns({ driver, id, notifications, succeeded }: NotificationRun): Run[] {
  if (notifications.length === 0) return [];
  return [
    {
      tool: { driver: { name: driver } },
      automationDetails: { id },
      originalUriBaseIds: baseIds,
      invocations: [{ executionSuccessful: succeeded, toolExecutionNotifications: notifications }],
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
  const fingerprint = fingerprints();
  const exempt = usedExemptions(stack).map(
    ({ path, ...one }): Result => ({
      ...resultOf({ ...one, property: path }, "note", fingerprint),
      ruleIndex: indexes.get(one.policy),
      ...located(one.urn),
      suppressions: [{ kind: "external", status: "accepted", justification: visible(one.words) }],
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
    ...invocationsOf(stack),
    results: [
      ...policy.violations.map(
        (violation): Result => ({
          ...resultOf(violation, resultLevel(violation.enforcementLevel), fingerprint),
          ruleIndex: indexes.get(violation.policy),
          ...located(violation.urn, violation.source),
        }),
      ),
      ...exempt,
    ],
  };
}

/** Resources that no rule covers, as a notification of the run (SARIF 2.1.0, 3.20.21). */
function invocationsOf({ policy }: Judged): Pick<Run, "invocations"> {
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

function descriptor({ name, title, severity, level, fix, source, tags }: PolicyRule): ReportingDescriptor {
  return {
    id: visible(name),
    shortDescription: { text: messageText(title) },
    fullDescription: { text: messageText(title) },
    help: { text: messageText(fix), markdown: helpOf(prose(fix, fix.length), link("Source", source)) },
    ...(source === "" ? {} : { helpUri: source }),
    defaultConfiguration: { level: resultLevel(level), enabled: level !== "disabled" },
    properties: { tags: ["security", ...tags.map(visible)], "security-severity": securitySeverity(severity) },
  };
}

function helpOf(fix: string, source: string): string {
  return source === "Source" ? fix : `${fix}\n\n${source}`;
}

/** The part of a finding that a result has. */
type Reported = Pick<Violation, "policy" | "urn" | "property" | "found" | "required" | "message">;

function resultOf(
  notifications: Reported,
  level: Result["level"],
  fingerprint: (violation: Reported) => string,
): Result {
  const { policy, urn, property, found, required, message } = notifications;
  const fields = Object.entries({ property, found, required }).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return {
    ruleId: visible(policy),
    level,
    message: { text: messageText(`${nameOf(urn)}: ${message}`) },
    partialFingerprints: { "isotopo/v2": fingerprint(notifications) },
    ...(fields.length === 0
      ? {}
      : { properties: Object.fromEntries(fields.map(([name, text]) => [name, messageText(text)])) }),
  };
}

/**
 * Fingerprints of the findings of a run, by rule, resource and property: a finding keeps its fingerprint when code moves and
 * when the found value changes. A second finding of one property has a number. For a pack that sends sentences, the sentence
 * counts.
 */
function fingerprints(): (violation: Reported) => string {
  const seen = new Map<string, number>();
  return ({ policy, urn, property, found, message }) => {
    const key = JSON.stringify([policy, urn, found === undefined ? message : property]);
    const number = (seen.get(key) ?? 0) + 1;
    seen.set(key, number);
    return createHash("sha256").update(`${key}\n${number}`).digest("hex");
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

/** Scores as code scanning services read them: the middle of each band of CVSS 3. */
function securitySeverity(severity: Violation["severity"]): string {
  return { low: "2.0", medium: "5.5", high: "8.0", critical: "9.5", unspecified: "0.0" }[severity];
}
