import { exposureFacts } from "./exposure";
import { type Fact, factKinds } from "./fact";
import { type Failed, failedFacts } from "./failed";
import { type Headline, headlineOf } from "./headline";
import { imageFacts } from "./images";
import { lossFacts } from "./losses";
import {
  aliasFacts,
  componentFacts,
  costFacts,
  errorFacts,
  outputFacts,
  packFacts,
  undeterminedFacts,
  unlistedFacts,
} from "./other-facts";
import { policyFacts } from "./policies";
import { regionFacts } from "./regions";
import { renameFacts } from "./renames";
import { restFacts } from "./rest";
import { rolloutFacts } from "./rollouts";
import { settingFacts } from "./settings";
import type { StackView } from "./view";
import { wholeStackFacts } from "./whole-stacks";

export type { Fact } from "./fact";
export type { Headline } from "./headline";

/** The facts of a run: the first line, and each fact once. */
export interface Facts {
  headline: Headline;
  /** The most important first. */
  facts: readonly Fact[];
}

/** Makes the facts of all stacks of a run; an equal fact of several stacks is one. The same input gives the same facts. */
export function factsOf(views: readonly StackView[], failed: readonly Failed[] = []): Facts {
  const run = [...new Set([...views, ...failed].map(({ label }) => label))];
  const ofResources = [
    ...packFacts(views),
    ...errorFacts(views, run),
    ...lossFacts(views, run),
    ...policyFacts(views, run),
    ...exposureFacts(views, run),
    ...regionFacts(views, run),
    ...wholeStackFacts(views),
    ...renameFacts(views, run),
    ...settingFacts(views, run),
    ...imageFacts(views, run),
    ...rolloutFacts(views, run),
    ...restFacts(views, run),
    ...undeterminedFacts(views, run),
    ...unlistedFacts(views, run),
    ...aliasFacts(views, run),
    ...outputFacts(views, run),
    ...costFacts(views),
  ];
  const facts = ofResources.length > 0 ? ofResources : componentFacts(views, run);
  const sorted = [...failedFacts(failed, run), ...facts].sort(
    (a, b) => factKinds.indexOf(a.kind) - factKinds.indexOf(b.kind),
  );
  return { headline: headlineOf(views, sorted, run), facts: sorted };
}
