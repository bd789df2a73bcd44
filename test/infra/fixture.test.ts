import assert from "node:assert/strict";
import { environmentNames, topologyConcepts } from "../../components/contract";
import { targetNames } from "../../components/targets";
import { shippedApplications } from "../../infra/apps";
import { topologyOfStack } from "../parity/topologies";
import { applicationNamed, fixtureApplications } from "../support/fixture/applications";
import { pathsSaid } from "../support/fixture/fact-paths";
import { factRows } from "../support/fixture/fact-rows";

describe("the application of the tests", () => {
  it("says everything that an application may say, in one environment or another", () => {
    const all = Object.keys(factRows);
    const isRecord = (path: string) => path !== "" && all.some((known) => known.startsWith(`${path}{}`));
    const said = new Set(
      environmentNames.flatMap((environment) => {
        const place = { environment, domain: "shop.test", mailHost: "smtp.shop.test" };
        return [...pathsSaid(applicationNamed("fixture").describe(place), isRecord)];
      }),
    );
    assert.deepEqual([...said].sort(), all.sort());
  });

  it("has every concept on every target that takes it, in every environment", () => {
    for (const cloud of targetNames) {
      for (const environment of environmentNames) {
        const topology = topologyOfStack(`fixture-${cloud}-${environment}`);
        const lacking = topologyConcepts.filter((concept) => concept !== "identity" && !(concept in topology));
        assert.deepEqual(lacking, [], `${cloud} ${environment}`);
      }
    }
  });

  it("is none that the project ships", () => {
    for (const name of fixtureApplications.names()) assert.ok(!shippedApplications.has(name), name);
  });
});
