import type { ResourceValidationArgs } from "@pulumi/policy";
import { judge } from "./judge";
import { type Policy, type Run, resourceOf, stackOf } from "./policies";
import { isOfStack, type Rule } from "./rule";
import type { Stack } from "./stack";
import type { Subject } from "./subject";

/** A rule, as a policy, and in the place of it where it has nothing to say. */
interface Entry {
  rule: Rule;
  policy: Policy;
  absent: Policy;
}

/** What one request is about, as soon as the first policy was called. */
interface Request {
  subject?: Subject;
  stack?: Stack;
}

/**
 * The policies of a pack. Pulumi's policy server asks every policy of a pack in turn, and unpacks all properties anew for
 * each, which costs more than all the rules do. Each of its requests iterates over this list: the first policy that is
 * called tells what the request is about, and from then on only those policies come that have something to say. Those that
 * don't apply come with a type that is not the resource's, which the server takes for an answer without unpacking. The
 * verdicts are the same (tested); see docs/adr/0011.
 */
export class PolicyList extends Array<Policy> {
  private constructor(
    private readonly entries_: readonly Entry[],
    private readonly run: Run,
    private readonly notes: readonly Policy[],
  ) {
    super();
    this.push(...entries_.map(({ policy }) => policy), ...notes);
  }

  static made(
    rules: readonly Rule[],
    policyOf: (rule: Rule) => Policy,
    run: Run,
    notes: readonly Policy[],
  ): PolicyList {
    const entries = rules.map((rule) => {
      const policy = policyOf(rule);
      return { rule, policy, absent: absentPolicy(rule, policy) };
    });
    return new PolicyList(entries, run, notes);
  }

  /** Lists made from this one are plain ones. */
  static override get [Symbol.species](): ArrayConstructor {
    return Array;
  }

  override *[Symbol.iterator](): ArrayIterator<Policy> {
    const request: Request = {};
    for (const entry of this.entries_) yield* this.answers(entry, request);
    yield* this.notes;
  }

  private *answers(entry: Entry, request: Request): Iterable<Policy> {
    const { rule, policy, absent } = entry;
    if (request.subject === undefined && request.stack === undefined) yield listening(policy, request, this.run);
    else if (isOfStack(rule)) {
      if (request.stack === undefined) return;
      yield request.stack.has(Object.keys(rule.checks)) ? policy : absent;
    } else if (request.subject !== undefined) {
      const { subject } = request;
      if (!Object.hasOwn(rule.checks, subject.type)) yield absent;
      // What policy config sets is known to a rule's own policy only.
      else if (rule.settings !== undefined) yield policy;
      else {
        const verdict = judge(rule, subject, {
          profile: this.run.profile,
          get: ({ values }) => values[this.run.profile],
        });
        if (verdict.result !== "compliant") yield policy;
      }
    }
  }
}

/** The policy, which also writes down what the request is about. */
function listening(policy: Policy, request: Request, { ledger }: Run): Policy {
  if ("validateStack" in policy) {
    return {
      ...policy,
      validateStack: (args, report) => {
        request.stack = stackOf(args.resources);
        return policy.validateStack(args, report);
      },
    };
  }
  const { validateResource } = policy;
  if (typeof validateResource !== "function") return policy;
  return {
    ...policy,
    validateResource: (args: ResourceValidationArgs, report) => {
      request.subject = resourceOf(args);
      ledger.forget(request.subject.urn);
      return validateResource(args, report);
    },
  };
}

/** In the place of a policy that does not apply: of a type that no resource has. */
function absentPolicy(rule: Rule, policy: Policy): Policy {
  const [first, ...others] = Object.keys(rule.checks);
  // Short: it goes over the wire for every resource that the rule says nothing of.
  const typed = { __pulumiType: others.length === 0 ? first : `${first} or ${others.length} others` };
  return "validateStack" in policy
    ? { ...policy, validateStack: Object.assign(() => {}, typed) }
    : { ...policy, validateResource: Object.assign(() => {}, typed) };
}
