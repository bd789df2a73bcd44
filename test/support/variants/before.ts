import assert from "node:assert/strict";
import type { TargetName } from "../../../components/targets";
import { findProject } from "../../../preview/project/project";
import { readStack } from "../../../preview/project/stacks";
import { projectDir } from "../project";
import type { VariantAnswer, VariantRequest } from "./request";
import { variantsOf } from "./variants";

/**
 * Starts the plans of a cloud before the tests of a suite, with the provider's config of a shipped stack. The first test that
 * asks waits for all of them, and each that asks hears of a failure.
 */
export function variantsBefore(
  cloud: TargetName,
  request: () => Omit<VariantRequest, "config">,
): () => Promise<VariantAnswer> {
  let answer: Promise<VariantAnswer> | undefined;
  before(() => {
    answer = variantsOf({
      config: readStack(findProject(projectDir), `icosistem-${cloud}-prod`).values,
      ...request(),
    });
    answer.catch(() => {});
  });
  return () => answer ?? assert.fail("the plans are asked for before the suite begins");
}
