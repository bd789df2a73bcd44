import type { RedirectSpec } from "../../contract";

/** Placeholder for the host of the request, if a redirect names only a path (RFC 2606). */
const sameHost = "same-host.invalid";

/** Where a redirect leads, as Front Door has it. What is left out of host, query and fragment is the request's own. */
export interface RedirectTarget {
  customPath: string;
  customHostname: string | undefined;
  customQueryString: string | undefined;
  customFragment: string | undefined;
}

/** The parts of a path or an address that a redirect leads to. */
export function redirectTarget(to: string): RedirectTarget {
  const { hostname, pathname, search, hash } = new URL(to, `https://${sameHost}`);
  return {
    customPath: pathname,
    customHostname: hostname === sameHost ? undefined : hostname,
    customQueryString: search.slice(1) || undefined,
    customFragment: hash.slice(1) || undefined,
  };
}

/** Port that the address of a redirect names, which Front Door has no place for; empty where it is the default one. */
export function redirectPort({ to }: RedirectSpec): string {
  return new URL(to, `https://${sameHost}`).port;
}
