import { Trace } from "../../policy/core/trace";

/** A trace that keeps every path that is read, of the resource and, after their names, of its companions. */
export class ReadTrace extends Trace {
  readonly paths = new Set<string>();

  override read(path: string): void {
    this.paths.add(path);
  }

  override of(name: string): Trace {
    const trace = super.of(name);
    trace.read = (path) => this.read(path === "" ? name : `${name}.${path}`);
    return trace;
  }
}
