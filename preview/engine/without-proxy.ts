/**
 * Variables that make the SDK in our child processes connect to us without a proxy. grpc-js reads the first of the two that
 * is set (`http_proxy.js`), so it also gets the value of the other one; nothing else reads it.
 */
export function withoutProxy({ no_grpc_proxy: own, no_proxy: all }: NodeJS.ProcessEnv): { no_grpc_proxy: string } {
  const others = own || all;
  return { no_grpc_proxy: others ? `127.0.0.1,${others}` : "127.0.0.1" };
}
