import { mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, cpus, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { targetNames } from "../components/targets";
import { engineBin } from "../test/engine/support/engine-bin";
import { buildPackages } from "../tools/built";
import { changeCosts } from "./changes";
import { engineSeconds, programOf, secondsWithoutCheckpoints, shippedOf } from "./engine";
import { firstRegistration, oneResource } from "./first-registration";
import { isotopo, median, peakMemory, projectDir } from "./measure";
import { policyCost } from "./policies";
import { shippedStacks } from "./stacks";

const program = (name: string) => ["--program", join(projectDir, "bench/programs", name)];
const runs = 5;

/** Each figure with its goal. Ratios hold on any machine; seconds are this machine's. Never a test: it fails nobody. */
async function main(): Promise<void> {
  buildPackages();
  console.log(
    `${availableParallelism()} × ${cpus()[0]?.model ?? "unknown"}, ${gib(totalmem())} GiB, Node.js ${process.version}`,
  );
  await isotopo("preview", "dev", ...program("empty"), "--no-policy");

  const empty = await median(runs, () => isotopo("preview", "dev", ...program("empty"), "--no-policy"));
  const largest = await median(runs, () => isotopo("preview", "anclora-aws-prod"));
  printFigure("empty program", `${empty.toFixed(2)} s`);
  printFigure("largest stack with policies", `${largest.toFixed(2)} s`);
  printFigure("  against the empty program", ratio(largest / empty), "at most 4×");
  printFigure(
    "  peak memory of all processes",
    mib(await peakMemory("preview", "anclora-aws-prod")),
    "at most 400 MiB",
  );

  const earliest = await firstRegistration(runs, "dev", oneResource);
  printFigure("first resource of the least program", `${earliest.toFixed(2)} s`);
  for (const cloud of targetNames) {
    const first = await firstRegistration(runs, `icosistem-${cloud}-prod`);
    printFigure(`  of icosistem-${cloud}-prod`, ratio(first / earliest), "at most 1.5×");
  }

  for (const [title, ...options] of [["without policies", "--no-policy"], ["with policies"]]) {
    const many = (count: number) => ["preview", `n${count}`, ...program("many"), ...policies(options)];
    const at = (count: number) => median(3, () => isotopo(...many(count)));
    const none = await at(0);
    const thousand = await at(1000);
    const twoThousand = await at(2000);
    const first = thousand - none;
    const second = twoThousand - none;
    printFigure(`1,000 resources ${title}`, `${first.toFixed(1)} ms each`, "at most 5 ms");
    printFigure(`2,000 resources ${title}`, `${(second / 2).toFixed(1)} ms each`, "at most 5 ms");
    printFigure("  2,000 against 1,000", ratio(second / first), "at most 2.2×");
    printFigure("  peak memory of all processes", mib(await peakMemory(...many(2000))));
  }

  const { start, judging } = await policyCost([500, 1000, 2000], 3);
  const [small = 0, thousand = 0, large = 0] = judging.values();
  printFigure("start of the policy pack", `${start.toFixed(2)} s`, "at most 1.0 s");
  printFigure("1,000 resources by all rules", `${thousand.toFixed(2)} s`, "at most 1.5 s");
  printFigure("  against 500", ratio(thousand / small), "about 2×");
  printFigure("  2,000 against 1,000", ratio(large / thousand), "about 2×");

  await onPulumisEngine(largest);

  const against = await median(runs, () => isotopo("preview", "anclora-aws-prod", "--against", "HEAD"));
  printFigure("largest stack against HEAD", `${against.toFixed(2)} s`);
  printFigure("  against one preview of it", ratio(against / largest), "at most 2.2×");

  const all = await isotopo("preview", "--all");
  printFigure("all stacks in one command", `${all.toFixed(1)} s`, "at most 90 s on two cores");
  printFigure("  against one after the other", ratio(all / (await oneAfterTheOther())), "less than 1×");
  await inCacheOfItsOwn(async () => {
    const allAgainst = await isotopo("preview", "--all", "--against", "HEAD");
    printFigure("all stacks against HEAD", `${allAgainst.toFixed(1)} s`, "at most 180 s on two cores");
    for (const { name, seconds } of await changeCosts()) {
      printFigure(`  --changed, for ${name}`, `${ratio(seconds / allAgainst)} ${seconds.toFixed(1)} s`);
    }
  });
}

/** Pulumi's own commands, where `ISOTOPO_ENGINE` names its CLI, on the clouds of the tests: these answer at once. */
async function onPulumisEngine(offline: number): Promise<void> {
  const bin = engineBin();
  if (bin === undefined) {
    console.log("Pulumi's own engine was not measured: ISOTOPO_ENGINE names no folder with it");
    return;
  }
  const of = (folder: string, stack: string) => programOf(bin, join(projectDir, "bench/programs", folder), stack);
  const none = await median(runs, () => engineSeconds(of("empty", "dev"), "preview"));
  printFigure("`pulumi preview`, empty program", `${none.toFixed(2)} s`);
  const shipped = shippedOf(bin, "anclora-aws-prod");
  const previewed = await median(3, () => engineSeconds(shipped, "preview"));
  printFigure("  largest stack against it", ratio(previewed / none));
  for (const command of ["preview", "up"] as const) {
    const at = (count: number) => median(3, () => engineSeconds(of("many", `n${count}`), command));
    printFigure(`\`pulumi ${command}\`, 1,000 resources`, `${((await at(1000)) - (await at(0))).toFixed(1)} ms each`);
  }
  const up = await median(3, () => engineSeconds(shipped, "up"));
  printFigure("`pulumi up` of the largest stack", `${up.toFixed(2)} s`);
  printFigure("  against our preview of it", ratio(up / offline), "at most 3×");
  const once = await median(3, () => secondsWithoutCheckpoints(shipped, "up"));
  printFigure("  with the state written once", ratio(once / offline));
}

/** What programs take is found out by the first of these runs, and by no earlier benchmark. */
async function inCacheOfItsOwn(work: () => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "isotopo-bench-"));
  process.env.ISOTOPO_CACHE = folder;
  try {
    await work();
  } finally {
    delete process.env.ISOTOPO_CACHE;
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The pack judges other programs when it is named. */
function policies(options: readonly string[]): string[] {
  return options.length > 0 ? [...options] : ["--policy-pack", join(projectDir, "policy")];
}

async function oneAfterTheOther(): Promise<number> {
  let seconds = 0;
  for (const stack of shippedStacks()) seconds += await isotopo("preview", stack);
  return seconds;
}

function printFigure(what: string, figure: string, goal?: string): void {
  console.log(`${what.padEnd(34)}${figure.padStart(14)}${goal === undefined ? "" : `   goal: ${goal}`}`);
}

const ratio = (value: number) => `${value.toFixed(2)}×`;
const mib = (value: number | undefined) => (value === undefined ? "not known" : `${Math.round(value)} MiB`);
const gib = (bytes: number) => Math.round(bytes / 1024 ** 3);

void main();
