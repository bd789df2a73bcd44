import assert from "node:assert/strict";
import { Alias } from "@pulumi/pulumi/proto/alias_pb";
import { RegisterResourceRequest } from "@pulumi/pulumi/proto/resource_pb";
import { aliasesOf, aliasUrns } from "../../../../preview/engine/monitor/aliases";

const scope = { project: "shop", stack: "dev" };
const parent = "urn:pulumi:dev::shop::pkg:index:Group::group";

function specOf(fill: (spec: Alias.Spec) => void): Alias {
  const [alias, spec] = [new Alias(), new Alias.Spec()];
  fill(spec);
  alias.setSpec(spec);
  return alias;
}

/** The URNs that a registration of an SDK claims. */
function urnsOf(fill: (request: RegisterResourceRequest) => void): string[] {
  const request = new RegisterResourceRequest();
  fill(request);
  return aliasUrns(scope, aliasesOf(request), { type: "pkg:index:Thing", name: "new", parent }, () => []);
}

describe("aliases of older SDKs", () => {
  it("URNs, as up to 3.0", () => {
    const urn = "urn:pulumi:dev::shop::pkg:index:Thing::old";
    assert.deepEqual(
      urnsOf((request) => request.setAliasurnsList([urn])),
      [urn],
    );
  });

  const old = (spec: Alias.Spec) => spec.setName("old");
  const below = "urn:pulumi:dev::shop::pkg:index:Group$pkg:index:Thing::old";
  const alone = "urn:pulumi:dev::shop::pkg:index:Thing::old";
  const specs: [what: string, aliasSpecs: boolean, fill: (spec: Alias.Spec) => void, urn: string][] = [
    ["an empty parent was none", false, (spec) => old(spec).setParenturn(""), alone],
    ["no parent was the default one", false, (spec) => old(spec).setNoparent(true), below],
    ["nothing was none", false, old, alone],
    ["today, no parent is none", true, (spec) => old(spec).setNoparent(true), alone],
    ["today, nothing is the default one", true, old, below],
  ];
  for (const [what, aliasSpecs, fill, urn] of specs) {
    it(what, () =>
      assert.deepEqual(
        urnsOf((request) => {
          request.setAliasspecs(aliasSpecs);
          request.setAliasesList([specOf(fill)]);
        }),
        [urn],
      ),
    );
  }
});
