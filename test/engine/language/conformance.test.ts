import assert from "node:assert/strict";
import type { Wire } from "../../../preview/model/wire";
import { conformance } from "../../fixtures/programs/language/programs";
import { suiteEngine } from "../support/engine-bin";
import { count } from "../support/tally";
import { offlinePlan, withStack } from "./both";
import { offlineWhole, realWhole, stackOutputs, type Whole } from "./whole";

/** What an engine says of all programs in one stack. */
interface Seen {
  resources: ReadonlyMap<string, Whole>;
  outputs: Readonly<Record<string, Wire>>;
}

const ids = Object.keys(conformance);

describe("programs of Pulumi's conformance suite, on both engines", () => {
  it("are at least 100", () => assert.ok(ids.length >= 100, `${ids.length}`));

  const bin = suiteEngine();
  if (bin === undefined) return;

  let both: Promise<{ real: Seen; offline: Seen }>;
  before(() => {
    both = Promise.all([realOf(bin), offlineOf()]).then(([real, offline]) => ({ real, offline }));
    both.catch(() => {});
  });

  for (const id of ids) {
    it(id, async () => {
      const { real, offline } = await both;
      count({ programs: 1 });
      assert.deepEqual(partOf(offline, id), partOf(real, id));
    });
  }

  it("make no resource that is of none", async () => {
    const { real, offline } = await both;
    const names = [...real.resources.keys(), ...offline.resources.keys()].map(nameIn);
    assert.deepEqual(
      names.filter((name) => !ids.some((id) => name.startsWith(`${id}--`))),
      [],
    );
  });
});

function partOf({ resources, outputs }: Seen, id: string) {
  const own = [...resources].filter(([urn]) => nameIn(urn).startsWith(`${id}--`));
  return { outputs: outputs[id], resources: Object.fromEntries(own.sort(([a], [b]) => (a < b ? -1 : 1))) };
}

function nameIn(urn: string): string {
  return urn.split("::").slice(3).join("::");
}

function realOf(bin: string): Promise<Seen> {
  return withStack(bin, ids, async (stack) => {
    const { stdout, errors } = await stack.preview("--json");
    assert.deepEqual([...errors], []);
    const outputs = stackOutputs(stack.file("1-preview.log"));
    return { resources: realWhole(stdout), outputs };
  });
}

async function offlineOf(): Promise<Seen> {
  const { resources, stackOutputs: outputs } = await offlinePlan(ids, false, true);
  return { resources: offlineWhole(resources), outputs };
}
