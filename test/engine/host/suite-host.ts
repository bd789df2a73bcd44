import { Host } from "./host";

/** Starts a host before the tests of a suite, and stops it behind them. */
export function suiteHost(): () => Host {
  let host: Host | undefined;
  before(async () => {
    host = await Host.start();
  });
  after(() => host?.stop());
  return () => {
    if (host === undefined) throw new Error("the host is not there yet");
    return host;
  };
}
