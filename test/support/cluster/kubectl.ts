import { type Outcome, run } from "../command";

/** Runs kubectl on the cluster of a kubeconfig; by default that of `KUBECONFIG`. */
export function kubectl(args: readonly string[], kubeconfig?: string): Promise<Outcome> {
  return run(kubectlCommand, args, kubeconfig === undefined ? {} : { env: { KUBECONFIG: kubeconfig } });
}

/** What is run as kubectl. */
export const kubectlCommand = process.env.KUBECTL ?? "kubectl";
