import { type CommentOptions, commentReport } from "../../../../../preview/formats/markdown/comment";
import type { ResourceChange, StackChange } from "../../../../../preview/model/change";
import { changed } from "../../../../support/changes";
import { Shop } from "./shop";

export const shop = new Shop("prod");

export const parts = shop.usual();

export const update = (change: ResourceChange): ResourceChange => ({
  ...change,
  action: "update",
  properties: [changed("a", 1, 2)],
});

export function report(changes: StackChange | StackChange[], options: CommentOptions = {}): string {
  return commentReport([changes].flat(), { today: "2027-01-10", ...options });
}

export function tableHead(stack: StackChange): string | undefined {
  return report(stack)
    .split("\n")
    .find((line) => line.startsWith("| stack"));
}

export function rows(stacks: StackChange[]): string[] {
  const lines = report(stacks).split("\n");
  const from = lines.findIndex((line) => line.startsWith("| stack")) + 2;
  return lines.slice(from, lines.indexOf("", from));
}

export function bullets(stack: StackChange): string[] {
  return report(stack)
    .split("\n")
    .filter((line) => line.startsWith("- **"));
}
