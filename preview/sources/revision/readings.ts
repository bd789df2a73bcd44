import { existsSync, realpathSync } from "node:fs";
import { join, relative } from "node:path";
import type { Reads } from "../../engine/preload-messages";
import type { Project } from "../../project/project";
import { isProgramSeen } from "./es-modules";
import { Presumption } from "./presumed";
import { differences, type Reading, readingOf } from "./reading";
import type { Revision } from "./revision";
import { type Place, settingsOf } from "./settings";
import type { Store } from "./store";
import { type Trees, treesOf } from "./trees";

/** Version of the content of readings, and of how they are made. */
const format = 4;

/** The run that readings are for, and their store. */
interface Run {
  /** Name of the project. */
  project: string;
  unknowns: boolean;
  store: Store;
}

/** A project in the base or in the work tree. */
interface Side {
  stackDir: string;
  place: Place;
}

/**
 * The files that the programs of a run's stacks read, before and after a change: remembered from earlier runs, or recorded
 * anew.
 */
export class Readings {
  private readonly ofBase = new Map<string, Reading>();
  private readonly ofHead = new Map<string, Reading>();
  /** Stacks whose base could not be previewed. */
  private readonly failed = new Set<string>();
  private readonly presumption: Presumption;

  private constructor(
    private readonly revision: Revision,
    private readonly trees: Trees,
    private readonly before: Side,
    private readonly now: Side,
    private readonly run: Run,
  ) {
    const stackDir = relative(this.top, now.stackDir).replaceAll("\\", "/");
    this.presumption = new Presumption(stackDir, [before.place, now.place]);
  }

  /** `base` is the project in the base, whose files have their top in `top`. */
  static async of(
    revision: Revision,
    project: Project,
    { project: base, top }: { project: Project; top: string },
    { unknowns, store }: { unknowns: boolean; store: Store },
  ): Promise<Readings> {
    const trees = await treesOf(revision, project.rootDir);
    const here = realpathSync(revision.repository);
    // A program of the base may also name the work tree's files, for example by a path in its environment.
    const [before, now] = [sideOf(base, [top, here]), sideOf(project, [here])];
    return new Readings(revision, trees, before, now, { project: project.name, unknowns, store });
  }

  /** Paths that differ between the base and the work tree. */
  get differing(): readonly string[] {
    return this.trees.differing;
  }

  /** Whether anything may touch a stack: a difference, or a file that git does not keep. */
  get mayTouch(): boolean {
    return this.differing.length > 0 || this.trees.unkept.paths.length > 0;
  }

  /** Top folder of the work tree's repository. */
  get top(): string {
    return this.now.place.tops[0];
  }

  /** Why a stack is touched, as clauses after "touched by"; empty if it is not. Undefined if unknown. */
  causes(stack: string): string[] | undefined {
    const reading = this.baseReading(stack);
    if (reading === undefined) return this.presumedCauses(stack);
    const { head, unkept } = this.trees;
    const causes = differences(reading, head, settingsOf(this.now.place, head), unkept);
    const [file] = [...this.differing, ...unkept.paths];
    if (causes.length > 0 || reading.any === undefined || file === undefined) return causes;
    return [`${file}, as the program ${reading.any} and may so take any file`];
  }

  private presumedCauses(stack: string): string[] | undefined {
    const { base, head } = this.trees;
    const presumed = this.differing.map((file) => ({
      file,
      touches: this.presumption.touches(file, stack, base.has(file) && head.has(file)),
    }));
    const causes = presumed
      .filter(({ touches }) => touches === true)
      .map(({ file }) => `${file}, which the program reads`);
    if (causes.length > 0) return causes;
    const isKnown =
      presumed.every(({ touches }) => touches !== undefined) && !this.presumption.mayTake(this.trees.unkept);
    return isKnown ? causes : undefined;
  }

  /** Remembers the files that a stack's program read in the base. */
  keepBase(stack: string, reads: Reads): void {
    const reading = this.readingOf(stack, reads, this.before, "base");
    if (!isProgramSeen(reads.modules, this.before.place)) {
      this.ofBase.set(stack, { ...reading, any: "was not seen to load its own code" });
      return;
    }
    this.ofBase.set(stack, reading);
    this.run.store.keep(this.keyOf(stack), reading);
  }

  /** Remembers that a stack's base could not be previewed: the files that its program reads there are unknown. */
  failBase(stack: string): void {
    this.failed.add(stack);
  }

  /** Remembers the files that a stack's program read in the work tree, until `close`. */
  keepHead(stack: string, reads: Reads): void {
    if (!isProgramSeen(reads.modules, this.now.place)) return;
    this.ofHead.set(stack, this.readingOf(stack, reads, this.now, "head"));
  }

  /**
   * Stores the readings of the work tree, unless it has changed meanwhile, or the stack's base failed: then nothing is
   * compared.
   */
  async close(): Promise<void> {
    if (this.ofHead.size === 0) return;
    const { head, differing } = await treesOf(this.revision, this.now.place.rootDir);
    const same = [...new Set([...differing, ...this.differing])].every(
      (path) => head.at(path) === this.trees.head.at(path),
    );
    if (!same) return;
    for (const [stack, reading] of this.ofHead)
      if (!this.failed.has(stack)) this.run.store.keep(this.keyOf(stack), reading);
  }

  private baseReading(stack: string): Reading | undefined {
    const known = this.ofBase.get(stack);
    if (known !== undefined) return known;
    const settings = settingsOf(this.before.place, this.trees.base);
    const found = this.run.store
      .of(this.keyOf(stack))
      .find((reading) => differences(reading, this.trees.base, settings).length === 0);
    if (found === undefined) return undefined;
    this.ofBase.set(stack, found);
    this.run.store.keep(this.keyOf(stack), found);
    return found;
  }

  private readingOf(stack: string, reads: Reads, { stackDir, place }: Side, of: "base" | "head"): Reading {
    const own = ["yaml", "yml"].map((ending) => join(stackDir, `Pulumi.${stack}.${ending}`));
    return readingOf(reads, own, place, this.trees[of]);
  }

  /** The key of a stack's readings: its name, its project's folder, and its runtime. */
  private keyOf(stack: string): string {
    const { project, unknowns } = this.run;
    const [node] = process.versions.node.split(".");
    return JSON.stringify([format, project, relative(this.top, this.now.place.rootDir), stack, unknowns, node]);
  }
}

/** With links resolved, as programs see it. */
function sideOf(project: Project, tops: Place["tops"]): Side {
  const real = (folder: string) => (existsSync(folder) ? realpathSync(folder) : folder);
  const { entry, runtime } = project;
  const [rootDir, programDir, stackDir] = [real(project.rootDir), real(project.programDir), real(project.stackDir)];
  return { stackDir, place: { rootDir, programDir, entry, nodeArgs: runtime.nodeArgs, tops } };
}
