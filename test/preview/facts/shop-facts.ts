import { factsOf } from "../../../preview/facts";
import { plainText } from "../../../preview/facts/phrase";
import { viewsOf } from "../../../preview/facts/view";
import type { ResourceChange, StackChange } from "../../../preview/model/change";
import { Shop } from "../formats/markdown/comment/shop";

export const shop = new Shop("shop-aws-prod");

export const parts = shop.usual();

export const old = (digit: string) => `registry.example/shop/web@sha256:${digit.repeat(64)}`;

/** What is said of stacks: the first line, then each fact with its kind. */
export function said(...changes: StackChange[]): string[] {
  const { headline, facts } = factsOf(viewsOf(changes));
  return [
    `${headline.mark} ${plainText(headline.words)}`,
    ...facts.map(({ kind, words }) => `${kind}: ${plainText(words)}`),
  ];
}

export function of(...changes: ResourceChange[]): StackChange {
  const { network, postgres, storage, compute } = parts;
  return shop.change(
    Object.fromEntries([network, postgres, storage, compute, ...changes].map((change) => [change.urn, change])),
  );
}

export const update = (change: ResourceChange, ...properties: ResourceChange["properties"]): ResourceChange => ({
  ...change,
  action: "update",
  properties,
});

export const fine = "No data is lost, no policy is broken.";
