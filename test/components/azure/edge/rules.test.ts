import assert from "node:assert/strict";
import { redirectRule } from "../../../../components/azure/edge/rules";
import { at } from "../../../support/concept";
import { planOf } from "../../../support/plans";
import { ofFixture, type PlacedStack, shipped } from "../../../support/shipped";

const isInProduction = ({ cloud, environment }: PlacedStack) => cloud === "azure" && environment === "prod";
const base = "actions.0.parameters";

/** What Front Door is told of a redirect: the path that it is for, and where it leads. */
function told(from: string, to: string) {
  const rule = redirectRule({ from, to, permanent: true });
  const parts = ["customHostname", "customPath", "customQueryString", "customFragment"];
  return [at(rule, "conditions.0.parameters.matchValues"), ...parts.map((part) => at(rule, `${base}.${part}`))];
}

describe("azure redirects", () => {
  const rows: [from: string, to: string, ...parts: unknown[]][] = [
    ["/home", "/", ["home"], undefined, "/", undefined, undefined],
    ["/", "/start", ["/"], undefined, "/start", undefined, undefined],
    ["/a/b", "/c?q=1#f", ["a/b"], undefined, "/c", "q=1", "f"],
    ["/docs", "https://docs.example/p?q=1#f", ["docs"], "docs.example", "/p", "q=1", "f"],
    ["/docs", "https://docs.example:443", ["docs"], "docs.example", "/", undefined, undefined],
  ];
  for (const [from, to, ...parts] of rows) {
    it(`from ${from} to ${to}`, () => assert.deepEqual(told(from, to), parts));
  }

  it("no rule of any stack names a path with its leading slash, which Front Door's path has not", async () => {
    let found = 0;
    for (const { stack } of [...ofFixture, ...shipped].filter(isInProduction)) {
      const { resources } = await planOf(stack);
      for (const { type, name, inputs } of resources) {
        if (type !== "azure-native:cdn:Rule") continue;
        for (const condition of (inputs.conditions as unknown[] | undefined) ?? []) {
          if (at(condition, "name") !== "UrlPath") continue;
          const values = at(condition, "parameters.matchValues") as string[];
          assert.deepEqual(
            values.filter((value) => value !== "/" && value.startsWith("/")),
            [],
            name,
          );
          found++;
        }
      }
    }
    assert.ok(found > 0);
  });
});
