// Runs before a previewed program. A program that ends itself with success while its resources are being registered looks
// like one that is done: a preview would leave out the missing resources, and an update would delete them. Here such an end
// is a failure, and the calling line is reported, as is that of an end with failure. A program that is done ends by itself, and never comes here.

const { callSites, isOfPreload, isOwn, place } = require("./frames");
const { isProgram, tell } = require("./tell");

if (isProgram) {
  const { exit, reallyExit } = process;
  // The SDK may turn the code into a failure of its own, in words that say nothing of this.
  process.exit = function exitWithWords(code) {
    if (Number(code ?? process.exitCode ?? 0) === 0) tell({ endedItself: caller() });
    else {
      // The SDK ends a program that failed, too.
      const site = callers().find(isOwn);
      if (site !== undefined) tell({ failedItself: place(site) });
    }
    return exit.call(process, code);
  };
  process.reallyExit = function endWithWords(code) {
    if (code !== 0 && code !== undefined) return reallyExit.call(process, code);
    tell({ endedItself: caller() });
    return reallyExit.call(process, 1);
  };
}

/** The line that asked for the end: the program's own, or else the first of a package. */
function caller() {
  const sites = callers();
  const site = sites.find(isOwn) ?? sites[0];
  return site === undefined ? "" : place(site);
}

function callers() {
  return callSites().filter((site) => !isOfPreload(site) && !/^node:/.test(site.getFileName() ?? "node:"));
}
