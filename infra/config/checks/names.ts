import { longestAppName } from "../../../components/contract";
import type { ConfigProblems } from "../parser/problems";
import type { CheckInput } from "./check";

/** The application's name begins every name in the cloud, and can't be cut in the namespace of a cluster. */
export function checkNames({ application }: CheckInput, problems: ConfigProblems): void {
  if (application === undefined || application.name.length <= longestAppName) return;
  const { name } = application;
  problems.add(
    "app",
    `is "${name}", of ${name.length} characters`,
    `at most ${longestAppName}: every name begins with it`,
  );
}
