import type { TopologyProblem } from "../target-spec";
import type { Topology } from "../topology";

/** Names that a cloud's PostgreSQL keeps for itself. */
export interface ReservedNames {
  /** The service that reserves them: `RDS`. */
  title: string;
  roles: readonly string[];
  /** Roles that begin so are reserved, too. */
  rolePrefixes: readonly string[];
  databases: readonly string[];
}

/** PostgreSQL itself: roles that begin with `pg_` (documentation of `CREATE ROLE`), and the databases of every cluster. */
const everywhere = {
  roles: ["public", "none"],
  rolePrefixes: ["pg_"],
  databases: ["postgres", "template0", "template1"],
};

/** Roles and the database of a topology whose names the cloud keeps for itself. */
export function reservedNames({ postgres }: Topology, reserved: ReservedNames): TopologyProblem[] {
  if (postgres === undefined) return [];
  const roles = [...everywhere.roles, ...reserved.roles];
  const prefixes = [...everywhere.rolePrefixes, ...reserved.rolePrefixes];
  const databases = [...everywhere.databases, ...reserved.databases];
  // Logins begin as the owner does, and end in a number that no reserved name has.
  const used = new Set([postgres.user, postgres.admin.user]);
  const roleProblems = [...used]
    .filter((role) => roles.includes(role) || prefixes.some((prefix) => role.startsWith(prefix)))
    .map((role) => ({
      key: "app",
      found: `has a database role "${role}", a name that ${reserved.title} keeps for itself`,
      allowed: `another name: none of ${roles.join(", ")}, and none that begins with ${prefixes.join(" or ")}`,
    }));
  if (!databases.includes(postgres.database)) return roleProblems;
  return [
    ...roleProblems,
    {
      key: "app",
      found: `has a database "${postgres.database}", a name that ${reserved.title} keeps for itself`,
      allowed: `another name: none of ${databases.join(", ")}`,
    },
  ];
}
