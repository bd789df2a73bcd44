import { type Place, unknownMailHost } from "../apps/application";
import type { StackConfig } from "./schema";

/** What an application is told of the place where it is described. */
export function placeOf({
  environment,
  domain,
  mailHost = unknownMailHost,
}: Pick<StackConfig, "environment" | "domain" | "mailHost">): Place {
  return { environment, domain, mailHost };
}
