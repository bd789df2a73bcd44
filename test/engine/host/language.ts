import type { UntypedServiceImplementation } from "@grpc/grpc-js";
import * as pulumi from "@pulumi/pulumi";
import { GetRequiredPluginsResponse, type RunRequest, RunResponse } from "@pulumi/pulumi/proto/language_pb";
import { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import { disconnect, resetOptions } from "@pulumi/pulumi/runtime/settings";
import { unary } from "../../../preview/engine/grpc";

/**
 * A language host whose program is a function of this process: one run after the other. Pulumi's own for functions
 * (`automation/server`) allows for two at once, and for that every promise of the process is followed, which costs time.
 */
export function languageHandlers(program: () => Promise<Record<string, unknown>>): UntypedServiceImplementation {
  return {
    getRequiredPlugins: unary(() => new GetRequiredPluginsResponse()),
    getPluginInfo: unary(() => {
      const info = new PluginInfo();
      info.setVersion("1.0.0");
      return info;
    }),
    run: unary(async (request: RunRequest) => {
      const response = new RunResponse();
      try {
        await run(request, program);
      } catch (error) {
        response.setError(error instanceof Error ? (error.stack ?? error.message) : String(error));
      }
      return response;
    }),
  };
}

/** What nobody handled in the run of now. */
let unhandled: unknown[] = [];
let runs = 0;

/**
 * As the SDK's own runner does it. Where a command fails, Pulumi ends the process of its program; here such a run is left behind, and must
 * not close what the next one has opened.
 */
async function run(request: RunRequest, program: () => Promise<Record<string, unknown>>): Promise<void> {
  if (runs === 0) process.on("unhandledRejection", (error) => unhandled.push(error));
  runs += 1;
  const number = runs;
  unhandled = [];
  resetOptions(
    request.getProject(),
    request.getStack(),
    request.getParallel(),
    request.getArgsList()[0] ?? "",
    request.getMonitorAddress(),
    request.getDryrun(),
    request.getOrganization(),
  );
  pulumi.runtime.setAllConfig(Object.fromEntries(request.getConfigMap().toArray()), request.getConfigsecretkeysList());
  let isWell = false;
  try {
    await pulumi.runtime.runInPulumiStack(program);
    isWell = unhandled.length === 0;
  } finally {
    if (number === runs) await disconnect(isWell);
  }
  if (!isWell) throw unhandled[0];
}
