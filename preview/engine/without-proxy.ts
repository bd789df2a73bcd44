/**
 * What has the SDK in our children talk to us without a proxy. Of both variables grpc-js reads the first that is set
 * (`http_proxy.js`), so it takes along what the other says; nothing else reads it.
 */
export function withoutProxy({ no_grpc_proxy: own, no_proxy: all }: NodeJS.ProcessEnv): { no_grpc_proxy: string } {
  const others = own || all;
  return { no_grpc_proxy: others ? `127.0.0.1,${others}` : "127.0.0.1" };
}
