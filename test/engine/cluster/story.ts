/** A step of a story: it ends, or throws why it did not. */
export interface StoryStep {
  name: string;
  run(): Promise<void>;
}

/** Told in the order of its steps and on its own: a story waits for its cluster most of the time, so several are told at once. */
export class Story {
  private readonly outcomes: readonly Outcome[];

  constructor(
    readonly name: string,
    private readonly steps: readonly StoryStep[],
    private readonly end: () => Promise<void>,
  ) {
    this.outcomes = steps.map(() => new Outcome());
  }

  get stepNames(): readonly string[] {
    return this.steps.map(({ name }) => name);
  }

  async tell(): Promise<void> {
    let failed = false;
    for (const [i, step] of this.steps.entries()) {
      const outcome = this.outcomes[i];
      // What comes after a step that failed would only fail by it.
      if (failed) outcome?.skip();
      else {
        await step.run().then(
          () => outcome?.end(),
          (error: unknown) => {
            failed = true;
            outcome?.fail(error);
          },
        );
      }
    }
    await this.end();
  }

  /** How a step ended: true, false where one before it failed. */
  outcome(index: number): Promise<boolean> {
    const outcome = this.outcomes[index];
    if (outcome === undefined) throw new Error(`${this.name} has no step ${index}`);
    return outcome.known;
  }
}

class Outcome {
  readonly known: Promise<boolean>;
  private resolve: (isDone: boolean) => void = () => {};
  private reject: (error: unknown) => void = () => {};

  constructor() {
    this.known = new Promise((resolve, reject) => {
      this.resolve = resolve;
      this.reject = reject;
    });
    // It may fail before anyone asks.
    this.known.catch(() => {});
  }

  end(): void {
    this.resolve(true);
  }

  skip(): void {
    this.resolve(false);
  }

  fail(error: unknown): void {
    this.reject(error);
  }
}

/** Tells stories, so many at once; each step is a test. */
export function describeStories(atOnce: number, stories: readonly Story[]): void {
  let told: Promise<unknown>;
  before(() => {
    const waiting = [...stories];
    const one = async () => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await next.tell();
    };
    told = Promise.all(Array.from({ length: atOnce }, one));
    told.catch(() => {});
  });
  after(() => told);

  for (const story of stories) {
    describe(story.name, () => {
      for (const [i, name] of story.stepNames.entries()) {
        it(name, async function () {
          if (!(await story.outcome(i))) this.skip();
        });
      }
    });
  }
}
