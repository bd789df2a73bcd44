import { absent, atMost, otherwise, type Readings, type Values } from "../../fact";
import { type edgeFacts, named } from "../../facts/edge";
import { type Native, number, table } from "../../native";
import { argument, type Block, header, nginx, servers } from "./nginx";

/** Headers and limits of the edge proxy. */
export const kubernetesEdge: Readings<typeof edgeFacts> = {
  "edge: security headers": (native) =>
    everywhere(native, (block) =>
      table(
        [
          "Strict-Transport-Security",
          "X-Content-Type-Options",
          "X-Frame-Options",
          "Referrer-Policy",
          "Content-Security-Policy",
        ],
        (name) => name,
        (name) => header(block, name),
      ),
    ),
  "edge: CORS": (native) => {
    const map = nginx(native).lines.find((line) => line.startsWith("map $http_origin $cors_origin"));
    if (map === undefined) return {};
    return everywhere(native, (block) => ({
      origins: [...map.matchAll(/(https?:\/\/\S+) \$http_origin;/g)].map(([, origin]) => origin),
      credentials: header(block, "Access-Control-Allow-Credentials") === "true",
      methods: header(block, "Access-Control-Allow-Methods")?.split(", "),
      headers: header(block, "Access-Control-Allow-Headers")?.split(", "),
      seconds: number(header(block, "Access-Control-Max-Age")),
    }));
  },
  "edge: managed rules": absent,
  "edge: requests per minute and address": atMost((native) =>
    table(
      nginx(native).lines.filter((line) => line.startsWith("limit_req_zone ")),
      (line) => zone(line),
      (line) => Number(/rate=(\d+)r/.exec(line)?.[1]) * (line.includes("r/s;") ? 60 : 1),
    ),
  ),
  "edge: paths of rates": (native) => ofRates(native, (_, paths) => paths),
  // A rule without a burst takes all its requests at once.
  "edge: bursts": otherwise((native) => ofRates(native, (line) => number(/burst=(\d+)/.exec(line)?.[1]))),
  "edge: largest body in MiB": (native) => ({
    edge: firstOf(native, (its) => number(argument(its, "client_max_body_size"))),
  }),
  "edge: denied extensions": (native) => {
    const endings = firstOf(native, (server) =>
      server.blocks.flatMap(({ head }) => /^location ~\* \\\.\((.*)\)\$$/.exec(head)?.[1]?.split("|") ?? []),
    );
    return named((endings ?? []).map((ending) => `.${ending}`));
  },
  "edge: dropped headers": (native) => {
    const dropped = locations(native).map(({ lines }) =>
      lines.flatMap((line) => /^proxy_set_header (\S+) '';$/.exec(line)?.[1]?.toLowerCase() ?? []),
    );
    const [some = []] = dropped;
    return named(some.filter((name) => dropped.every((names) => names.includes(name))));
  },
  "edge: denied ranges": (native) => {
    const block = nginx(native).blocks.find(({ head }) => head === "geo $denied_address");
    return named((block?.lines ?? []).filter((line) => line.endsWith(" 1;")).map((line) => line.replace(" 1;", "")));
  },
  // It knows none, and no shipped stack denies one.
  "edge: denied countries": () => ({}),
};

function firstOf<T>(native: Native, value: (server: Block) => T): T | undefined {
  const [server] = servers(native).values();
  return server && value(server);
}

/** Locations that pass requests on. */
function locations(native: Native): Block[] {
  const all = [...servers(native).values()].flatMap(({ blocks }) => blocks);
  return all.filter(
    (block) =>
      block.head.startsWith("location") &&
      argument(block, "proxy_pass") !== undefined &&
      !block.lines.includes("internal;"),
  );
}

/** What every location says: a difference between two would be no answer. */
function everywhere(native: Native, value: (block: Block) => Values): Values {
  const [first, ...others] = locations(native).map(value);
  return first !== undefined && others.every((its) => JSON.stringify(its) === JSON.stringify(first)) ? first : {};
}

/** `login-form` of `zone=rate_login_form`. */
function zone(line: string): string | undefined {
  return /zone=rate_(\w+)/.exec(line)?.[1]?.replaceAll("_", "-");
}

/** The limits of the prefixes, each with the widest paths that have it; none where all have. */
function ofRates(native: Native, value: (line: string, paths: string[]) => unknown): Values {
  const limits = locations(native).flatMap(({ head, lines }) =>
    lines
      .filter((line) => line.startsWith("limit_req "))
      .map((line) => ({ line, path: head.replace("location ", "") })),
  );
  const prefixes = limits.filter(({ path }) => path.startsWith("/"));
  return table(
    prefixes,
    ({ line }) => zone(line),
    ({ line }) => {
      const paths = [...new Set(prefixes.filter((its) => zone(its.line) === zone(line)).map(({ path }) => path))];
      const widest = paths.filter((path) => !paths.some((other) => other !== path && path.startsWith(other)));
      return value(line, widest.includes("/") ? [] : widest.sort());
    },
  );
}
