import type { ResourceValidationArgs } from "@pulumi/policy";
import { judge } from "./judge";
import type { NotePolicy } from "./note";
import { checkOf } from "./pod-templates";
import { type Policy, type Run, resourceOf, stackOf } from "./policies";
import { isOfStack, type Rule, typesOf } from "./rule";
import type { Terms } from "./setting";
import type { Stack } from "./stack";
import type { Subject } from "./subject";
import { unjudgedBy } from "./unjudged";

/** A rule's policy, and the stand-in used when the rule does not apply. */
interface Entry {
  /** Its place in the list. */
  index: number;
  rule: Rule;
  policy: Policy;
  absent: Policy;
}

/** What requests are about, as soon as a policy was called: one of those of an iteration, all of those of a copy. */
interface Request {
  subject?: Subject;
  stack?: Stack;
  /** The place of the policy that was called last, by URN; a stack has none. */
  readonly last: Map<string | undefined, number>;
}

/**
 * The policies of a pack. Pulumi's policy server asks every policy of a pack in turn, and unpacks all properties anew for
 * each, which costs more than all the rules do. Each of its requests iterates over this list: the first policy that is
 * called tells what the request is about, and from then on only those policies come that have something to say. Those that
 * don't apply come with a type that is not the resource's, which the server takes for an answer without unpacking. The
 * verdicts are the same (tested); see docs/adr/0011. A server that copies the list asks every policy, and gets the same answers.
 */
export class PolicyList extends Array<Policy> {
  private constructor(
    private readonly entries_: readonly Entry[],
    private readonly run: Run,
    private readonly notes: readonly NotePolicy[],
    private readonly unjudged: ReturnType<typeof unjudgedBy>,
  ) {
    super();
    const copied: Request = { last: new Map() };
    this.push(
      ...entries_.map((entry) => listening(entry, copied, run, entries_, unjudged)),
      ...notes.map(({ policy }) => policy),
    );
  }

  static made(
    rules: readonly Rule[],
    policyOf: (rule: Rule) => Policy,
    run: Run,
    notes: readonly NotePolicy[],
  ): PolicyList {
    const entries = rules.map((rule, index) => {
      const policy = policyOf(rule);
      return { index, rule, policy, absent: absentPolicy(rule, policy) };
    });
    return new PolicyList(entries, run, notes, unjudgedBy(rules));
  }

  /** Lists made from this one are plain ones. */
  static override get [Symbol.species](): ArrayConstructor {
    return Array;
  }

  override *[Symbol.iterator](): ArrayIterator<Policy> {
    const request: Request = { last: new Map() };
    for (const entry of this.entries_) yield* this.answers(entry, request);
    // Judging is over when these come: a note that has nothing to say would have all resources unpacked once more.
    for (const { policy, hasWords } of this.notes) if (isWithoutSubject(request) || hasWords()) yield policy;
  }

  private *answers(entry: Entry, request: Request): Iterable<Policy> {
    const { rule, policy } = entry;
    if (isWithoutSubject(request)) yield listening(entry, request, this.run, this.entries_, this.unjudged);
    else if (isOfStack(rule)) {
      if (request.stack === undefined) return;
      if (!request.stack.has(typesOf(rule))) yield* this.absence(entry);
      else if (this.hasFindings(rule, request.stack.ofTypes(typesOf(rule)), request.stack)) yield policy;
    } else if (request.subject !== undefined) {
      if (checkOf(rule, request.subject) === undefined) yield* this.absence(entry);
      else if (this.hasFindings(rule, [request.subject])) yield policy;
    }
  }

  /** That a rule says nothing of what is asked, unless a summary at the end tells it for all. */
  private *absence({ absent }: Entry): Iterable<Policy> {
    if (!this.run.summary) yield absent;
  }

  /** Whether a rule finds something; what it can't see is written down. */
  private hasFindings(rule: Rule, subjects: readonly Subject[], stack?: Stack): boolean {
    // What policy config sets is known to a rule's own policy only.
    if (rule.settings !== undefined) return true;
    const { profile, ledger } = this.run;
    const terms: Terms = { profile, get: ({ values }) => values[profile] };
    const verdicts = subjects.map((subject) => [subject.urn, judge(rule, subject, terms, stack)] as const);
    if (verdicts.some(([, { findings }]) => findings.length > 0)) return true;
    for (const [urn, { unknown }] of verdicts) ledger.couldNotJudge(urn, rule.id, unknown);
    return false;
  }
}

/** Whether no policy was called yet, so that the subject of the request is unknown. */
function isWithoutSubject({ subject, stack }: Request): boolean {
  return subject === undefined && stack === undefined;
}

/** The policy, which also writes down what the request is about; once a request, though a copied list calls all of them. */
function listening(
  { index, policy }: Entry,
  request: Request,
  { ledger, summary }: Run,
  entries: readonly Entry[],
  unjudged: ReturnType<typeof unjudgedBy>,
): Policy {
  // Policies are called in their order: one that comes again, or an earlier one, is a new request.
  const begins = (urn?: string): boolean => {
    const before = request.last.get(urn);
    request.last.set(urn, index);
    return before === undefined || before >= index;
  };
  const count = (applies: (rule: Rule) => boolean): void => {
    if (summary !== true) return;
    for (const { rule } of entries) if (applies(rule)) ledger.countJudged(rule.id);
  };
  if ("validateStack" in policy) {
    return {
      ...policy,
      validateStack: (args, report) => {
        if (begins()) {
          const stack = stackOf(args.resources);
          request.stack = stack;
          ledger.unjudged = unjudged(args.resources);
          count((rule) => isOfStack(rule) && stack.has(typesOf(rule)));
        }
        return policy.validateStack(args, report);
      },
    };
  }
  const { validateResource } = policy;
  if (typeof validateResource !== "function") return policy;
  return {
    ...policy,
    validateResource: (args: ResourceValidationArgs, report) => {
      if (begins(args.urn)) {
        const subject = resourceOf(args);
        request.subject = subject;
        ledger.forget(subject.urn);
        count((rule) => !isOfStack(rule) && checkOf(rule, subject) !== undefined);
      }
      return validateResource(args, report);
    },
  };
}

/** In the place of a policy that does not apply: of a type that no resource has. */
function absentPolicy(rule: Rule, policy: Policy): Policy {
  const [first, ...others] = typesOf(rule);
  // Short: it goes over the wire for every resource that the rule says nothing of.
  const typed = { __pulumiType: others.length === 0 ? first : `${first} or ${others.length} others` };
  return "validateStack" in policy
    ? { ...policy, validateStack: Object.assign(() => {}, typed) }
    : { ...policy, validateResource: Object.assign(() => {}, typed) };
}
