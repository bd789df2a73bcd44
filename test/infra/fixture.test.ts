import assert from "node:assert/strict";
import { environmentNames, topologyConcepts } from "../../components/contract";
import { targetNames } from "../../components/targets";
import { shippedApplications } from "../../infra/apps";
import { topologyOfStack } from "../parity/topologies";
import { applicationNamed, fixtureApplications } from "../support/fixture/applications";
import { pathsSaid } from "../support/fixture/fact-paths";
import { type FactRow, factRows } from "../support/fixture/fact-rows";

describe("the application of the tests", () => {
  it("says everything that an application may say, in one environment or another", () => {
    const rows: [path: string, row: FactRow][] = Object.entries(factRows);
    const all = rows.map(([path]) => path);
    const asked = rows.filter(([, row]) => row === true).map(([path]) => path);
    const isRecord = (path: string) => path !== "" && all.some((known) => known.startsWith(`${path}{}`));
    const said = new Set(
      environmentNames.flatMap((environment) => {
        const place = { environment, domain: "shop.test", mailHost: "smtp.shop.test" };
        return [...pathsSaid(applicationNamed("fixture").describe(place), isRecord)];
      }),
    );
    assert.deepEqual([...said].sort(), asked.sort());
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
