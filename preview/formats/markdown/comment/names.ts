import type { ResourceChange, StackChange } from "../../../model/change";
import { shortType } from "../../shared/short-type";
import { code } from "./escape";

/** Type and name of a resource. */
export function nameWords({ type, name, custom }: Pick<ResourceChange, "type" | "name" | "custom">): string {
  return `${code(shortType(type), 80)} ${code(name)}${custom ? "" : " (component)"}`;
}

/** The engine that made the preview: `seen by Pulumi`, `seen offline`. */
export function seenBy(engine: StackChange["engine"]): string {
  return engine === "pulumi" ? "by Pulumi" : "offline";
}
