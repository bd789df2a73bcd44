import assert from "node:assert/strict";
import { changeCounts } from "../../../../preview/compare/counts";
import { commentReport } from "../../../../preview/formats/markdown/comment";
import type { StackChange } from "../../../../preview/model/change";
import { readStackChanges } from "../../../../preview/sources/document";

const urn = (type: string, name: string) => `urn:pulumi:prod::shop::${type}::${name}`;
const database = "aws:rds/instance:Instance";
const root = "pulumi:pulumi:Stack";

interface Step {
  op: string;
  type?: string;
  name: string;
  old?: object;
  now?: object;
  /** The name that it has in the state, where that is another one. */
  oldName?: string;
  detailedDiff?: object;
  custom?: boolean;
  parent?: string;
}

function metadata({
  op,
  type = database,
  name,
  old,
  now,
  oldName = name,
  detailedDiff,
  custom = true,
  parent = "",
}: Step) {
  const state = (inputs: object | undefined, of: string) =>
    inputs === undefined ? null : { type, urn: urn(type, of), custom, parent, inputs };
  return {
    op,
    urn: urn(type, op === "delete-replaced" ? oldName : name),
    detailedDiff: detailedDiff ?? null,
    old: state(old, oldName),
    new: state(now, name),
  };
}
const pre = (step: Step) => ({ resourcePreEvent: { metadata: metadata(step) } });
const done = (step: Step) => ({ resOutputsEvent: { metadata: metadata(step) } });
const stack = (op: string): Step => ({ op, type: root, name: "shop-prod", custom: false, old: {}, now: {} });

function ofLog(events: readonly object[]): StackChange {
  const text = events.map((event, i) => JSON.stringify({ sequence: i, ...event })).join("\n");
  const [change] = readStackChanges(text, "events.log");
  assert.ok(change !== undefined);
  return change;
}

function ofDigest(steps: readonly Step[], changeSummary: object): StackChange {
  const written = steps.map((step) => {
    const { old, new: now, detailedDiff, ...rest } = metadata(step);
    return { ...rest, oldState: old ?? undefined, newState: now ?? undefined, detailedDiff };
  });
  const [change] = readStackChanges(JSON.stringify({ config: {}, steps: written, changeSummary }), "preview.json");
  assert.ok(change !== undefined);
  return change;
}

const told = ({ changes }: StackChange) =>
  changes.map(({ name, action, causes, dataLoss, renamedFrom }) =>
    [
      ...[name, action, ...causes],
      ...(dataLoss === undefined ? [] : [`loses ${dataLoss}`]),
      ...(renamedFrom === undefined ? [] : [`was ${renamedFrom.split("::").at(-1)}`]),
    ].join(" | "),
  );

const size = { old: { size: 1 }, now: { size: 2 } };
const same = { old: { size: 1 }, now: { size: 1 } };
const differs = { detailedDiff: { size: { diffKind: "update" } } };
const gone = "it is gone from the cloud";
const otherwise = "the cloud has it otherwise than the state";

describe("a resource that is imported where one was", () => {
  const imported: Step = { op: "import-replacement", name: "main", old: { size: 1 }, now: { size: 1 } };
  const rows: readonly [what: string, steps: readonly Step[], told: [string, string | undefined]][] = [
    ["that was only read stays: it is imported", [imported, { ...imported, op: "replace" }], ["import", undefined]],
    [
      "that was managed is replaced",
      [imported, { op: "delete-replaced", name: "main", old: { size: 1 } }],
      ["replace", "the database and its rows"],
    ],
  ];
  for (const [what, steps, told] of rows) {
    it(what, () => {
      const [main] = ofLog([stack("same"), ...steps].map(pre)).changes.filter(({ name }) => name === "main");
      assert.deepEqual([main?.action, main?.dataLoss], told);
    });
  }

  for (const external of [true, false]) {
    it(`is one step of a digest: ${external ? "only read" : "managed"}`, () => {
      const state = { type: database, custom: true, inputs: {} };
      const one = {
        op: "replace",
        urn: urn(database, "main"),
        oldState: { ...state, external },
        newState: { ...state, importID: "shop-db" },
      };
      const [change] = readStackChanges(JSON.stringify({ config: {}, steps: [one] }), "plan.json");
      assert.equal(change?.changes[0]?.action, external ? "import" : "replace");
    });
  }
});

describe("what Pulumi was asked to preview", () => {
  const logs: readonly (readonly [what: string, events: object[], told: string[]])[] = [
    [
      "`pulumi refresh`: what is gone or differs in the cloud, also where no provider says what differs",
      [
        ...[pre(stack("refresh")), done(stack("same"))],
        ...[pre({ op: "refresh", name: "a", ...same }), done({ op: "same", name: "a", ...same })],
        ...[pre({ op: "refresh", name: "b", ...same }), done({ op: "update", name: "b", ...size, ...differs })],
        ...[pre({ op: "refresh", name: "c", ...same }), done({ op: "update", name: "c", ...size })],
        ...[pre({ op: "refresh", name: "d", ...same }), done({ op: "delete", name: "d", old: { size: 1 } })],
      ],
      [
        "shop-prod | unchanged",
        "a | unchanged",
        `b | update | ${otherwise}`,
        `c | update | ${otherwise}`,
        `d | delete | ${gone}`,
      ],
    ],
    [
      "`pulumi preview --refresh`, where a refresh stays one: what the update does, or else what the cloud has",
      [
        ...[pre({ op: "refresh", name: "a", ...same }), done({ op: "refresh", name: "a", ...size, ...differs })],
        ...[pre({ op: "refresh", name: "b", ...same }), done({ op: "refresh", name: "b", ...size, ...differs })],
        ...[pre({ op: "refresh", name: "c", ...same }), done({ op: "refresh", name: "c", old: { size: 1 } })],
        ...[pre({ op: "refresh", name: "d", ...same }), done({ op: "refresh", name: "d", old: { size: 1 } })],
        ...[pre(stack("same")), pre({ op: "update", name: "a", ...size }), pre({ op: "same", name: "b", ...same })],
        pre({ op: "create", name: "c", now: { size: 1 } }),
      ],
      ["a | update", `b | update | ${otherwise}`, "c | create", `d | delete | ${gone}`, "shop-prod | unchanged"],
    ],
    [
      "`pulumi destroy`",
      [pre({ op: "delete", name: "a", old: {} }), pre({ ...stack("delete"), now: undefined })],
      [
        "a | delete | the stack is destroyed | loses the database and its rows",
        "shop-prod | delete | the stack is destroyed",
      ],
    ],
    [
      "`pulumi destroy --target`",
      [pre({ op: "delete", name: "a", old: {} })],
      ["a | delete | it is destroyed, as it was asked for | loses the database and its rows"],
    ],
    [
      "`pulumi destroy --run-program`, or an empty program",
      [pre(stack("same")), pre({ op: "delete", name: "a", old: {} })],
      ["shop-prod | unchanged", "a | delete | nothing in the stack is left | loses the database and its rows"],
    ],
    [
      "an update",
      [pre(stack("same")), pre({ op: "same", name: "b", ...same }), pre({ op: "delete", name: "a", old: {} })],
      [
        "shop-prod | unchanged",
        "b | unchanged",
        "a | delete | it is no longer in the program | loses the database and its rows",
      ],
    ],
    [
      "an update that renames, once with a replacement: it counts once, and its data is lost once",
      [
        pre(stack("same")),
        pre({ op: "same", name: "b", oldName: "old-b", ...same }),
        pre({ op: "create-replacement", name: "a", oldName: "old-a", ...size, ...differs }),
        pre({
          op: "replace",
          name: "a",
          oldName: "old-a",
          ...size,
          detailedDiff: { size: { diffKind: "update-replace" } },
        }),
        pre({ op: "delete-replaced", name: "a", oldName: "old-a", old: { size: 1 } }),
      ],
      [
        "shop-prod | unchanged",
        "b | unchanged | was old-b",
        "a | replace | size forces a replacement | loses the database and its rows | was old-a",
      ],
    ],
    [
      "an update of a component, which is told with what is in it",
      [
        pre(stack("same")),
        pre({ op: "update", name: "c", type: "shop:index:C", custom: false, ...size }),
        pre({ op: "update", name: "a", parent: urn("shop:index:C", "c"), ...size }),
      ],
      ["shop-prod | unchanged", "c | unchanged", "a | update"],
    ],
  ];
  for (const [what, events, expected] of logs) {
    it(`is seen in an event log: ${what}`, () => assert.deepEqual(told(ofLog(events)), expected));
  }

  it("has no difference in what stays the same, secrets among it", () => {
    const secret = { password: "[secret]" };
    const { changes } = ofLog([pre(stack("same")), pre({ op: "same", name: "a", old: secret, now: secret })]);
    assert.deepEqual(
      changes.flatMap(({ properties }) => properties),
      [],
    );
  });

  it("counts in a digest what it does not list", () => {
    const change = ofDigest([stack("same"), { op: "update", name: "a", ...size }], { same: 148, update: 1 });
    assert.deepEqual(change.unlisted, { unchanged: 147 });
    assert.equal(changeCounts(change).actions.unchanged, 148);
    assert.match(commentReport([change]), /\nStack `prod`, against the state of the stack, 148 resources unchanged\. /);
  });

  it("is no `No change` in a digest of a refresh that only counts what it found", () => {
    const steps = [stack("refresh"), { op: "refresh", name: "a", ...same }, { op: "refresh", name: "b", ...same }];
    const change = ofDigest(steps, { same: 2, update: 1 });
    const { update, unchanged } = changeCounts(change).actions;
    assert.deepEqual([update, unchanged], [1, 2]);
    assert.match(
      commentReport([change]),
      /^<!--.*-->\n## \S+ 1 resource changes of which the preview does not say which/,
    );
  });

  it("is the deletion in a digest of a refresh", () => {
    const steps = [stack("refresh"), { op: "delete", name: "a", old: {} }];
    assert.deepEqual(told(ofDigest(steps, { same: 1, delete: 1 })), ["shop-prod | unchanged", `a | delete | ${gone}`]);
  });
});
