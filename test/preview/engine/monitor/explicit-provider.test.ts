import assert from "node:assert/strict";
import { providerInputs } from "../../../../preview/engine/monitor/explicit-provider";
import { secret, type WireObject } from "../../../../preview/model/wire";

const none = { version: "", url: "", envVarMappings: {} };
const rows: readonly { what: string; given?: WireObject; plugin?: Partial<typeof none>; expected: WireObject }[] = [
  { what: "nothing is said of its plugin", given: { region: "a" }, expected: { region: "a" } },
  { what: "a version", plugin: { version: "1.2.3" }, expected: { version: "1.2.3", __internal: {} } },
  { what: "an address", plugin: { url: "https://x" }, expected: { __internal: { pluginDownloadURL: "https://x" } } },
  {
    what: "variables",
    plugin: { envVarMappings: { A: "B" } },
    expected: { __internal: { envVarMappings: { A: "B" } } },
  },
  { what: "a secret", given: { token: secret("word") }, expected: { token: secret("word") } },
  {
    what: "a secret within a list, which hides it whole",
    given: { list: ["open", secret("word")] },
    expected: { list: secret(["open", "word"]) },
  },
];

describe("inputs of an explicit provider", () => {
  for (const { what, given = {}, plugin = {}, expected } of rows) {
    it(what, () => assert.deepEqual(providerInputs(given, Object.assign({}, none, plugin)), expected));
  }
});
