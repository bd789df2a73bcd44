import type { IssueHost } from "../preview/hosts/host";

const label = "drift";

/** Name of a stack's report, which is in the hidden first line of it: that is how its issue is found again. */
export function markerName(stack: string): string {
  return `drift-${stack}`;
}

/** Keeps one open issue for a stack that differs from its program: made, brought up to date, or closed where it no longer does. */
export async function keepIssue(
  host: IssueHost,
  stack: string,
  report: string | undefined,
): Promise<"opened" | "updated" | "closed" | "nothing"> {
  const open = await host.find(`<!-- isotopo:preview:${markerName(stack)} -->`, label);
  if (report === undefined) {
    if (open === undefined) return "nothing";
    await host.close(open.number);
    return "closed";
  }
  if (open === undefined) {
    await host.create({ title: `Drift: ${stack}`, body: report, label });
    return "opened";
  }
  await host.update(open.number, report);
  return "updated";
}
