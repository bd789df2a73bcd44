import { whomMatches } from "./cel";
import { longest } from "./expression";
import type { Leaves } from "./leaves";
import { covers } from "./patterns";

/** What a condition on making role assignments may hold back: the role that is assigned. */
const assigned = "@request[microsoft.authorization/roleassignments:roledefinitionid]";

const write = "Microsoft.Authorization/roleAssignments/write";

/**
 * Which roles the condition of an assignment leaves its holder to assign ("Delegate Azure role assignment management to others
 * with conditions", Microsoft Learn): "named" where it says which, "everybody" where any may be; undefined where it can't be
 * read. `isOver` says which roles are too much to be among them.
 */
export function rolesLeft(condition: string, isOver: (role: string) => boolean): Leaves | undefined {
  if (condition.length > longest) return undefined;
  const expression = condition
    .replaceAll(/SubOperationMatches\s*\{[^}]*\}/gi, unknown)
    .replaceAll(/ActionMatches\s*\{\s*'([^']*)'\s*\}/gi, (_, action: string) => String(covers(action, write)))
    .replaceAll(
      /(@\w+\[[^\]]*\])\s+(?:[A-Za-z]+:)?(\w+)\s*(\{[^}]*\}|'[^']*'|true|false|\d+)/gi,
      (_, attribute: string, operator: string, values: string) => test(attribute.toLowerCase(), operator, values),
    )
    .replaceAll(/\bAND\b/gi, "&&")
    .replaceAll(/\bOR\b/gi, "||")
    .replaceAll(/\bNOT\b/gi, "!");
  return whomMatches(expression, { names: (path) => (path === "role" ? (role) => !isOver(role) : undefined) });
}

/** A part that says nothing about the role: it excludes no one, whether it must hold or not. */
const unknown = "unknown";

/** A comparison in CEL's words; of anything else than the role it says nothing. */
function test(attribute: string, operator: string, values: string): string {
  if (attribute !== assigned || !/^Guid(Not)?Equals$/i.test(operator)) return unknown;
  const ids = values.match(/[\da-f]{8}-([\da-f]{4}-){3}[\da-f]{12}/gi) ?? [];
  const list = `role in [${ids.map((id) => `'${id}'`).join(", ")}]`;
  return /not/i.test(operator) ? `!(${list})` : list;
}
