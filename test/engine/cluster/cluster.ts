import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { request } from "node:http";
import { createInterface } from "node:readline";
import { kubectlCommand } from "../../support/cluster/kubectl";
import { type Kind, type KubernetesObject, type MadeObject, pathOf, typeOf } from "./kinds";

/** The kubeconfig of a cluster that is for tests alone, from `ISOTOPO_CLUSTER`; undefined where there is none. */
export function clusterConfig(): string | undefined {
  const { ISOTOPO_CLUSTER: file } = process.env;
  if (file === undefined || file === "") return undefined;
  if (!existsSync(file)) throw new Error(`ISOTOPO_CLUSTER: there is no file ${file}`);
  return file;
}

/** Who is told of a kind's objects. */
export interface Watcher {
  begins(): void;
  is(object: KubernetesObject): void;
  isGone(object: KubernetesObject): void;
}

/** An API server, by `kubectl proxy`: that signs in by whatever a kubeconfig says. */
export class Cluster {
  private constructor(
    private readonly proxy: ChildProcess,
    private readonly address: string,
  ) {}

  static async open(kubeconfig: string): Promise<Cluster> {
    const proxy = spawn(kubectlCommand, ["proxy", "--port=0"], {
      env: { ...process.env, KUBECONFIG: kubeconfig },
      stdio: ["ignore", "pipe", "inherit"],
    });
    // `Starting to serve on 127.0.0.1:44321`
    const address = await new Promise<string>((resolve, reject) => {
      proxy.once("error", reject);
      proxy.once("exit", (code) => reject(new Error(`kubectl proxy ended with ${code}`)));
      createInterface({ input: proxy.stdout }).once("line", (line) => resolve(line.slice(line.lastIndexOf(" ") + 1)));
    });
    return new Cluster(proxy, `http://${address}`);
  }

  close(): void {
    this.proxy.removeAllListeners("exit");
    this.proxy.kill();
  }

  /** Undefined where it is not there. */
  async find(path: string): Promise<KubernetesObject | undefined> {
    const response = await fetch(`${this.address}${path}`);
    if (response.status === 404) return undefined;
    return JSON.parse(await answered(response, `GET ${path}`));
  }

  async list(path: string): Promise<readonly KubernetesObject[]> {
    const list: { items: KubernetesObject[] } = JSON.parse(
      await answered(await fetch(`${this.address}${path}`), `GET ${path}`),
    );
    return list.items;
  }

  /** Makes an object of a namespace, or of the cluster, what it is to be, as a manager of that name (server-side apply). */
  async apply(
    namespace: string | undefined,
    { kind, name, labels, owner, fields }: MadeObject,
    manager: string,
  ): Promise<void> {
    const ownerReferences =
      owner === undefined
        ? []
        : [{ ...typeOf(owner.kind), name: owner.name, uid: owner.uid, controller: true, blockOwnerDeletion: true }];
    const object = { ...typeOf(kind), metadata: { name, namespace, labels, ownerReferences }, ...fields };
    const path = `${pathOf(kind, namespace, name)}?fieldManager=${manager}&force=true`;
    await this.send("PATCH", path, object, "application/apply-patch+yaml");
  }

  /** Changes what is named of an object or of a part of it (`…/status`, `…/scale`), as a manager of that name. */
  async patch(path: string, change: object, manager: string): Promise<void> {
    await this.send("PATCH", `${path}?fieldManager=${manager}`, change, "application/merge-patch+json");
  }

  async delete(kind: Kind, namespace: string, name: string, options: object = {}): Promise<void> {
    await this.send("DELETE", pathOf(kind, namespace, name), options, "application/json");
  }

  /** Tells each object that is there, and each change, until the signal comes; where it is cut off, all of it from the beginning. */
  watch(path: string, watcher: Watcher, signal: AbortSignal): void {
    const again = () => {
      if (!signal.aborted) setTimeout(() => this.watch(path, watcher, signal), 200).unref();
    };
    // Not `fetch`, which gives a stream up that is silent for five minutes.
    const asked = request(`${this.address}${path}?watch=1`, { signal, agent: false }, (response) => {
      watcher.begins();
      createInterface({ input: response })
        .on("line", (line) => {
          const event: { type: string; object: KubernetesObject } = JSON.parse(line);
          if (event.type === "DELETED") watcher.isGone(event.object);
          else if (event.type !== "ERROR") watcher.is(event.object);
        })
        // What a signal breaks off is an error of the answer, and of who reads its lines.
        .on("error", () => {})
        .once("close", again);
    });
    asked.once("error", again);
    asked.end();
  }

  private async send(method: string, path: string, body: object, type: string): Promise<void> {
    const response = await fetch(`${this.address}${path}`, {
      method,
      headers: { "content-type": type },
      body: JSON.stringify(body),
    });
    await answered(response, `${method} ${path}`);
  }
}

/** An answer of the API server that is no success. */
export class ClusterError extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

async function answered(response: Response, what: string): Promise<string> {
  const text = await response.text();
  if (!response.ok) throw new ClusterError(response.status, `${what}: ${response.status} ${text}`);
  return text;
}
