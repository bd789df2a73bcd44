/** What a check looked at. */
export class Trace {
  /** Paths of values that are not known yet, the outermost of each. */
  readonly unknown = new Set<string>();

  /** A value was there to be read, or nothing was. */
  read(_path: string): void {}

  couldNotRead(path: string): void {
    this.unknown.add(path);
  }
}
