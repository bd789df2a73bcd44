import assert from "node:assert/strict";
import { before, begun, deployed, history, image, stack, update } from "./deployed";

/** What the API asks of an update when it is through. */
const asked = [
  `stack output --json --stack ${stack} --non-interactive`,
  `stack output --json --show-secrets --stack ${stack} --non-interactive`,
  `stack history --json --page-size 1 --page 1 --stack ${stack} --non-interactive`,
];
const how = "--policy-pack policy --exec-kind auto.local";
const message = (words: string) => `--message ${words}, deployment <id>, https://ci.example/1 ${how}`;
const calling = (words: string) => [
  `preview ${message(words)} --stack ${stack} --non-interactive`,
  `up --yes --skip-preview ${message(words)} --stack ${stack} --non-interactive`,
];
const entries = `stack history --json --page-size 50 --page 1 --stack ${stack} --non-interactive`;
const [previewed = "", updated = ""] = calling("Images of a release");
const back = calling("Back to the images of the release before");
/** A release was found well. */
const marked = `stack tag set isotopo:well <id> --stack ${stack} --non-interactive`;
const up = [previewed, updated, ...asked, marked];
const failing = [previewed, updated, entries];
const set = (key: string, value: string) =>
  `config set --path isotopo:images.${key} --stack ${stack} --plaintext --non-interactive -- ${value}`;
const look = [
  `stack select --stack ${stack} --non-interactive`,
  `stack tag ls --json --stack ${stack} --non-interactive`,
  entries,
];

describe("a deployment", () => {
  it("updates, asks the readiness path until it is well three times, and tells", async () => {
    const { code, calls, site, stderr } = await deployed({ answers: [503, 200, 502, 200] });
    assert.equal(code, 0, stderr);
    assert.deepEqual(calls, [...look, ...up]);
    assert.equal(site.asked.length, 6);
    assert.deepEqual([...new Set(site.asked)], ["/health/ready"]);
    assert.deepEqual(site.told, [`${stack} is deployed and well (https://ci.example/1)`]);
  });

  it("takes the images that it is given", async () => {
    const { code, calls } = await deployed({ images: JSON.stringify({ app: image("c") }) });
    assert.equal(code, 0);
    assert.deepEqual(calls, [...look, set("app", image("c")), ...up]);
  });

  it("takes a digest alone from the repository that the stack's file names", async () => {
    const digest = `sha256:${"c".repeat(64)}`;
    const { code, calls } = await deployed({ images: JSON.stringify({ app: digest }) });
    assert.equal(code, 0);
    assert.deepEqual(calls, [...look, set("app", `registry.example/fixture/app@${digest}`), ...up]);
  });

  it("brings the images back that ran before, where the new ones are not well", async () => {
    const { code, calls, site } = await deployed({
      images: JSON.stringify({ app: image("c") }),
      answers: [...Array(11).fill(500), 200],
    });
    assert.equal(code, 1);
    assert.deepEqual(calls, [
      ...[...look, set("app", image("c")), previewed, updated, ...asked],
      ...[set("app", image("a")), set("api", image("b")), ...back, ...asked, marked],
    ]);
    assert.deepEqual(site.told, [
      `${stack} is not deployed: ${site.url}/health/ready is not well: HTTP 500; the images of the release before run again, ` +
        "and are well (https://ci.example/1)",
    ]);
  });

  it("brings them back where the update fails half-way", async () => {
    const { code, calls, site } = await deployed({ script: { up: [{ code: 255 }, {}] } });
    assert.equal(code, 1);
    assert.deepEqual(calls, [
      ...[...look, ...failing],
      ...[set("app", image("a")), set("api", image("b")), ...back, ...asked, marked],
    ]);
    assert.match(
      site.told.join(),
      /is not deployed: pulumi up ended with 255; the images of the release before run again/,
    );
  });

  it("takes nothing back where the preview is refused, by a policy for one", async () => {
    const { code, calls, site } = await deployed({
      script: { preview: [{ code: 255 }], "stack history": [{ prints: history }] },
    });
    assert.equal(code, 1);
    assert.deepEqual(calls, [...look, previewed, entries]);
    assert.match(
      site.told.join(),
      /is not deployed: pulumi preview ended with 255; its update never began, so there is nothing to take back/,
    );
  });

  it("takes nothing back where the lock refuses it, though another update ended meanwhile", async () => {
    const another = update(
      { app: image("c"), api: image("c") },
      "succeeded",
      "update",
      "Images of a release, deployment f00",
    );
    const { code, calls, site } = await deployed({
      script: { up: [{ code: 255 }], "stack history": [{ prints: history }, { prints: [another, ...history] }] },
    });
    assert.equal(code, 1);
    assert.deepEqual(calls, [...look, ...failing]);
    assert.match(site.told.join(), /pulumi up ended with 255; its update never began/);
  });

  it("takes nothing back where the history can't be read: a person has to look", async () => {
    const { code, calls, site } = await deployed({
      script: { up: [{ code: 255 }], "stack history": [{ prints: history }, { code: 255 }] },
    });
    assert.equal(code, 1);
    assert.deepEqual(calls, [...look, ...failing]);
    assert.match(
      site.told.join(),
      /whether its update began is not known, so nothing is taken back\. Somebody has to look/,
    );
  });

  it("goes back where Pulumi was killed, which had no time to write into the history", async () => {
    const { code, site } = await deployed({
      script: { up: [{ code: -9 }, {}], "stack history": [{ prints: history }] },
    });
    assert.equal(code, 1);
    assert.match(site.told.join(), /pulumi up ended with SIGKILL; the images of the release before run again/);
  });

  it("is well where that can't be recorded, and says what follows", async () => {
    const { code, site } = await deployed({ script: { "stack tag set": [{ code: 255 }] } });
    assert.equal(code, 0);
    assert.match(
      site.told.join(),
      /is deployed and well; that could not be recorded \(pulumi stack ended with 255\), so the next deployment would go back/,
    );
  });

  it("goes back to the release that was found well, whatever went through since", async () => {
    const entry = (letter: string, id: string) =>
      update(
        { app: image(letter), api: image(letter) },
        "succeeded",
        "update",
        `Images of a release, deployment ${id}`,
      );
    const [unwell, known] = [entry("d", "dddddddddddd"), entry("c", "cccccccccccc")];
    const { code, calls } = await deployed({
      script: {
        up: [{ code: 255 }, {}],
        "stack tag ls": [{ prints: { "isotopo:well": "cccccccccccc" } }],
        "stack history": [
          // More than a page of it.
          { prints: [unwell, ...Array(49).fill(update({}, "succeeded", "refresh"))] },
          { prints: [known] },
          { prints: [begun(), unwell] },
        ],
      },
    });
    assert.equal(code, 1);
    assert.deepEqual(calls, [
      ...[...look, entries.replace("--page 1", "--page 2"), ...failing],
      ...[set("app", image("c")), set("api", image("c")), ...back, ...asked, marked],
    ]);
  });

  it("goes back to those of the images whose keys the stack's file still has", async () => {
    const old = update({ app: image("c"), gone: image("c") });
    const { code, calls } = await deployed({
      script: { up: [{ code: 255 }, {}], "stack history": [{ prints: [old] }, { prints: [begun(), old] }] },
    });
    assert.equal(code, 1);
    assert.deepEqual(calls, [...look, ...failing, set("app", image("c")), ...back, ...asked, marked]);
  });

  it("calls for somebody where going back fails too", async () => {
    const { code, site } = await deployed({ script: { up: [{ code: 255 }] } });
    assert.equal(code, 1);
    assert.match(site.told.join(), /failed too: pulumi up ended with 255\. Somebody has to look at it now/);
  });

  it("goes back to what a deployment before could not go back to", async () => {
    const { code, calls } = await deployed({
      script: {
        up: [{ code: 255 }, {}],
        "stack history": [
          {
            prints: [
              begun(),
              update({ app: image("d") }, "failed"),
              update(before, "failed", "update", "Back to the images of the release before"),
              update({ app: image("c"), api: image("c") }),
              update({ app: image("e"), api: image("e") }),
            ],
          },
        ],
      },
    });
    assert.equal(code, 1);
    assert.deepEqual(calls, [
      ...[...look, ...failing],
      ...[set("app", image("a")), set("api", image("b")), ...back, ...asked, marked],
    ]);
  });

  it("has nothing to go back to the first time", async () => {
    const { code, calls, site } = await deployed({
      script: { "stack history": [{ prints: [] }, { prints: [begun()] }], up: [{ code: 255 }] },
    });
    assert.equal(code, 1);
    assert.deepEqual(calls, [...look, ...failing]);
    assert.match(site.told.join(), /there was no release before to go back to/);
  });

  it("does not update once more where the images are the same as before", async () => {
    const { code, calls, site } = await deployed({
      images: JSON.stringify(before),
      script: {
        up: [{ code: 255 }],
        "stack history": [{ prints: [update(before)] }, { prints: [begun(), update(before)] }],
      },
    });
    assert.equal(code, 1);
    assert.deepEqual(calls, [...look, set("app", image("a")), set("api", image("b")), ...failing]);
    assert.match(site.told.join(), /its images ran before, so the change that did it is another: take that back/);
  });

  it("shows what Pulumi prints and complains of, and none of a command's arguments", async () => {
    const script = {
      up: [{ prints: "+ app created", says: "warning: slow", code: 255 }, {}],
      "stack output": [{ says: "error: no passphrase", code: 255 }],
    };
    const { stdout, stderr } = await deployed({ script, images: JSON.stringify({ app: image("c") }) });
    assert.match(stdout, /^\+ app created$/m);
    assert.equal(stderr.match(/warning: slow/g)?.length, 1);
    assert.equal(stderr.match(/error: no passphrase/g)?.length, 1);
    assert.ok(!`${stdout}${stderr}`.includes("--skip-preview"), stderr);
  });

  for (const [what, outputs, found] of [
    ["is a secret", ["[secret]", "https://c4n4ry.example"], "a secret"],
    ["is no text", [7, 7], "no text"],
    ["is missing", [undefined, undefined], "missing"],
  ] as const) {
    it(`is not well where the address ${what}, which is not told`, async () => {
      const [masked, plain] = outputs.map((url) => ({ prints: { url } }));
      const { code, site, stdout, stderr } = await deployed({
        script: {
          "stack history": [{ prints: [] }, { prints: [begun("succeeded")] }],
          "stack output --json --stack": [masked ?? {}],
          "stack output": [plain ?? {}],
        },
      });
      assert.equal(code, 1);
      const words = `the output "url" of ${stack} is ${found}; required: the address, in plain text`;
      assert.ok(site.told.join().includes(`is not deployed: ${words}; there was no release before`), site.told.join());
      assert.ok(!`${stdout}${stderr}${site.told.join()}`.includes("c4n4ry"));
    });
  }

  for (const [signal, code] of [
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const) {
    it(`that is cancelled by ${signal} lets Pulumi stop, and does no more`, async () => {
      const { calls, site, ...end } = await deployed(
        { script: { up: [{ waits: true, code: 255 }] } },
        [...["--stack", stack]],
        { at: /^waits$/m, signal },
      );
      assert.equal(end.code, code, end.stderr);
      assert.deepEqual(calls, [...look, previewed, updated, "waits", "SIGINT"]);
      assert.deepEqual(site.asked, []);
      assert.deepEqual(site.told, [
        `${stack}: the job is cancelled while Pulumi changes it; Pulumi finishes what it has begun. Where the runner kills it before, ` +
          "the stack stays locked: see that nothing changes it any more, then " +
          `\`pulumi cancel --stack ${stack}\` (https://ci.example/1)`,
        `${stack}: Pulumi has stopped in the middle and gave its lock back; nothing was tested or taken back: deploy again ` +
          "(https://ci.example/1)",
      ]);
    });
  }
});
