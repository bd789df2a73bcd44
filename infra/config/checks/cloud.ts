import { refusals } from "../../../components/contract";
import { targets } from "../../../components/targets";
import { resolve } from "../../resolve";
import type { ConfigProblems } from "../parser/problems";
import type { StackConfig } from "../schema";
import { valueAt } from "../value-at";
import type { CheckInput } from "./check";

/** What stands for required keys of which a problem is told already: nothing that is checked here depends on them. */
const absent = {
  region: "",
  images: {},
  notifications: { email: [] },
  rotate: {},
  registries: {},
  secretNames: [],
  run: 1,
  migrationRun: 1,
};

/**
 * What the cloud would refuse of the topology, and what it has not got. Each is blamed once on the key that asks for it;
 * where none does, on the cloud.
 */
export function checkCloud({ config, application }: CheckInput, problems: ConfigProblems): void {
  const { app, cloud, environment, domain } = config;
  if (application === undefined || app === undefined || cloud === undefined) return;
  if (environment === undefined || domain === undefined) return;
  const whole: StackConfig = {
    ...absent,
    ...config,
    app,
    cloud,
    environment,
    domain,
    overrides: problems.without(config.overrides ?? {}, "overrides"),
  };
  const topology = resolve(whole, application).value;
  // An application may be wrong in several ways; a key of the config of which a problem is told already is left.
  const news = targets[cloud].problems(topology).filter(({ key }) => key === "app" || !problems.concern(key));
  for (const { key, found, allowed } of news) problems.add(key, found, allowed);
  for (const { asked, option, reason, message } of refusals(topology, targets[cloud])) {
    const found = asked === undefined ? undefined : valueAt(whole, asked.key.split("."));
    if (asked === undefined || found === undefined) {
      problems.add("cloud", `is "${cloud}"`, `a cloud that has ${option}: ${message}`);
    } else if (!problems.has(asked.key)) {
      problems.add(asked.key, `is ${JSON.stringify(found)}`, `${asked.allowed} on ${cloud}: ${reason}`);
    }
  }
}
