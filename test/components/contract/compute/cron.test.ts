import assert from "node:assert/strict";
import { cronFields } from "../../../../components/contract";

const all = { minute: undefined, hour: undefined, dayOfMonth: undefined, month: undefined, dayOfWeek: undefined };

const schedules: [schedule: string, fields: Partial<Record<keyof typeof all, number[]>>][] = [
  ["* * * * *", {}],
  ["0 6 * * *", { minute: [0], hour: [6] }],
  ["*/20 * * * *", { minute: [0, 20, 40] }],
  ["5/20 * * * *", { minute: [5, 25, 45] }],
  ["10-30/10 * * * *", { minute: [10, 20, 30] }],
  ["30,0,30 * * * *", { minute: [0, 30] }],
  ["* * 1,31 dec *", { dayOfMonth: [1, 31], month: [12] }],
  ["* * * Jan-mar *", { month: [1, 2, 3] }],
  ["* * * * sun-tue", { dayOfWeek: [0, 1, 2] }],
  ["* * * * 5-6,0", { dayOfWeek: [0, 5, 6] }],
  ["  0\t6 * * * ", { minute: [0], hour: [6] }],
];

/** What is no cron, by the field it is in. */
const wrong: [part: string, field: string, takes: string][] = [
  ...["60", "-1", "", "a", "5-1", "*/0", "*/x", "1-2-3", "1/2/3", "H", "?", "1.5", "+1"].map(
    (part): [string, string, string] => [part, "minute", "0 to 59"],
  ),
  ["24", "hour", "0 to 23"],
  ["0", "day of month", "1 to 31"],
  ["L", "day of month", "1 to 31"],
  ["15W", "day of month", "1 to 31"],
  ["13", "month", "1 to 12"],
  ["foo", "month", "1 to 12"],
  ["7", "day of week", "0 to 6"],
  ["5-7", "day of week", "0 to 6"],
  ["fri-sun", "day of week", "0 to 6"],
  ["1#2", "day of week", "0 to 6"],
  ["5L", "day of week", "0 to 6"],
];
const names = ["minute", "hour", "day of month", "month", "day of week"];

describe("a schedule", () => {
  for (const [schedule, fields] of schedules) {
    it(`"${schedule}" is read`, () => assert.deepEqual(cronFields(schedule), { ...all, ...fields }));
  }

  for (const [part, field, takes] of wrong) {
    it(`"${part}" is no ${field}`, () => {
      // An empty part is one between commas.
      const text = part === "" ? "1,,2" : part;
      const schedule = names.map((name) => (name === field ? text : "*")).join(" ");
      assert.deepEqual(cronFields(schedule), {
        found: `schedule "${schedule}": "${part}" is no ${field}`,
        allowed: `numbers from ${takes}, ranges, steps and lists`,
      });
    });
  }

  for (const schedule of ["", "@daily", "0 6 * *", "0 0 6 * * *"]) {
    it(`"${schedule}" has not five fields`, () => {
      const count = schedule.split(" ").length;
      assert.deepEqual(cronFields(schedule), {
        found: `schedule "${schedule}" has ${count} fields`,
        allowed: "5 fields: minute, hour, day of month, month, day of week",
      });
    });
  }
});
