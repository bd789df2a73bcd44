import assert from "node:assert/strict";
import { isDeepStrictEqual } from "node:util";
import { defaultRoute, type RouteSpec } from "../../components/contract";
import type { WholeTopology } from "../support/whole";
import { factNames, facts } from "./facts";
import { productionsOn } from "./topologies";

/** Values that no fact asks for, by their place in the topology, and why. */
const unasked: Readonly<Record<string, string>> = {
  "^context\\.(app|cloud|environment|name)$": "who it is: part of names and of other values",
  "^context\\.labels\\.owner$": "labels of some clouds take no address; tags are tested cloud by cloud",
  "^context\\.(region|protect)$": "tested with each component",
  "^edge\\.(domain|zone)$": "part of the hosts, and the zone of the records: tested as another copy of a stack",
  "^(compute\\..*|network)\\.egress\\.\\d+(\\.name)?$": "names of rules, whose ports are asked for",
  "^compute\\..*\\.(kind|imageKey)$": "what the application is, seen in other values",
  "^compute\\..*\\.variables\\..*\\.ref$": "which value of a component it is, tested with each component",
  "^compute\\..*\\.check\\.kind$": "where a command has no other word for it",
  "^compute\\.services\\.\\d+\\.(autoscaling|rollout)\\.": "of services that do not scale, or never run twice",
  "^edge\\.(hosts|routes)\\.\\d+\\.(service|timeoutSeconds)$": "of a path that a bucket or another route answers",
  durationMinutes$: "windows are asked for by their start",
  "^images\\.references\\.": "images are asked for by workload",
  "(passwordVersion|^postgres\\.(user|logins\\..*)|^secrets\\.\\d+\\.version)$": "raising one is tested as a change",
  "^compute\\..*\\.run$": "raising it is tested as a change",
  "^secrets\\.\\d+\\.(kind|required|source)$": "for people, and seen in the length of generated ones",
  "^storage\\.\\d+\\.(exposure|purpose)$": "for people, and seen in the routes of buckets",
};

/** Every leaf of a topology, by its path. */
function leaves(node: unknown, path = ""): string[] {
  if (typeof node !== "object" || node === null) return [path];
  return Object.entries(node).flatMap(([key, item]) => leaves(item, path === "" ? key : `${path}.${key}`));
}

/** A copy in which one leaf is another value. */
function changed(node: unknown, path: readonly string[]): unknown {
  const [head, ...rest] = path;
  if (head === undefined) {
    return typeof node === "number" ? node + 7 : typeof node === "boolean" ? !node : `${String(node)}x`;
  }
  const copy = Array.isArray(node) ? [...node] : { ...Object(node) };
  copy[head] = changed(copy[head], rest);
  return copy;
}

/** Without the routes that say what their host has without them: nothing changes where one is another host's. */
function withoutDefaults(topology: WholeTopology): WholeTopology {
  const { hosts, routes } = topology.edge;
  const isDefault = ({ host, ...route }: RouteSpec) =>
    hosts.some((each) => each.host === host && isDeepStrictEqual(route, defaultRoute(each.service)));
  return { ...topology, edge: { ...topology.edge, routes: routes.filter((route) => !isDefault(route)) } };
}

/** What is asked for; a value that makes no sense is one that is looked at. */
function asked(topology: WholeTopology): string {
  try {
    return JSON.stringify(factNames.map((name) => facts[name].asked(topology)));
  } catch {
    return "no sense";
  }
}

describe("facts of parity", () => {
  const forgotten = new Set<string>();
  const reasons = Object.keys(unasked).map((pattern) => new RegExp(pattern));

  before(() => {
    for (const { topology: whole } of productionsOn("aws")) {
      const topology = withoutDefaults(whole);
      const unchanged = asked(topology);
      for (const path of leaves(topology)) {
        const other = Object.assign({}, topology, changed(topology, path.split(".")));
        if (asked(other) === unchanged) forgotten.add(path);
      }
    }
  });

  it("ask for every value of a topology, or say why not", () => {
    assert.deepEqual(
      [...forgotten].filter((path) => !reasons.some((reason) => reason.test(path))),
      [],
    );
  });

  it("say no reason for what is asked for", () => {
    assert.deepEqual(
      reasons.filter((reason) => ![...forgotten].some((path) => reason.test(path))),
      [],
    );
  });
});
