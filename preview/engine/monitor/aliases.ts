import { Alias } from "@pulumi/pulumi/proto/alias_pb";
import type { RegisterResourceRequest } from "@pulumi/pulumi/proto/resource_pb";
import { isUrn, nameOf, typeOf, type UrnScope, urnOf } from "../../model/urn";

/**
 * The aliases of a registration, of any SDK: older ones send URNs, and did not tell a missing parent from the default one as
 * those do that set `aliasSpecs` (`transformAliasForNodeJSCompat` in `pkg/resource/deploy/source_eval.go`).
 */
export function aliasesOf(request: RegisterResourceRequest): Alias[] {
  const urns = request.getAliasurnsList().map((urn) => {
    const alias = new Alias();
    alias.setUrn(urn);
    return alias;
  });
  const aliases = request.getAliasesList();
  if (!request.getAliasspecs()) aliases.forEach(specify);
  return [...urns, ...aliases];
}

function specify(alias: Alias): void {
  const spec = alias.getSpec();
  if (spec === undefined) return;
  if (spec.hasNoparent()) {
    if (spec.getNoparent()) spec.clearNoparent();
  } else if (spec.getParenturn() === "") spec.setNoparent(true);
}

/** A resource whose aliases are asked for. */
export interface AliasedResource {
  type: string;
  name: string;
  parent: string;
}

/**
 * The URNs that a resource may have had: those of its own aliases, and for each alias of its parent those below it, as
 * the engine multiplies them out (`generateAliases` in `pkg/resource/deploy/step_generator.go`). The engine takes the
 * one alias of the parent that it finds in the base; without a base, each of them may be it.
 */
export function aliasUrns(
  scope: UrnScope,
  aliases: readonly Alias[],
  resource: AliasedResource,
  aliasesOf: (urn: string) => readonly string[],
): string[] {
  const own = aliases.flatMap((alias) => ownUrns(scope, alias, resource, aliasesOf));
  const inherited = aliasesOf(resource.parent).flatMap((parentAlias) =>
    [resource, ...own.map((urn) => ({ type: typeOf(urn), name: nameOf(urn) }))].map((child) =>
      inheritedUrn(scope, child, nameOf(resource.parent), parentAlias),
    ),
  );
  return [...new Set([...own, ...inherited])];
}

/** The URNs of one alias: below the parent that it names, and below the earlier URNs of that parent. */
function ownUrns(
  scope: UrnScope,
  alias: Alias,
  own: AliasedResource,
  aliasesOf: (urn: string) => readonly string[],
): string[] {
  if (alias.hasUrn()) return [validUrn(alias.getUrn(), "alias")];
  const spec = alias.getSpec();
  const named = spec?.getParenturn() ?? "";
  if (named !== "") validUrn(named, "parent alias");
  const parents = spec?.getNoparent() ? [""] : named === "" ? [own.parent] : [named, ...aliasesOf(named)];
  return parents.map((parent) =>
    urnOf(
      { project: spec?.getProject() || scope.project, stack: spec?.getStack() || scope.stack },
      parent,
      spec?.getType() || own.type,
      spec?.getName() || own.name,
    ),
  );
}

function validUrn(urn: string, what: string): string {
  if (!isUrn(urn)) throw new Error(`invalid ${what} URN: invalid URN ${JSON.stringify(urn)}`);
  return urn;
}

/** The URN below an alias of the parent. A name that starts with the parent's name starts with the alias's name there. */
function inheritedUrn(
  scope: UrnScope,
  child: { type: string; name: string },
  parentName: string,
  parentAlias: string,
): string {
  const { type, name } = child;
  const before = name.startsWith(parentName) ? `${nameOf(parentAlias)}${name.slice(parentName.length)}` : name;
  return urnOf(scope, parentAlias, type, before);
}
