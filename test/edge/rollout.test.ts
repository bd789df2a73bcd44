import assert from "node:assert/strict";
import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Server } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { kept, leaveSeconds } from "../../components/kubernetes/drain";
import { edgeOf } from "../components/kubernetes/edge/specs";
import { ask } from "./support/ask";
import { needsNginx } from "./support/edges";
import { type Edge, startEdge } from "./support/nginx";
import { type PlayedService, playService } from "./support/service";

/** How long the address of a Pod stays in the Service after the Pod was told to stop. */
const endpointSeconds = 1;

/** A Service of the cluster before two Pods: a new connection goes to the Pod of now, and one that is there stays on its own. */
class Rollout {
  /** The Pod that a new connection gets. */
  current: PlayedService;
  /** Whether the old Pod has got its signal. */
  stopped = false;
  /** Requests that met the old Pod after it was told to stop for good. */
  late = 0;

  private constructor(
    private readonly edge: Edge,
    private readonly service: Server,
    private readonly old: PlayedService,
    private readonly next: PlayedService,
  ) {
    this.current = old;
  }

  static async start(change: (config: string) => string): Promise<Rollout> {
    const [old, next] = [await playService("old"), await playService("next")];
    const service = createServer();
    service.listen(0, "127.0.0.1");
    await once(service, "listening");
    const { port } = service.address() as AddressInfo;
    const edge = await startEdge(change(edgeOf({})), { ports: { web: port, api: port } });
    const rollout = new Rollout(edge, service, old, next);
    service.on("connection", (socket) => {
      const { current } = rollout;
      const pod = connect(current.port, "127.0.0.1");
      socket.on("data", (data) => {
        if (current === old && rollout.stopped) {
          // It has just closed what was between two requests, and the next one was on its way.
          rollout.late += 1;
          socket.destroy();
          pod.destroy();
        } else pod.write(data);
      });
      pod.on("data", (data) => void socket.write(data));
      for (const [one, other] of [
        [socket, pod],
        [pod, socket],
      ] as const) {
        one.on("error", () => {}).on("close", () => other.destroy());
      }
    });
    return rollout;
  }

  /** Asks all the time, replaces the Pod meanwhile, and says which answers came. */
  async played(): Promise<Record<number, number>> {
    const answers: Record<number, number> = {};
    const asking: Promise<void>[] = [];
    const end = Date.now() + (leaveSeconds + 3) * 1000;
    const steps = [
      pause((1 + endpointSeconds) * 1000).then(() => {
        this.current = this.next;
      }),
      pause((1 + leaveSeconds) * 1000).then(() => {
        this.stopped = true;
      }),
    ];
    while (Date.now() < end) {
      asking.push(
        ask(this.edge, { host: "shop.test", method: "POST", body: "order" }).then(({ status }) => {
          answers[status] = (answers[status] ?? 0) + 1;
        }),
      );
      await pause(50);
    }
    await Promise.all([...asking, ...steps]);
    return answers;
  }

  async stop(): Promise<void> {
    await this.edge.stop();
    this.service.close();
    for (const service of [this.old, this.next]) await service.close();
  }
}

describe("the edge on nginx: a service's rollout", function () {
  this.timeout(60_000);
  const rollouts: Rollout[] = [];
  before(function () {
    needsNginx(this);
  });
  afterEach(async () => {
    for (const rollout of rollouts.splice(0)) await rollout.stop();
  });

  it("has left a Pod when that is told to stop, so that no POST meets its end; kept for longer, some do", async () => {
    const ours = await Rollout.start((config) => config);
    rollouts.push(ours);
    const longer = await Rollout.start((config) => config.replaceAll(/keepalive_time \d+s;/g, "keepalive_time 5m;"));
    rollouts.push(longer);
    const [answers, others] = await Promise.all([ours.played(), longer.played()]);
    assert.equal(ours.late, 0);
    assert.deepEqual(Object.keys(answers), ["200"]);
    assert.ok(longer.late > 0 && (others[502] ?? 0) > 0, JSON.stringify(others));
  });

  it("is over in time: the Service's second, a connection's age and its last idle moment", () => {
    assert.ok(endpointSeconds + kept.ageSeconds + kept.idleSeconds < leaveSeconds);
  });
});
