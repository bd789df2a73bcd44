import assert from "node:assert/strict";
import { asked, back, entries, failing, look, marked, previewed, set, updated } from "./calls";
import { before, begun, deployed, history, image, stack, update } from "./deployed";

describe("a deployment that is not well", () => {
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
});
