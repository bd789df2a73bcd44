import { isDeepStrictEqual } from "node:util";
import type { Target } from "../../../components/contract";
import { changed, filled } from "../../support/lists/changes";
import type { ListPath } from "../../support/lists/paths";
import { unprotected } from "../../support/removal/unprotected";
import { rotationsOf } from "../../support/rotation/rotations";
import type { WholeTopology } from "../../support/whole";
import { after, larger, nextMajor, rotated } from "./ordinary";
import type { LifeStep } from "./program/step";
import type { Wrong } from "./wrong";

/** A change of day 2. */
export interface Change extends LifeStep {
  name: string;
  topology: WholeTopology;
  /** What goes wrong in the middle of it; then it is run again. */
  wrong?: Wrong;
}

/** What a stack becomes one after the other, from its first `up` to what can be destroyed. */
export type Changes = readonly [Change, ...Change[]];

/** What the stack of a topology becomes on a target. */
export type LifeOf = (shipped: WholeTopology, target: Pick<Target, "concepts">) => Changes;

/** The life of a shipped stack: as it is, and with two more of everything for a while. */
export const shippedLife: LifeOf = (shipped, target) => {
  const large = after(shipped, ...Object.values(larger));
  const more = filled(large);
  const { topology: next, secretValues } = rotated(shipped, target);
  const newer = after(next, nextMajor);
  return distinct([
    change("first", shipped),
    change("larger, and new images", large),
    { ...change("two more of everything", more), wrong: "fails" },
    change("every list reversed, and protection off for a while", unprotected(changed(more, "reversed"))),
    { ...change("taken away again, and protected", large), wrong: "loses" },
    { ...change("smaller, and the images of before", shipped), wrong: "hangs" },
    { ...change("rotation of each secret", next), secretValues },
    { ...change("PostgreSQL's next major version", newer), secretValues },
    { ...change("protection off", unprotected(newer)), secretValues },
  ]);
};

/** The life of an application with two of everything from its first day: what is added stands between two others. */
export const crowdedLife: LifeOf = (shipped, target) => {
  const first = filled(shipped);
  const large = after(first, ...Object.values(larger));
  const more = changed(large, "added in the middle");
  const newer = after(first, nextMajor);
  return distinct([
    change("first", first),
    change("larger, and new images", large),
    { ...change("one more of everything", more), wrong: "fails" },
    change("protection off for a while", unprotected(more)),
    { ...change("taken away again, and protected", large), wrong: "loses" },
    change("every list reversed", changed(large, "reversed")),
    { ...change("smaller, and the images of before", first), wrong: "hangs" },
    ...rotationsOf(first, target).map(({ kind, topology, values }) => ({
      ...change(`rotation of ${kind}`, topology),
      secretValues: { ...values },
    })),
    change("PostgreSQL's next major version", newer),
    change("protection off", unprotected(newer)),
  ]);
};

/** Lists that an ordinary day adds one to. */
const lists: Readonly<Record<string, ListPath>> = {
  "a bucket": "storage",
  "a secret": "secrets",
  "a Redis instance": "redis",
  "a Redis role": "redis[].roles",
  "a service": "compute.services",
  "a cron job": "compute.cronJobs",
  "a host": "edge.hosts",
  "a route": "edge.routes",
};

/** A life in which each ordinary change comes alone, so that what differs is named by its change. */
export const singleLife: LifeOf = (shipped, target) => {
  const sizes: Change[] = [];
  for (const [name, one] of Object.entries(larger)) {
    sizes.push(change(name, after(sizes.at(-1)?.topology ?? shipped, one)));
  }
  const large = sizes.at(-1)?.topology ?? shipped;
  const added: Change[] = [];
  for (const [name, path] of Object.entries(lists)) {
    const before = added.at(-1)?.topology ?? large;
    added.push(change(`${name} added`, changed(before, "added last", [path], "a")));
  }
  const replica = after(added.at(-1)?.topology ?? large, ({ postgres }) => {
    postgres.readReplicas += 1;
  });
  const newer = after(shipped, nextMajor);
  const open = (name: string, topology: WholeTopology): Change => change(name, unprotected(topology));
  return distinct([
    change("first", shipped),
    ...sizes,
    ...added,
    change("a read replica added", replica),
    open("protection off for a while", replica),
    open("a read replica taken away", added.at(-1)?.topology ?? large),
    ...added
      .map(({ name }, index) => open(name.replace(/added$/, "taken away"), added[index - 1]?.topology ?? large))
      .reverse(),
    change("protected again", large),
    ...sizes.map(({ name }, index) => change(`without ${name}`, sizes[index - 1]?.topology ?? shipped)).reverse(),
    ...rotationsOf(shipped, target).map(({ kind, topology, values }) => ({
      ...change(`rotation of ${kind}`, topology),
      secretValues: { ...values },
    })),
    change("PostgreSQL's next major version", newer),
    change("protection off", unprotected(newer)),
  ]);
};

function change(name: string, topology: WholeTopology): Change {
  return { name, topology, secretValues: {} };
}

/** An application without a cron job, or an environment without protection, has fewer steps. */
function distinct([first, ...rest]: Changes): Changes {
  const found: [Change, ...Change[]] = [first];
  for (const next of rest) {
    const before = found.at(-1);
    const isSame =
      isDeepStrictEqual(before?.topology, next.topology) && isDeepStrictEqual(before?.secretValues, next.secretValues);
    if (!isSame) found.push(next);
  }
  return found;
}
