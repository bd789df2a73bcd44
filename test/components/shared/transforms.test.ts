import assert from "node:assert/strict";
import { concepts, type Transforms } from "../../../components/contract";
import { type TargetName, targetNames } from "../../../components/targets";

/** The concepts of each target whose components take transforms: one too many, or one missing, does not compile. */
const taken: { [T in TargetName]: Record<keyof NonNullable<Transforms[T]>, true> } = {
  aws: { network: true, registry: true, postgres: true, redis: true, storage: true, compute: true, edge: true },
  gcp: { network: true, registry: true, postgres: true, redis: true, storage: true, compute: true, edge: true },
  azure: { network: true, registry: true, postgres: true, redis: true, storage: true, compute: true, edge: true },
  kubernetes: { network: true, postgres: true, redis: true, compute: true, edge: true },
};

describe("transforms", () => {
  for (const target of targetNames) {
    it(`of ${target} are of concepts`, () => {
      const known: readonly string[] = concepts;
      assert.deepEqual(
        Object.keys(taken[target]).filter((concept) => !known.includes(concept)),
        [],
      );
    });
  }

  it("have the types of the resources, which the compiler checks", () => {
    const right: Transforms = { aws: { network: { vpc: { enableDnsSupport: true } } } };
    // @ts-expect-error The component of the identities takes no transform.
    const ofAnother: Transforms = { aws: { identity: {} } };
    // @ts-expect-error A VPC has no such property.
    const misspelt: Transforms = { aws: { network: { vpc: { enableDnsSupports: true } } } };
    assert.equal([right, ofAnother, misspelt].length, 3);
  });
});
