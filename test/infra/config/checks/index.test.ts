import assert from "node:assert/strict";
import { parseConfig } from "../../../infra/config/parse";
import { fixtureApplications } from "../../support/fixture/applications";
import { type Config, problemsWith, validConfig } from "../support/configs";
import { brokenOnAzure } from "./broken/azure";
import { brokenForOneCloud } from "./broken/cloud-limits";
import { brokenClusters } from "./broken/cluster";
import { brokenGcpAndAzure } from "./broken/gcp-and-azure";
import { brokenImages } from "./broken/images";
import { brokenKeys } from "./broken/keys";
import { brokenNetworks } from "./broken/network";
import { brokenPlaces } from "./broken/place";
import { onCluster } from "./broken/row";
import { brokenSecrets } from "./broken/secrets";
import { brokenInMoreThanOneWay } from "./broken/several";
import { brokenSizes } from "./broken/sizes";

const tables = {
  keys: brokenKeys,
  place: brokenPlaces,
  images: brokenImages,
  network: brokenNetworks,
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
