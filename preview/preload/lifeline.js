// Runs before a previewed program and before a policy pack. Its pipe closes when the preview is gone, however that came:
// killed, out of memory, its terminal closed. Without it a program would go on for ever, at full load, calling an engine
// that nobody runs.

const { Socket } = require("node:net");

const lifeline = new Socket({ fd: 3, readable: true, writable: false });
lifeline.on("error", () => {});
lifeline.once("close", () => process.kill(process.pid, "SIGKILL"));
lifeline.resume();
lifeline.unref();
