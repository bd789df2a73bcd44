import assert from "node:assert/strict";
import type { TargetName } from "../../../components/targets";
import { stackNamed } from "../fixture/stacks";
import type { VariantAnswer, VariantRequest } from "./request";
import { variantsOf } from "./variants";

/**
 * Starts the plans of a cloud before the tests of a suite, with the provider's config of the fixture's stack. The first test that
 * asks waits for all of them, and each that asks hears of a failure.
 */
export function variantsBefore(
  cloud: TargetName,
  request: () => Omit<VariantRequest, "config">,
): () => Promise<VariantAnswer> {
  let answer: Promise<VariantAnswer> | undefined;
  before(() => {
    answer = variantsOf({
      config: stackNamed(`fixture-${cloud}-prod`).config,
      ...request(),
    });
    answer.catch(() => {});
  });
  return () => answer ?? assert.fail("the plans are asked for before the suite begins");
}
