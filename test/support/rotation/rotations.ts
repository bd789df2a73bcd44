import {
  type LoginSpec,
  parseSecretReference,
  refusals,
  type SecretReference,
  type Target,
  workloadsOf,
} from "../../../components/contract";
import type { WholeTopology } from "../whole";

/** New values of some secrets of a topology, and of nothing else. */
export interface Rotation {
  /** What is rotated at once, in words. */
  kind: string;
  /** Those secrets, as the config calls them: `SECRET_KEY`, `postgres`, `postgres.admin`, `redis.cache`. */
  secrets: readonly string[];
  /** The topology with their next versions. */
  topology: WholeTopology;
  /** New values that the stack gives, by secret. */
  values: Readonly<Record<string, string>>;
  /** Which of them each workload is given, sorted; migrations and cron jobs among the workloads. */
  used: Readonly<Record<string, readonly string[]>>;
}

/** One secret and how it is rotated. */
interface RotatedSecret {
  kind:
    | "generated secrets"
    | "external secrets"
    | "the database's login"
    | "passwords of the administrator and of Redis";
  name: string;
  isReferredTo: (reference: SecretReference) => boolean;
  change: (topology: WholeTopology) => void;
}

/**
 * All secrets of a topology, those of a kind at once: the judge tells of each which workloads it reaches. What the cloud has
 * no rotation of is left out: the config refuses it.
 */
export function rotationsOf(base: WholeTopology, target: Pick<Target, "concepts">): Rotation[] {
  const all = rotatedOf(base).filter(
    ({ change }) => refusals(changed(base, [change]), target).length <= refusals(base, target).length,
  );
  return [...new Set(all.map(({ kind }) => kind))].map((kind) => {
    const own = all.filter((rotated) => rotated.kind === kind);
    return {
      kind,
      secrets: own.map(({ name }) => name),
      topology: changed(
        base,
        own.map(({ change }) => change),
      ),
      values: kind === "external secrets" ? Object.fromEntries(own.map(({ name }) => [name, `next-of-${name}`])) : {},
      used: usedOf(base, own),
    };
  });
}

function rotatedOf(base: WholeTopology): RotatedSecret[] {
  return [
    ...base.secrets.map(({ kind, name }): RotatedSecret => {
      const isReferredTo = (reference: SecretReference) => reference === `secret.${name}`;
      if (kind === "external") return { kind: "external secrets", name, isReferredTo, change: () => {} };
      const change = ({ secrets }: WholeTopology) => {
        for (const one of secrets) if (one.kind === "generated" && one.name === name) one.version += 1;
      };
      return { kind: "generated secrets", name, isReferredTo, change };
    }),
    {
      kind: "the database's login",
      name: "postgres",
      isReferredTo: (reference) => {
        const parsed = parseSecretReference(reference);
        return parsed?.source === "postgres" && parsed.key !== "adminPassword";
      },
      change: nextLogin,
    },
    {
      kind: "passwords of the administrator and of Redis",
      name: "postgres.admin",
      isReferredTo: (reference) => reference === "postgres.adminPassword",
      change: ({ postgres }) => {
        postgres.admin.passwordVersion += 1;
      },
    },
    ...base.redis.map(
      ({ name, roles }): RotatedSecret => ({
        kind: "passwords of the administrator and of Redis",
        name: `redis.${name}`,
        isReferredTo: (reference) => {
          const parsed = parseSecretReference(reference);
          return parsed?.source === "redis" && roles.includes(parsed.role);
        },
        change: ({ redis }) => {
          for (const one of redis) if (one.name === name) one.passwordVersion += 1;
        },
      }),
    ),
  ];
}

/** The next login in front of the one that is in use, as the resolver puts it there, and into the job that makes it. */
function nextLogin({ postgres, compute }: WholeTopology): void {
  const [current] = postgres.logins;
  const version = current.version + 1;
  const next: LoginSpec = { role: `${postgres.user}_${version}`, version };
  postgres.logins = [next, current];
  for (const { variables } of compute.migrations) {
    if (variables.LOGIN_ROLE !== current.role) continue;
    Object.assign(variables, { LOGIN_ROLE: next.role, LOGIN_NUMBER: String(version) });
  }
}

function usedOf(base: WholeTopology, rotated: readonly RotatedSecret[]): Record<string, string[]> {
  return Object.fromEntries(
    workloadsOf(base.compute).map(({ name, secrets }) => [
      name,
      rotated
        .filter(({ isReferredTo }) => Object.values(secrets).some(isReferredTo))
        .map((one) => one.name)
        .sort(),
    ]),
  );
}

function changed(base: WholeTopology, changes: readonly ((topology: WholeTopology) => void)[]): WholeTopology {
  const topology = structuredClone(base);
  for (const change of changes) change(topology);
  return topology;
}
