// Runs before a previewed program and before a policy pack. Its pipe closes when the preview is gone, for whatever reason:
// killed, out of memory, terminal closed. Without it a program would run for ever, at full load, and call an engine that is
// gone.

const { Socket } = require("node:net");

const lifeline = new Socket({ fd: 3, readable: true, writable: false });
lifeline.on("error", () => {});
lifeline.once("close", () => process.kill(process.pid, "SIGKILL"));
lifeline.resume();
lifeline.unref();
