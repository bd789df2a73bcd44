import { type Cluster, ClusterError } from "../cluster";
import { type Condition, type Kind, type KubernetesObject, pathOf, typeOf } from "../kinds";
import { certificates, issuers } from "./cert-manager";
import { databases } from "./cloudnative-pg";
import { externalSecrets } from "./external-secrets";
import type { Operator, Status, There } from "./operator";

/** What a test has an operator do with an object, instead of seeing to it at once. */
export type Mood = "unready" | "failed" | { lateSeconds: number };

const operators: readonly Operator[] = [certificates, issuers, externalSecrets, databases];

/** Kinds that operators look at. */
const watched: readonly Kind[] = [...operators.map(({ kind }) => kind), "passwords", "objectstores", "secrets"];

/**
 * Plays the operators of one namespace: for each object of theirs it makes what they make, and says in its status what they say. A test
 * may have one left unready, late or failed.
 */
export class Operators implements There {
  private readonly stopped = new AbortController();
  private readonly objects = new Map<Kind, Map<string, KubernetesObject>>();
  private readonly moods = new Map<string, Mood>();
  /** When a generation of an object was seen first, and whether all was made for it. */
  private readonly seen = new Map<string, { at: number; isMade: boolean; isWarned: boolean }>();
  private readonly mistakes: unknown[] = [];
  private working: Promise<void> = Promise.resolve();
  private isAsked = false;

  constructor(
    private readonly cluster: Cluster,
    private readonly namespace: string,
  ) {
    for (const kind of watched) {
      const known = new Map<string, KubernetesObject>();
      this.objects.set(kind, known);
      cluster.watch(
        pathOf(kind, namespace),
        {
          begins: () => known.clear(),
          is: (object) => {
            known.set(object.metadata.name, object);
            this.wake();
          },
          isGone: ({ metadata: { name } }) => {
            known.delete(name);
            this.wake();
          },
        },
        this.stopped.signal,
      );
    }
  }

  /** From now on; undefined for as it should be. */
  tell(kind: Kind, name: string, mood: Mood | undefined): void {
    if (mood === undefined) this.moods.delete(`${kind}/${name}`);
    else this.moods.set(`${kind}/${name}`, mood);
    this.wake();
  }

  find(kind: Kind, name: string): KubernetesObject | undefined {
    return this.objects.get(kind)?.get(name);
  }

  /** Throws what went wrong meanwhile: a mistake of these tests. */
  async stop(): Promise<void> {
    this.stopped.abort();
    await this.working;
    if (this.mistakes.length > 0) throw new AggregateError(this.mistakes, `operators: ${this.mistakes.join("\n")}`);
  }

  /** Looks at everything again, one look after the other; what comes before a look begins is of that look. */
  private wake(): void {
    if (this.isAsked) return;
    this.isAsked = true;
    this.working = this.working.then(async () => {
      this.isAsked = false;
      if (this.stopped.signal.aborted) return;
      for (const operator of operators) {
        for (const object of this.objects.get(operator.kind)?.values() ?? []) {
          await this.see(operator, object).catch((error: unknown) => this.mistake(error));
        }
      }
    });
  }

  private async see(operator: Operator, object: KubernetesObject): Promise<void> {
    const { kind } = operator;
    const { name, uid, generation } = object.metadata;
    const key = `${uid} ${generation}`;
    const known = this.seen.get(key) ?? { at: Date.now(), isMade: false, isWarned: false };
    this.seen.set(key, known);
    const mood = this.moods.get(`${kind}/${name}`);
    if (mood === "failed") {
      await this.say(operator, object, operator.failed(object));
      if (!known.isWarned) await this.warn(operator, object);
      known.isWarned = true;
    } else if (mood === "unready" || this.isEarly(known.at, mood) || operator.missing(object, this).length > 0) {
      // What was ready once stays so: no operator takes it back for a while.
      if (!known.isMade) await this.say(operator, object, operator.pending(object));
    } else {
      if (!known.isMade) {
        for (const made of operator.makes(object)) await this.cluster.apply(this.namespace, made, operator.manager);
      }
      known.isMade = true;
      await this.say(operator, object, operator.ready(object));
    }
  }

  private isEarly(since: number, mood: Mood | undefined): boolean {
    if (typeof mood !== "object") return false;
    const left = since + mood.lateSeconds * 1000 - Date.now();
    if (left > 0) setTimeout(() => this.wake(), left).unref();
    return left > 0;
  }

  private async say({ kind, manager }: Operator, object: KubernetesObject, status: Status): Promise<void> {
    if (isSaid(object.status?.conditions ?? [], status.conditions ?? [])) return;
    const lastTransitionTime = new Date().toISOString().replace(/\.\d+/, "");
    const conditions = status.conditions?.map((condition) => ({ ...condition, lastTransitionTime }));
    const path = `${pathOf(kind, this.namespace, object.metadata.name)}/status`;
    await this.cluster.patch(path, { status: { ...status, conditions } }, manager);
  }

  private async warn({ kind, manager, warning }: Operator, { metadata }: KubernetesObject): Promise<void> {
    if (warning === undefined) return;
    const { name, uid = "", generation } = metadata;
    const at = new Date().toISOString().replace(/\.\d+/, "");
    const fields = {
      type: "Warning",
      ...warning,
      involvedObject: { ...typeOf(kind), namespace: this.namespace, name, uid },
      source: { component: manager },
      firstTimestamp: at,
      lastTimestamp: at,
      count: 1,
    };
    await this.cluster.apply(this.namespace, { kind: "events", name: `${name}.${uid}.${generation}`, fields }, manager);
  }

  /** What is being deleted, or is gone since it was seen, takes nothing any more. */
  private mistake(error: unknown): void {
    const isLate = error instanceof ClusterError && [403, 404, 409].includes(error.status);
    if (!this.stopped.signal.aborted && !isLate) this.mistakes.push(error);
  }
}

function isSaid(before: readonly Condition[], after: readonly Condition[]): boolean {
  const said = (all: readonly Condition[]) =>
    all
      .map(({ type, status, reason, message, observedGeneration }) =>
        JSON.stringify([type, status, reason, message, observedGeneration]),
      )
      .sort()
      .join();
  return said(before) === said(after);
}
