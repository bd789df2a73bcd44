import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/** What a file of a Helm chart that is no manifest yet is to be judged by; undefined where it is none. */
export function chartAdvice(file: string, text: string): string | undefined {
  if (!text.includes("{{")) return undefined;
  const chart = chartOf(file);
  return chart === undefined
    ? undefined
    : `is a Helm template; judge what it renders: helm template ${chart} | isotopo check -`;
}

/** What a text that can't be read is for, where it looks like a template. */
export const templateAdvice =
  "; it looks like a template: judge what it renders, for example helm template CHART | isotopo check -";

/** The folder of the chart whose `templates` a file is in. */
function chartOf(file: string): string | undefined {
  const above = dirname(file);
  if (above === file || above === ".") return undefined;
  const isChart = /(^|[\\/])templates$/.test(above) && existsSync(join(dirname(above), "Chart.yaml"));
  return isChart ? dirname(above) : chartOf(above);
}
