import assert from "node:assert/strict";
import type { Script } from "./fake-pulumi";
import { type Delivered, runWithPulumi } from "./run-with-pulumi";
import { Site } from "./site";

const stack = "mesio-kubernetes-dev";
const image = (letter: string) => `registry.example/mesio/web@sha256:${letter.repeat(64)}`;
const update = (images: Record<string, string>, result = "succeeded", kind = "update", message = "") => ({
  ...{ version: 1, kind, result, startTime: "", message, environment: {} },
  config: { "isotopo:images": { value: JSON.stringify(images), objectValue: images, secret: false } },
});
const before = { web: image("a"), api: image("b") };
const history = [
  update({ web: image("e"), api: image("e") }, "failed"),
  update({ web: image("f"), api: image("f") }, "succeeded", "destroy"),
  update(before),
];

function deployed(
  { script = {}, answers = [200], images = "" }: { script?: Script; answers?: number[]; images?: string },
  args = ["--stack", stack, "--patience", "2"],
): Promise<Delivered & { site: Site }> {
  return Site.during(answers, async (site) => {
    const answering = {
      "stack history": [{ prints: history }],
      "stack output": [{ prints: { url: site.url } }],
      ...script,
    };
    const env = { NOTIFY_WEBHOOK: `${site.url}/hook`, RUN_URL: "https://ci.example/1" };
    return { ...(await runWithPulumi("deploy", [...args, "--images", images], answering, env)), site };
  });
}

const up = `up --yes --non-interactive --policy-pack policy --stack ${stack}`;
const back = `up --yes --non-interactive --policy-pack policy --message Back to the images of the release before --stack ${stack}`;
const set = (key: string, value: string) => `config set --path isotopo:images.${key} ${value} --stack ${stack}`;
const ask = `stack output --json --stack ${stack}`;
const look = `stack history --json --page-size 50 --stack ${stack}`;

describe("a deployment", () => {
  it("updates, asks the readiness path until it is well three times, and tells", async () => {
    const { code, calls, site, stderr } = await deployed({ answers: [503, 200, 502, 200] });
    assert.equal(code, 0, stderr);
    assert.deepEqual(calls, [look, up, ask]);
    assert.equal(site.asked.length, 6);
    assert.deepEqual([...new Set(site.asked)], ["/api/health"]);
    assert.deepEqual(site.told, [`${stack} is deployed and well (https://ci.example/1)`]);
  });

  it("takes the images that it is given", async () => {
    const { code, calls } = await deployed({ images: JSON.stringify({ web: image("c") }) });
    assert.equal(code, 0);
    assert.deepEqual(calls, [look, set("web", image("c")), up, ask]);
  });

  it("takes a digest alone from the repository that the stack's file names", async () => {
    const digest = `sha256:${"c".repeat(64)}`;
    const { code, calls } = await deployed({ images: JSON.stringify({ web: digest }) });
    assert.equal(code, 0);
    assert.deepEqual(calls, [look, set("web", `registry.example/mesio/web@${digest}`), up, ask]);
  });

  it("brings the images back that ran before, where the new ones are not well", async () => {
    const { code, calls, site } = await deployed({
      images: JSON.stringify({ web: image("c") }),
      answers: [...Array(11).fill(500), 200],
    });
    assert.equal(code, 1);
    assert.deepEqual(calls, [
      ...[look, set("web", image("c")), up, ask],
      ...[set("web", image("a")), set("api", image("b")), back, ask],
    ]);
    assert.deepEqual(site.told, [
      `${stack} is not deployed: ${site.url}/api/health is not well: HTTP 500; the images of the release before run again, ` +
        "and are well (https://ci.example/1)",
    ]);
  });

  it("brings them back where the update fails half-way", async () => {
    const { code, calls, site } = await deployed({ script: { up: [{ code: 255 }, {}] } });
    assert.equal(code, 1);
    assert.deepEqual(calls, [look, up, set("web", image("a")), set("api", image("b")), back, ask]);
    assert.match(
      site.told.join(),
      /is not deployed: pulumi up ended with 255; the images of the release before run again/,
    );
  });

  it("calls for somebody where going back fails too", async () => {
    const { code, site } = await deployed({ script: { up: [{ code: 255 }] } });
    assert.equal(code, 1);
    assert.match(site.told.join(), /failed too: pulumi up ended with 255\. Somebody has to look at it now/);
  });

  it("goes back to what a deployment before could not go back to", async () => {
    const { code, calls } = await deployed({
      script: {
        ...{ up: [{ code: 255 }, {}] },
        "stack history": [
          {
            prints: [
              update({ web: image("d") }, "failed"),
              update(before, "failed", "update", "Back to the images of the release before"),
              update({ web: image("c"), api: image("c") }),
              update({ web: image("e"), api: image("e") }),
            ],
          },
        ],
      },
    });
    assert.equal(code, 1);
    assert.deepEqual(calls, [look, up, set("web", image("a")), set("api", image("b")), back, ask]);
  });

  it("has nothing to go back to the first time", async () => {
    const { code, calls, site } = await deployed({
      script: { "stack history": [{ prints: [] }], up: [{ code: 255 }] },
    });
    assert.equal(code, 1);
    assert.deepEqual(calls, [look, up]);
    assert.match(site.told.join(), /there was no release before to go back to/);
  });

  it("does not update once more where the images are the same as before", async () => {
    const { code, calls, site } = await deployed({
      images: JSON.stringify(before),
      script: { up: [{ code: 255 }], "stack history": [{ prints: [update(before)] }] },
    });
    assert.equal(code, 1);
    assert.deepEqual(calls, [look, set("web", image("a")), set("api", image("b")), up]);
    assert.match(site.told.join(), /its images ran before, so the change that did it is another: take that back/);
  });

  const mistakes: [what: string, options: Parameters<typeof deployed>[0], args: string[], message: string][] = [
    [
      "an image by its tag",
      { images: '{"web":"shop/web:1"}' },
      ["--stack", stack],
      "images.web: required: an image by its digest, not a placeholder's",
    ],
    [
      "a placeholder's digest",
      { images: JSON.stringify({ web: image("0") }) },
      ["--stack", stack],
      "images.web: required: an image by its digest, not a placeholder's",
    ],
    [
      "no JSON",
      { images: "web" },
      ["--stack", stack],
      'the images are no JSON; required: {"<key>": "<image>@sha256:<digest>"}, or the digest alone',
    ],
    [
      "a digest without a repository",
      { images: JSON.stringify({ wep: `sha256:${"c".repeat(64)}` }) },
      ["--stack", stack],
      'images.wep: the stack file has no "wep"',
    ],
    ["no stack", {}, [], "which stack? usage: deploy --stack <name> [--images <json>] [--patience <seconds>]"],
    ["no time", {}, ["--stack", stack, "--patience", "0"], '--patience is "0"; required: 1 to 9999 seconds'],
    [
      "an option that there is not",
      {},
      ["--stock", stack],
      "--stock is not known; allowed: --stack, --images, --patience; usage: deploy --stack <name> [--images <json>] [--patience <seconds>]",
    ],
  ];
  for (const [what, options, args, message] of mistakes) {
    it(`with ${what} is refused before anything is called`, async () => {
      const { code, calls, stderr } = await deployed(options, args);
      assert.equal(stderr, `deploy: ${message}\n`);
      assert.equal(code, 2);
      assert.deepEqual(calls, []);
    });
  }

  it("of a stack without a file says which there are", async () => {
    const { code, stderr, calls } = await deployed({}, ["--stack", "nothing"]);
    assert.equal(code, 2);
    assert.match(stderr, /^deploy: .*nothing/);
    assert.ok(!stderr.includes("    at "), stderr);
    assert.deepEqual(calls, []);
  });
});
