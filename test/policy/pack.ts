import { readdirSync } from "node:fs";
import { join } from "node:path";
import * as grpc from "@grpc/grpc-js";
import { EngineService } from "@pulumi/pulumi/proto/engine_grpc_pb";
import type { Fixtures } from "../../policy/core/fixture";
import type { Rule } from "../../policy/core/rule";
import { PolicyServer } from "../../preview/engine/analyzer";
import { engineHandlers } from "../../preview/engine/engine-service";
import { channelOptions, listen } from "../../preview/engine/grpc";
import { projectDir } from "../support/project";

/** A rule with what shows that it works, by the file it is in. */
export interface RuleFile {
  /** `theme/name`. */
  path: string;
  rule: Rule;
  fixtures: Fixtures;
}

const folder = join(projectDir, "policy/rules");

/** Every rule file there is, whether it is in the pack or not. */
export function ruleFiles(): RuleFile[] {
  const themes = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const paths = themes.flatMap(({ name }) =>
    readdirSync(join(folder, name))
      .filter((file) => file.endsWith(".ts") && !file.endsWith(".fixtures.ts"))
      .map((file) => `${name}/${file.slice(0, -".ts".length)}`),
  );
  return paths.sort().map((path) => {
    const { rule }: { rule: Rule } = require(join(folder, path));
    const { fixtures }: { fixtures: Fixtures } = require(join(folder, `${path}.fixtures`));
    return { path, rule, fixtures };
  });
}

/** The pack in its own server, as it is published, beside an engine that it can log to. */
export async function startPack(stack: string): Promise<{ server: PolicyServer; stop(): void }> {
  const engine = new grpc.Server(channelOptions);
  engine.addService(
    EngineService,
    engineHandlers(() => {}),
  );
  const address = await listen(engine);
  const facts = { organization: "organization", project: "shop", stack, config: {} };
  const server = await PolicyServer.start(join(projectDir, "policy"), address, facts);
  return {
    server,
    stop: () => {
      server.stop();
      engine.forceShutdown();
    },
  };
}
