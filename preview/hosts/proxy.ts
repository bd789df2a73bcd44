import { BlockList, isIP } from "node:net";
import { PreviewError } from "../model/errors";

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Makes this process use the proxy that the environment names for an API. Node.js uses none by itself (since 24 it does with
 * `NODE_USE_ENV_PROXY`), so `fetch` is replaced by undici's, which can. Does nothing if there is no proxy for that address.
 * Throws a `PreviewError` for an invalid proxy address, without its text, which may hold a password.
 */
export async function useProxy(apiUrl: string, env: Environment): Promise<void> {
  const proxy = proxyOf(new URL(apiUrl), env);
  if (proxy === undefined) return;
  const { FormData, Headers, ProxyAgent, Request, Response, fetch, setGlobalDispatcher } = await import("undici");
  setGlobalDispatcher(new ProxyAgent(proxy));
  // All from one library: its `fetch` accepts no `Request` of another.
  Object.assign(globalThis, { FormData, Headers, Request, Response, fetch });
}

/**
 * The proxy for an address, from the environment as curl reads it: `HTTPS_PROXY` or `HTTP_PROXY` by the address, in either
 * case, and none for hosts of `NO_PROXY`.
 */
export function proxyOf(url: URL, env: Environment): string | undefined {
  const lower = url.protocol === "https:" ? "https_proxy" : "http_proxy";
  const name = [lower, lower.toUpperCase()].find((one) => env[one] !== undefined && env[one] !== "");
  const proxy = name === undefined ? undefined : env[name];
  if (proxy === undefined || isExempt(url, env.no_proxy || env.NO_PROXY || "")) return undefined;
  if (!URL.canParse(proxy) || !/^https?:$/.test(new URL(proxy).protocol)) {
    throw new PreviewError(`${name} is no address of a proxy; required: one such as http://proxy.example.com:3128`);
  }
  return proxy;
}

/** Whether a list names a host: itself or a domain that it is in, with or without a port, a range of addresses, or `*`. */
function isExempt({ hostname, port, protocol }: URL, list: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, "");
  const ownPort = port || (protocol === "https:" ? "443" : "80");
  return list
    .split(/[\s,]+/)
    .filter((entry) => entry !== "")
    .some((entry) => {
      if (entry === "*") return true;
      if (entry.includes("/")) return isInRange(host, entry);
      const [, name = entry, only] =
        /^\[?([^[\]]+?)\]?(?::(\d+))?$/.exec(isIP(entry) === 6 ? `[${entry}]` : entry) ?? [];
      if (only !== undefined && only !== ownPort) return false;
      const domain = name.replace(/^\*?\./, "").toLowerCase();
      return host === domain || (isIP(host) === 0 && host.endsWith(`.${domain}`));
    });
}

function isInRange(host: string, range: string): boolean {
  const [network = "", bits = ""] = range.split("/");
  const family = isIP(network);
  if (family === 0 || isIP(host) !== family || !/^\d+$/.test(bits) || Number(bits) > (family === 4 ? 32 : 128))
    return false;
  const type = family === 4 ? "ipv4" : "ipv6";
  const ranges = new BlockList();
  ranges.addSubnet(network, Number(bits), type);
  return ranges.check(host, type);
}
