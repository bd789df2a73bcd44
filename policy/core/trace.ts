/** What a check looked at. */
export class Trace {
  /** Paths of values that are not known yet, the outermost of each. */
  readonly unknown = new Set<string>();

  /** A value was there to be read, or nothing was. */
  read(_path: string): void {}

  /** Resources of a type were asked whether they name this one in a property. */
  linked(_type: string, _property: string): void {}

  couldNotRead(path: string): void {
    this.unknown.add(path);
  }

  /** The trace of another resource that the same check looks at. */
  of(name: string): Trace {
    const trace = new Trace();
    trace.couldNotRead = (path) => this.couldNotRead(path === "" ? name : `${name}.${path}`);
    return trace;
  }
}
