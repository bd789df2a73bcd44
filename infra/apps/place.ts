import { type Place, unknownMailHost } from "./application";

/** What an application is told of the place where it is described. Without a mail server, its host is `unknownMailHost`. */
export function placeOf({
  environment,
  domain,
  mailHost = unknownMailHost,
}: Omit<Place, "mailHost"> & Partial<Pick<Place, "mailHost">>): Place {
  return { environment, domain, mailHost };
}
