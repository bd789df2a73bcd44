import { createRequire } from "node:module";
import * as grpc from "@grpc/grpc-js";
import { LanguageRuntimeService } from "@pulumi/pulumi/proto/language_grpc_pb";
import { channelOptions, listen } from "../../../preview/engine/grpc";
import { SdkSources } from "../../../preview/engine/simulate/sdk-source";
import { projectDir } from "../../support/project";
import { builtTopology } from "../../support/variants/built-topology";
import { Accounts } from "../clouds/accounts";
import { cloudHandlers } from "../clouds/handlers";
import type { LifeStep } from "../lives/program/step";
import { foretell } from "./foretell";
import { languageHandlers } from "./language";
import type { HostAnswers, HostMessage, HostRequest } from "./messages";
import { portOf, serveProviders } from "./providers";
import { takeBack } from "./take-back";

// The SDK's runner sets stacks of errors up at its start, and a preload makes them cheap there.
createRequire(require.resolve("@pulumi/pulumi/cmd/run/index.js"))("source-map-support/register");

const sdks = new SdkSources(projectDir);
let accounts = new Accounts("");
let step: LifeStep | undefined;

/** The program of a life: builds the topology of the step that was taken last. */
async function program(): Promise<{ url: unknown }> {
  if (step === undefined) throw new Error("no step was taken");
  if (step.fix !== undefined) takeBack(step.fix);
  const { url } = await builtTopology(step.topology, step.secretValues).built();
  return { url };
}

async function answer(request: HostRequest): Promise<HostAnswers[HostRequest["ask"]]> {
  if (request.ask === "foretell") return foretell(request, sdks);
  switch (request.ask) {
    case "life":
      accounts = new Accounts(request.accounts);
      return null;
    case "step":
      step = request.step;
      return null;
    case "refusals":
      return accounts.newRefusals();
    case "left":
      return accounts.things().map(({ urn }) => urn);
    case "forget":
      for (const urn of request.urns) accounts.forget(urn);
      return null;
  }
}

async function main(): Promise<void> {
  const say = (message: HostMessage): void => void process.send?.(message);
  const language = new grpc.Server(channelOptions);
  language.addService(LanguageRuntimeService, languageHandlers(program));
  const ports = {
    language: portOf(await listen(language)),
    providers: await serveProviders((cloud) => cloudHandlers(cloud, { sdks, accounts: () => accounts })),
  };
  process.on("message", ({ of, request }: { of: number; request: HostRequest }) => {
    answer(request).then(
      (answered) => say({ answer: answered, of }),
      (error: unknown) => say({ error: error instanceof Error ? (error.stack ?? error.message) : String(error), of }),
    );
  });
  say({ ports });
}

process.on("disconnect", () => process.exit(0));
void main();
