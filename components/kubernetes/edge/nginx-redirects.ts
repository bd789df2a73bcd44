import type { EdgeSpec } from "../../contract";

/** The query of a request, to be added to a target that has one already. */
export function redirectMap({ redirects }: EdgeSpec): string[] {
  return redirects.some(({ to }) => to.includes("?")) ? ["map $args $more_args { default &$args; '' ''; }"] : [];
}

/** Redirects of single paths, with the query of the request. The last one of a path holds. */
export function redirects({ redirects: all }: EdgeSpec): string[] {
  const byPath = new Map(all.map((redirect) => [redirect.from, redirect]));
  return [...byPath.values()].map(
    ({ from, to, permanent }) => `location = ${from} { return ${permanent ? 301 : 302} "${withQuery(to)}"; }`,
  );
}

/** A fragment comes after the query. */
function withQuery(to: string): string {
  const [address = "", ...fragment] = to.split("#");
  const query = address.includes("?") ? "$more_args" : "$is_args$args";
  return [`${address}${query}`, ...fragment].join("#");
}
