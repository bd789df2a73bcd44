import { Account, type Entry, type Thing } from "./account";
import { answering } from "./answering";

/** The accounts of a folder, each read once: several providers of one process share it. */
export class Accounts {
  private readonly known = new Map<string, Account>();
  private readonly told = new Set<Entry>();

  constructor(readonly folder: string) {}

  of(cloud: string): Account {
    const found = this.known.get(cloud) ?? Account.of(this.folder, cloud);
    this.known.set(cloud, found);
    return found;
  }

  /** What all of them hold. */
  things(): Thing[] {
    return answering.flatMap((cloud) => this.of(cloud).things());
  }

  /** What was refused and not told yet. */
  newRefusals(): Extract<Entry, { done: "refuse" }>[] {
    const found = answering.flatMap((cloud) =>
      this.of(cloud)
        .refusals()
        .filter((entry) => !this.told.has(entry)),
    );
    for (const entry of found) this.told.add(entry);
    return found;
  }

  /** Takes the oldest thing of a URN away, as a person does in the cloud's console. */
  forget(urn: string): void {
    const account = answering
      .map((cloud) => this.of(cloud))
      .find((one) => one.things().some((thing) => thing.urn === urn));
    const thing = account?.things().find((one) => one.urn === urn);
    if (thing === undefined) throw new Error(`there is no ${urn} to take away`);
    account?.add({ done: "delete", thing });
  }
}
