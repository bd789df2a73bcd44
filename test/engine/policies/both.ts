import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { ownRules } from "../../../preview/commands/own-rules";
import type { PolicyOutcome } from "../../../preview/model/plan";
import { type ReadPreviews, readPreviews } from "../../../preview/sources/document";
import { isotopo, type Outcome } from "../../support/command";
import { projectDir } from "../../support/project";
import { realPlan, type Said } from "../same-plans/real-plan";
import { saidOf } from "../same-plans/same-plans";
import { buildPlugins } from "../support/plugins";
import { type Ended, EngineStack } from "../support/stack";
import type { JudgedResource } from "./judged-resources";

/** What is judged, and under what. */
export interface Asked {
  resources: readonly JudgedResource[];
  stack?: string;
  /** Config of the stack beside what the program reads. */
  config?: Readonly<Record<string, string>>;
  policyConfig?: Readonly<Record<string, unknown>>;
  /** YAML of exemptions. */
  exemptions?: string;
  env?: Readonly<Record<string, string>>;
  /** Judged by `pulumi up`, and by a preview in which all is known; else both leave unknown what only the cloud knows. */
  up?: boolean;
}

/** What each engine says of the same stack. */
export interface Both {
  real: Ended;
  offline: Outcome;
  policies: { real: PolicyOutcome; offline: PolicyOutcome };
  /** What the resources are made of, by URN, as remedies left it; of an `up` nothing. */
  plans: { real: ReadonlyMap<string, Said>; offline: ReadonlyMap<string, Said> };
}

const pack = join(projectDir, "policy");

/** A stack with what is to be judged, and the options that have the pack judge it. */
export interface Ready {
  stack: EngineStack;
  options: readonly string[];
  env: Readonly<Record<string, string>>;
}

/** Judges resources with the pack on Pulumi's own engine, and offline. */
export function bothOf(bin: string, asked: Asked): Promise<Both> {
  return judged(bin, asked, async ({ stack, options, env }) => {
    const { up = false } = asked;
    const real = up ? await stack.up(...options) : await stack.preview(...options, "--json");
    const mode = up ? [] : ["--unknowns"];
    const offline = await isotopo(
      ["preview", stack.name, "--program", stack.project, ...mode, ...options, "--format", "json"],
      { env },
    );
    const [ofReal, ofOffline] = [previewIn(real.log, real.output), previewIn(offline.stdout, offline.stderr)];
    return {
      real,
      offline,
      policies: { real: ofReal.change.policy, offline: ofOffline.change.policy },
      plans: up
        ? { real: new Map(), offline: new Map() }
        : { real: realPlan(real.stdout), offline: saidOf(ofOffline.plan?.resources ?? []) },
    };
  });
}

/** Makes a stack with what is to be judged, and takes it away after its use. */
export async function judged<T>(bin: string, asked: Asked, use: (ready: Ready) => Promise<T>): Promise<T> {
  const { stack: name = "judged-prod", resources, config = {} } = asked;
  const stack = await EngineStack.create({
    bin,
    plugins: await buildPlugins(),
    name,
    project: "judged",
    programDir: join(projectDir, "test/fixtures/programs/judged"),
    config: {},
  });
  try {
    const file = stack.file("resources.json");
    writeFileSync(file, JSON.stringify(resources));
    stack.configure({ "judged:resources": file, ...config });
    const options = ["--policy-pack", pack];
    if (asked.policyConfig !== undefined) {
      options.push("--policy-pack-config", stack.file("policy-config.json"));
      writeFileSync(stack.file("policy-config.json"), JSON.stringify(asked.policyConfig));
    }
    const env: Record<string, string> = { ...asked.env };
    if (asked.exemptions !== undefined) {
      env.ISOTOPO_EXEMPTIONS = stack.file("exemptions.yaml");
      writeFileSync(env.ISOTOPO_EXEMPTIONS, asked.exemptions);
    }
    Object.assign(stack.env, env, { TEST_ANY: "true" });
    return await use({ stack, options, env });
  } finally {
    stack.remove();
  }
}

/** The preview that a text holds: of Pulumi, its event log, or of ours, its JSON. */
export function previewIn(text: string, output: string): ReadPreviews["stacks"][number] {
  const [first] = text === "" ? [] : readPreviews(text, "preview", ownRules()).stacks;
  if (first === undefined) throw new Error(`nothing was judged:\n${output}`);
  return first;
}
