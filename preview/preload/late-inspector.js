// Runs before a previewed program and before a policy pack. For the case that a function has to be serialized, the SDK
// opens an inspector session at its start, to learn the name of each script when it is parsed. As long as it is open, every
// promise takes a slower way, and every script is announced: up to a fifth of a program's time. Here the session is opened when
// it is first asked for; whoever listens before the debugger is enabled is told of the scripts before, too.

const Module = require("node:module");
const v8 = require("node:v8");

const load = Module._load;
const hooks = v8Hooks();

Module._load = function loadWithoutInspector(request, parent, ...rest) {
  const isHooks = /(^|\/)v8Hooks$/.test(request) && /@pulumi[\\/]pulumi[\\/]/.test(parent?.filename ?? "");
  return isHooks ? hooks : load.call(this, request, parent, ...rest);
};

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
