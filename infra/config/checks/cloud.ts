import { refusals } from "../../../components/contract";
import { targets } from "../../../components/targets";
import { resolve } from "../../resolve";
import type { ConfigProblems } from "../parser/problems";
import type { StackConfig } from "../schema";
import { valueAt } from "../value-at";
import type { CheckInput } from "./check";

/** Fillers for required keys that already have a problem: no check here depends on them. */
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
 * Reports what the cloud would refuse of the topology, and options that it does not have. Each problem is reported once, at
 * the key that asks for the option, else at `cloud`.
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
  // All problems of an application are reported, but a key of the config that already has one gets no second.
  const news = targets[cloud].problems(topology).filter(({ key }) => key === "app" || !problems.concern(key));
  for (const { key, found, allowed } of news) problems.add(key, found, allowed);
  for (const { configKey, option, reason, message } of refusals(topology, targets[cloud])) {
    const found = configKey === undefined ? undefined : valueAt(whole, configKey.key.split("."));
    if (configKey === undefined || found === undefined) {
      problems.add("cloud", `is "${cloud}"`, `a cloud that has ${option}: ${message}`);
    } else if (!problems.has(configKey.key)) {
      problems.add(configKey.key, `is ${JSON.stringify(found)}`, `${configKey.allowed} on ${cloud}: ${reason}`);
    }
  }
}
