import assert from "node:assert/strict";
import { before, deployed, image, stack, update } from "./deployed";

/** What the API asks of an update when it is through. */
const asked = [
  `stack output --json --stack ${stack} --non-interactive`,
  `stack output --json --show-secrets --stack ${stack} --non-interactive`,
  `stack history --json --page-size 1 --page 1 --stack ${stack} --non-interactive`,
];
const how = "--policy-pack policy --exec-kind auto.local";
const message = "--message Back to the images of the release before";
const previewed = `preview ${how} --stack ${stack} --non-interactive`;
const updated = `up --yes --skip-preview ${how} --stack ${stack} --non-interactive`;
const up = [previewed, updated, ...asked];
const back = [previewed, updated].map((call) => call.replace("--policy-pack", `${message} --policy-pack`));
const set = (key: string, value: string) =>
  `config set --path isotopo:images.${key} --stack ${stack} --plaintext --non-interactive -- ${value}`;
const look = [
  `stack select --stack ${stack} --non-interactive`,
  `stack history --json --page-size 50 --page 1 --stack ${stack} --non-interactive`,
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
      ...[...look, set("app", image("c")), ...up],
      ...[set("app", image("a")), set("api", image("b")), ...back, ...asked],
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
      ...[...look, previewed, updated],
      ...[set("app", image("a")), set("api", image("b")), ...back, ...asked],
    ]);
    assert.match(
      site.told.join(),
      /is not deployed: pulumi up ended with 255; the images of the release before run again/,
    );
  });

  it("brings them back where the preview is refused, by a policy for one", async () => {
    const { code, calls, site } = await deployed({ script: { preview: [{ code: 255 }, {}] } });
    assert.equal(code, 1);
    assert.deepEqual(calls, [
      ...[...look, previewed],
      ...[set("app", image("a")), set("api", image("b")), ...back, ...asked],
    ]);
    assert.match(site.told.join(), /is not deployed: pulumi preview ended with 255; the images of the release before/);
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
      ...[...look, previewed, updated],
      ...[set("app", image("a")), set("api", image("b")), ...back, ...asked],
    ]);
  });

  it("has nothing to go back to the first time", async () => {
    const { code, calls, site } = await deployed({
      script: { "stack history": [{ prints: [] }], up: [{ code: 255 }] },
    });
    assert.equal(code, 1);
    assert.deepEqual(calls, [...look, previewed, updated]);
    assert.match(site.told.join(), /there was no release before to go back to/);
  });

  it("does not update once more where the images are the same as before", async () => {
    const { code, calls, site } = await deployed({
      images: JSON.stringify(before),
      script: { up: [{ code: 255 }], "stack history": [{ prints: [update(before)] }] },
    });
    assert.equal(code, 1);
    assert.deepEqual(calls, [...look, set("app", image("a")), set("api", image("b")), previewed, updated]);
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
          "stack history": [{ prints: [] }],
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
      assert.deepEqual([site.asked, site.told], [[], []]);
    });
  }
});
