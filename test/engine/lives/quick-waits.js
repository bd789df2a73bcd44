// Runs before a program of these tests: what waits for a cloud waits a thousandth of the time, and the clouds of the tests are a
// thousand times as quick.

const promises = require("node:timers/promises");

const { setTimeout } = promises;
promises.setTimeout = (milliseconds, ...rest) => setTimeout(milliseconds / 1000, ...rest);
