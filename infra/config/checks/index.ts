import { type Application, placeOf } from "../../apps/application";
import { environments } from "../../environments";
import { mergedSettings } from "../../resolve/settings";
import type { ConfigProblems } from "../parser/problems";
import type { StackConfig } from "../schema";
import type { Check } from "./check";
import { checkCloud } from "./cloud";
import { checkProbes, checkReplicas } from "./compute";
import { checkEdge, checkRoutes, checkZone } from "./edge";
import { checkImages } from "./images";
import { checkNames } from "./names";
import { checkEgress, checkNetwork } from "./network";
import { checkPlace, checkPlatform } from "./platform";
import { checkPostgres, checkWindows } from "./postgres";
import { checkReferences } from "./references";
import { checkRegion } from "./region";
import { checkSchedules } from "./schedules";
import { checkRotation, checkSecrets } from "./secrets";

/** Checks across keys. A check runs only if the keys it reads are valid. Adds its problems to those already reported. */
export function checkConfig(
  config: Partial<StackConfig>,
  application: Application | undefined,
  raw: Readonly<Record<string, string>>,
  problems: ConfigProblems,
): void {
  const { environment, domain, overrides = {} } = config;
  const settings =
    environment === undefined ? undefined : mergedSettings(environments[environment], overrides).settings;
  const facts =
    environment === undefined || domain === undefined
      ? undefined
      : application?.describe(placeOf({ environment, domain, mailHost: config.mailHost }));
  for (const check of checks) check({ config, raw, application, facts, settings }, problems);
}

const checks: readonly Check[] = [
  checkNames,
  checkRegion,
  checkImages,
  checkNetwork,
  checkPostgres,
  checkReplicas,
  checkSecrets,
  checkRotation,
  checkPlatform,
  checkPlace,
  checkZone,
  checkEdge,
  checkProbes,
  checkEgress,
  checkReferences,
  checkSchedules,
  checkRoutes,
  checkWindows,
  checkCloud,
];
