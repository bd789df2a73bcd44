import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/** How to judge a Helm chart's file that is no manifest yet; undefined for any other file. */
export function chartAdvice(file: string, text: string): string | undefined {
  if (!text.includes("{{")) return undefined;
  const chart = chartOf(file);
  return chart === undefined
    ? undefined
    : `is a Helm template; judge what it renders: helm template ${chart} | isotopo check -`;
}

/** Advice for a text that can't be read and looks like a template. */
export const templateAdvice =
  "; it looks like a template: judge what it renders, for example helm template CHART | isotopo check -";

/** The folder of the chart whose `templates` a file is in. */
function chartOf(file: string): string | undefined {
  const above = dirname(file);
  if (above === file || above === ".") return undefined;
  const isChart = /(^|[\\/])templates$/.test(above) && existsSync(join(dirname(above), "Chart.yaml"));
  return isChart ? dirname(above) : chartOf(above);
}
