import assert from "node:assert/strict";
import { parseConfig } from "../../../../infra/config/parse";
import { fixtureApplications } from "../../../support/fixture/applications";
import { type Config, problemsWith, validConfig } from "../../support/configs";
import { brokenForOneCloud } from "./cloud";
import { brokenOnAzure } from "./cloud-azure";
import { brokenReplicas } from "./compute";
import { brokenEdges } from "./edge";
import { brokenImages } from "./images";
import { brokenKeys } from "./keys";
import { brokenNetworks } from "./network";
import { brokenPlaces } from "./place";
import { brokenGcpAndAzure } from "./platform";
import { brokenClusters } from "./platform-kubernetes";
import { brokenPostgres } from "./postgres";
import { onCluster } from "./row";
import { brokenSecrets } from "./secrets";
import { brokenInMoreThanOneWay } from "./several";
import { brokenSizes } from "./sizes";

const tables = {
  keys: brokenKeys,
  place: brokenPlaces,
  images: brokenImages,
  network: brokenNetworks,
  postgres: brokenPostgres,
  compute: brokenReplicas,
  edge: brokenEdges,
  sizes: brokenSizes,
  secrets: brokenSecrets,
  cluster: brokenClusters,
  "Google Cloud and Azure": brokenGcpAndAzure,
  "limits of one cloud": brokenForOneCloud,
  Azure: brokenOnAzure,
  "several problems": brokenInMoreThanOneWay,
};

const problemsOf = (config: Config) => problemsWith((raw) => parseConfig(raw, "isotopo", fixtureApplications), config);

for (const [theme, rows] of Object.entries(tables)) {
  describe(`broken configs: ${theme}`, () => {
    for (const { name, base, change, messages } of rows) {
      it(name, () => {
        const problems = problemsOf({ ...(base ?? validConfig()), ...change });
        assert.deepEqual(
          problems.problems.map(({ message }) => message),
          messages,
        );
        assert.equal(problems.message, messages.join("\n"));
        assert.doesNotMatch(problems.message, /hunter2|\bat .+:\d+:\d+|zod|undefined|\[object/i);
      });
    }
  });
}

describe("broken configs", () => {
  const all = Object.values(tables).flat();

  it("each has a name of its own and something to tell", () => {
    assert.equal(new Set(all.map(({ name }) => name)).size, all.length);
    for (const { name, messages } of all) assert.ok(messages.length > 0, name);
  });

  it("what they are made from has nothing wrong in it", () => {
    const bases = [validConfig(), onCluster, ...all.map(({ base }) => base ?? {})];
    for (const base of bases.filter((config) => Object.keys(config).length > 0)) {
      assert.equal(problemsOf(base).message, "");
    }
  });
});
