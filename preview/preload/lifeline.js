// Runs before a previewed program and before a policy pack. Its pipe closes when the preview is gone, for whatever reason:
// killed, out of memory, terminal closed. Without it a program would run for ever, at full load, and call an engine that is
// gone. What the program forks runs the same preloads, without that pipe.

const { Socket } = require("node:net");

if (String(process.ppid) === process.env.ISOTOPO_PREVIEW) {
  const lifeline = new Socket({ fd: 3, readable: true, writable: false });
  lifeline.on("error", () => {});
  lifeline.once("close", () => process.kill(process.pid, "SIGKILL"));
  lifeline.resume();
  lifeline.unref();
}
