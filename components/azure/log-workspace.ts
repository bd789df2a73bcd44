import * as monitor from "@pulumi/azure-native/monitor";
import * as operationalinsights from "@pulumi/azure-native/operationalinsights";
import type * as pulumi from "@pulumi/pulumi";
import { type ComponentContext, physicalName } from "../contract";
import { tags } from "./tags";

/** The kept logs, and their retention. */
export interface LogWorkspaceArgs {
  context: ComponentContext;
  resourceGroupName: pulumi.Input<string>;
  /** The content of the workspace, for its name: `compute`. */
  purpose: string;
  retentionDays: number;
  /** The resources whose logs they are by the name of the delivery, and the categories of their logs. */
  sources: Readonly<Record<string, pulumi.Input<string>>>;
  categories: readonly string[];
  /** Hooks that retry a delivery while its source is busy; none if a source never is. */
  hooks?: pulumi.ResourceHookBinding;
}

/** Longest name of a workspace (Azure naming rules, Microsoft.OperationalInsights/workspaces). */
const longestName = 63;

/** A workspace with a paid plan keeps logs 30 to 730 days (Azure Monitor, "Manage data retention in a Log Analytics workspace"). */
function workspaceRetention(days: number): number {
  return Math.min(Math.max(days, 30), 730);
}

/** A workspace of its own, as retention is the workspace's. */
function logWorkspace(
  name: string,
  { context, resourceGroupName, purpose, retentionDays }: Omit<LogWorkspaceArgs, "sources" | "categories" | "hooks">,
  parent: pulumi.Resource,
): operationalinsights.Workspace {
  return new operationalinsights.Workspace(
    name,
    {
      workspaceName: physicalName([context.name, purpose], longestName),
      resourceGroupName,
      location: context.region,
      sku: { name: operationalinsights.WorkspaceSkuNameEnum.PerGB2018 },
      retentionInDays: workspaceRetention(retentionDays),
      // No one writes with a shared key: Azure's own services deliver.
      features: { disableLocalAuth: true },
      tags: tags(context, name),
    },
    { parent },
  );
}

/** Delivers the logs of some resources of a kind to a workspace of their own. */
export function keptLogs(name: string, args: LogWorkspaceArgs, parent: pulumi.Resource): void {
  const workspace = logWorkspace(name, args, parent);
  for (const [delivery, resourceUri] of Object.entries(args.sources)) {
    new monitor.DiagnosticSetting(
      `${name}-${delivery}`,
      {
        name: "logs",
        resourceUri,
        workspaceId: workspace.id,
        logs: args.categories.map((category) => ({ category, enabled: true })),
      },
      { parent, hooks: args.hooks },
    );
  }
}
