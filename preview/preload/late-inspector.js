// Runs before a previewed program and before a policy pack. For the case that a function has to be serialized, the SDK opens an
// inspector session at its start, to learn the name of each script when it is parsed. As long as it is open, every promise takes a
// slower way, and every script is announced: up to a fifth of a program's time. Here the session is opened when it is first asked for;
// it is told of the scripts before, too.

const v8 = require("node:v8");
const { sdk, whereFits } = require("./fits");
const { onLoad } = require("./loads");

const hooks = v8Hooks();

onLoad({
  module: /[\\/]runtime[\\/]closure[\\/]v8Hooks\.js$/,
  fits: whereFits({
    ...{ ...sdk, preload: "late-inspector", what: "the inspector session" },
    forms: {
      "runtime/closure/v8Hooks.js": [
        /^(?:async )?function getSessionAsync\(\) \{$/m,
        /^(?:async )?function isInitializedAsync\(\) \{$/m,
        /^function getScriptUrl\(id\) \{$/m,
        // No export but these.
        /^(?![\s\S]*\nexports\.(?!(?:getSessionAsync|isInitializedAsync|getScriptUrl) = ))/,
      ],
    },
  }),
  take: () => hooks,
});

/** What `@pulumi/pulumi/runtime/closure/v8Hooks` exports. */
function v8Hooks() {
  const urls = new Map();
  let session;
  const open = () => {
    v8.setFlagsFromString("--allow-natives-syntax");
    const { Session } = require("node:inspector");
    const opened = new Session();
    opened.connect();
    opened.on("Debugger.scriptParsed", ({ params }) => urls.set(params.scriptId, params.url));
    return new Promise((resolve, reject) => {
      opened.post("Debugger.enable", (error) => (error ? reject(error) : resolve(opened)));
    });
  };
  return {
    isInitializedAsync: async () => {},
    getSessionAsync: () => (session ??= open()),
    getScriptUrl: (id) => urls.get(id),
  };
}
