import type { ResourceChange, StackChange } from "../../diff/change";
import { shortType } from "../short-type";
import { code } from "./escape";

/** What a resource is and how it is called. */
export function nameWords({ type, name, custom }: Pick<ResourceChange, "type" | "name" | "custom">): string {
  return `${code(shortType(type), 80)} ${code(name)}${custom ? "" : " (component)"}`;
}

/** Which engine saw something: `seen by Pulumi`, `seen offline`. */
export function seenBy(engine: StackChange["engine"]): string {
  return engine === "pulumi" ? "by Pulumi" : "offline";
}
