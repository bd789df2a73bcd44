// How a previewed program's preloads tell the preview something: a line of JSON each, through a pipe of their own.

const { writeSync } = require("node:fs");
const { isMainThread } = require("node:worker_threads");

const pipe = 4;

/**
 * Whether this is the program itself. Its threads and the processes that it forks run the same preloads, and have no such pipe.
 */
exports.isProgram = isMainThread && String(process.ppid) === process.env.ISOTOPO_PREVIEW;

/** Says it before it returns, also while the process ends. */
exports.tell = function tell(message) {
  let rest = Buffer.from(`${JSON.stringify(message)}\n`);
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(pipe, rest));
    } catch (error) {
      if (error.code === "EAGAIN") continue;
      // The preview is gone, and so will this process be (`lifeline.js`).
      return;
    }
  }
};
