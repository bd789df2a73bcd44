import assert from "node:assert/strict";
import { awsTarget } from "../../../components/aws/target";
import {
  type Cloud,
  type Concept,
  capabilitiesOf,
  conceptOf,
  concepts,
  type Edge,
  none,
  options,
  refusals,
  type Storage,
  servicesOf,
  type Target,
  topologyConcepts,
} from "../../../components/contract";
import { topologyOf } from "../../infra/support/configs";

/** AWS without some concepts. */
function without(...refused: Concept[]): Pick<Target, "concepts"> {
  const table = Object.fromEntries(refused.map((concept) => [concept, { refused: "it is left to others" }]));
  return { concepts: { ...awsTarget.concepts, ...table } };
}

describe("a target that refuses concepts", () => {
  const topology = topologyOf("fixture");

  it("is asked for each once, by name, and its options say nothing more", () => {
    assert.deepEqual(
      refusals(topology, without("postgres", "redis", "edge")).map(({ message }) => message),
      [
        "postgres: aws has no postgres: it is left to others",
        'redis "cache", redis "queue": aws has no redis: it is left to others',
        "edge: aws has no edge: it is left to others",
      ],
    );
  });

  it("refuses nothing of an application that leaves the concepts out", () => {
    const { postgres: _postgres, edge: _edge, ...rest } = topology;
    assert.deepEqual(refusals({ ...rest, redis: [] }, without("postgres", "redis", "edge")), []);
  });

  it("says of every option that it is refused, and of the concept why", () => {
    const target = without("postgres");
    const table = capabilitiesOf(target);
    for (const { name } of options.filter((option) => conceptOf(option.name) === "postgres")) {
      assert.deepEqual(table[name], { level: "refused", reason: "it is left to others" });
    }
    assert.equal(servicesOf(target).postgres, "none: it is left to others");
    assert.deepEqual(
      Object.keys(table),
      options.map(({ name }) => name),
    );
    assert.deepEqual(Object.keys(servicesOf(target)), [...concepts]);
  });

  it("has a factory for each concept, and the compiler names one that it lacks", () => {
    interface Components {
      network: undefined;
      secrets: undefined;
      images: undefined;
      postgres: undefined;
      redis: undefined;
      storage: Storage;
      identity: undefined;
      compute: undefined;
      edge: Edge;
    }
    const never = () => assert.fail("nothing is built here");
    const rest = { network: none, secrets: none, images: none, postgres: none, redis: none, identity: none };
    const cloud: Cloud<Components> = { ...rest, compute: none, storage: never, edge: never };
    // @ts-expect-error -- nothing is said of compute
    const lacking: Cloud<Components> = { ...rest, storage: never, edge: never };
    assert.deepEqual(Object.keys(cloud).sort(), [...topologyConcepts].sort());
    assert.notDeepEqual(Object.keys(lacking).sort(), [...topologyConcepts].sort());
  });
});
