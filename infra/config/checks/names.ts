import { longestAppName } from "../../../components/contract";
import type { ConfigProblems } from "../parser/problems";
import type { CheckInput } from "./check";

/** The application's name is the start of every name in the cloud, and a cluster's namespace can't shorten it. */
export function checkNames({ application }: CheckInput, problems: ConfigProblems): void {
  if (application === undefined || application.name.length <= longestAppName) return;
  const { name } = application;
  problems.add(
    "app",
    `is "${name}", of ${name.length} characters`,
    `at most ${longestAppName}: every name begins with it`,
  );
}
