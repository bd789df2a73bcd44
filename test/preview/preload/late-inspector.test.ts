import assert from "node:assert/strict";
import { preload, printedBy } from "./run-preloads";

/** What a script prints that starts with the SDK loaded, its hooks, and a count of the sessions that were opened. */
const print = (script: string) => printedBy(`${start} ${script}`, [preload("late-inspector.js")]);

const start = `
  const { Session } = require("node:inspector");
  const { connect } = Session.prototype;
  let sessions = 0;
  Session.prototype.connect = function () { sessions += 1; return connect.call(this); };
  const pulumi = require("@pulumi/pulumi");
  const hooks = require("node:module").createRequire(require.resolve("@pulumi/pulumi"))("./runtime/closure/v8Hooks");
  const say = (value) => console.log(JSON.stringify(value));`;

describe("the SDK's inspector session", () => {
  it("is not opened for a runner that only waits for it", async () => {
    assert.equal(await print("hooks.isInitializedAsync().then(() => say(sessions));"), 0);
  });

  it("is opened once when functions are serialized, and finds what they have captured", async () => {
    const script = `
      const withAnswer = (captured) => () => captured.answer;
      const functions = [{ answer: "forty-two" }, { answer: "seven" }].map(withAnswer);
      Promise.all(functions.map((one) => pulumi.runtime.serializeFunction(one))).then(([one, other]) => say([
        sessions, one.text.includes("forty-two"), other.text.includes("seven"),
      ]));`;
    assert.deepEqual(await print(script), [1, true, true]);
  });

  it("knows the scripts that were there before it", async () => {
    const script = `
      hooks.getSessionAsync().then((session) => {
        const ask = (method, params, then) => session.post(method, params, (_, answer) => then(answer));
        global.fromBefore = pulumi.all;
        ask("Runtime.evaluate", { expression: "global.fromBefore" }, ({ result }) => {
          ask("Runtime.getProperties", { objectId: result.objectId }, ({ internalProperties }) => {
            const { value } = internalProperties.find(({ name }) => name === "[[FunctionLocation]]");
            say(hooks.getScriptUrl(value.value.scriptId));
          });
        });
      });`;
    assert.match(String(await print(script)), /@pulumi\/pulumi\/output\.js$/);
  });
});
