import assert from "node:assert/strict";
import { scheduleExpression } from "../../../../components/aws/compute/schedule";

describe("aws schedule expression", () => {
  const translated: [cron: string, expression: string][] = [
    ["30 3 * * *", "cron(30 3 * * ? *)"],
    ["0 0 1 * *", "cron(0 0 1 * ? *)"],
    ["*/15 * * * *", "cron(0,15,30,45 * * * ? *)"],
    ["5/20 * * * *", "cron(5,25,45 * * * ? *)"],
    ["0 9-17/4 * * *", "cron(0 9,13,17 * * ? *)"],
    ["0 6 * * 0", "cron(0 6 ? * SUN *)"],
    ["0 6 * * 1-5", "cron(0 6 ? * MON,TUE,WED,THU,FRI *)"],
    ["0 6 * * mon,thu", "cron(0 6 ? * MON,THU *)"],
    ["0 6 * * 0,5-6", "cron(0 6 ? * SUN,FRI,SAT *)"],
    ["0 6 * * */2", "cron(0 6 ? * SUN,TUE,THU,SAT *)"],
    ["0 6 1,15 jan-mar *", "cron(0 6 1,15 1,2,3 ? *)"],
    ["  0   6  *  12  * ", "cron(0 6 * 12 ? *)"],
  ];
  for (const [cron, expression] of translated) {
    it(`"${cron}" is ${expression}`, () => assert.equal(scheduleExpression(cron), expression));
  }

  const refused: [cron: string, message: string][] = [
    ["0 6 * *", 'schedule "0 6 * *" has 4 fields; it takes 5 fields: minute, hour, day of month, month, day of week'],
    [
      "0 6 1 * 1",
      'schedule "0 6 1 * 1" sets day of month and day of week; EventBridge takes one of them: leave "*" in the other',
    ],
    ["60 6 * * *", 'schedule "60 6 * * *": "60" is no minute; it takes numbers from 0 to 59, ranges, steps and lists'],
    [
      "0 17-9 * * *",
      'schedule "0 17-9 * * *": "17-9" is no hour; it takes numbers from 0 to 23, ranges, steps and lists',
    ],
    [
      "*/0 6 * * *",
      'schedule "*/0 6 * * *": "*/0" is no minute; it takes numbers from 0 to 59, ranges, steps and lists',
    ],
    [
      "0 6 * foo *",
      'schedule "0 6 * foo *": "foo" is no month; it takes numbers from 1 to 12, ranges, steps and lists',
    ],
    [
      "1,,2 6 * * *",
      'schedule "1,,2 6 * * *": "" is no minute; it takes numbers from 0 to 59, ranges, steps and lists',
    ],
  ];
  for (const [cron, message] of refused) {
    it(`"${cron}" is refused`, () => assert.throws(() => scheduleExpression(cron), { message }));
  }
});
