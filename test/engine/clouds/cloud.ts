import { isDeepStrictEqual } from "node:util";
import { status } from "@grpc/grpc-js";
import type { Invokes } from "../../../preview/engine/invokes/invokes";
import { leftUnknown, type OutputSimulator } from "../../../preview/engine/simulate/outputs";
import { isWireObject, mapObject, type WireObject, withoutSecrets } from "../../../preview/model/wire";
import type { Account, Thing } from "./account";
import { answersOf } from "./answers";
import type { Behaviour, Call } from "./behaviour";
import type { Fault } from "./faults";

/** A refusal, or another answer that is an error. */
class CloudError extends Error {
  readonly code = status.UNKNOWN;
}

/** What a cloud is asked of one resource. */
export interface Asked {
  urn: string;
  type: string;
  name: string;
  inputs: WireObject;
}

/** The parts of a cloud that differ by plugin and by test. */
export interface CloudParts {
  account: Account;
  simulator: OutputSimulator;
  invokes: Invokes;
  behaviours: readonly Behaviour[];
  /** Whether it has whatever it is asked for, as programs read and import. */
  hasAny: boolean;
  region: string;
  /** What a test asked to go wrong with this call. */
  faultOf(call: Fault["call"], urn: string): Fault["what"] | undefined;
  /** Whether its provider ends calls when it is asked to. */
  cancels: boolean;
  /** Tells that a call hangs. */
  hangs(urn: string): void;
}

/** The hidden output that says which thing a state is about. */
const made = "__made";

/** A cloud that keeps what was made, and refuses what the cloud it plays would refuse. */
export class Cloud {
  /**
   * Pulumi asks for it where a person interrupts. `azure-native` ends the calls under way; the others' bridge does nothing, so that what
   * hangs goes on hanging (`Cancel` in provider.go of pulumi-azure-native, and in pkg/tfbridge of pulumi-terraform-bridge).
   */
  cancel(): void {
    if (this.parts.cancels) this.endHanging();
  }

  private endHanging: () => void = () => undefined;
  private readonly cancelled = new Promise<void>((resolve) => {
    this.endHanging = resolve;
  });

  constructor(private readonly parts: CloudParts) {}

  /** What a preview is told of a creation: outputs that the cloud will set are unknown. */
  plan(asked: Asked): WireObject {
    const { outputs } = this.simulate(asked, asked.urn, true);
    return leftUnknown(outputs, asked.inputs);
  }

  async create(asked: Asked): Promise<{ id: string; outputs: WireObject }> {
    const { account, region } = this.parts;
    const fault = await this.meet("create", asked.urn);
    const { urn, type, inputs } = asked;
    const times = account.timesMade(urn);
    // What is made again is another thing, with other generated names.
    const number = `${urn} ${times}`;
    const { id, outputs } = this.simulate(asked, seedOf(number));
    const marked = { inputs, outputs: { ...outputs, [made]: number } };
    const plain = { inputs: plainObject(inputs), outputs: plainObject(marked.outputs) };
    const thing: Thing = { made: number, type, id, urn, region, marked, ...plain };
    this.refuse({ what: "create", ...thing });
    account.add({ done: "create", thing });
    if (fault === "lose") throw new CloudError("connection reset by peer");
    return { id, outputs: marked.outputs };
  }

  /** Undefined where it is gone. */
  async read(type: string, id: string, urn: string, outputs: WireObject): Promise<Thing | undefined> {
    await this.meet("read", urn);
    const found = this.thing(outputs) ?? this.parts.account.byId(type, id);
    if (found !== undefined || !this.parts.hasAny) return found;
    const marked = { inputs: {}, outputs };
    return { made: "", type, id, urn, region: this.parts.region, inputs: {}, outputs, marked };
  }

  /**
   * What a preview is told of an update, and what an update answers: outputs that are no inputs stay, and so does what the cloud
   * computed inside of inputs that do not change.
   */
  updated(asked: Asked, before: WireObject, oldInputs: WireObject, isPreview: boolean): WireObject {
    const { inputs } = asked;
    const kept = Object.entries(before).filter(([key]) => !(key in oldInputs) && !(key in inputs));
    const { outputs } = this.simulate(asked, seedOf(String(before[made] ?? asked.urn)), isPreview);
    const now = mapObject(inputs, (input, key) =>
      isDeepStrictEqual(oldInputs[key], input) ? (before[key] ?? input) : (outputs[key] ?? input),
    );
    return { ...Object.fromEntries(kept), ...now };
  }

  async update(asked: Asked, state: WireObject, oldInputs: WireObject): Promise<WireObject> {
    const { urn, inputs } = asked;
    const fault = await this.meet("update", urn);
    const thing = this.known(state, urn);
    const plain = plainObject(inputs);
    this.refuse({ what: "update", thing, inputs: plain });
    const after = this.updated(asked, thing.marked.outputs, oldInputs, false);
    const marked = { inputs, outputs: after };
    const outputs = plainObject(after);
    this.parts.account.add({ done: "update", thing: { ...thing, urn, inputs: plain, outputs, marked } });
    if (fault === "lose") throw new CloudError("connection reset by peer");
    return after;
  }

  async delete(urn: string, outputs: WireObject): Promise<void> {
    const fault = await this.meet("delete", urn);
    const thing = this.thing(outputs);
    // Providers take "not found" for deleted.
    if (thing === undefined) return;
    this.refuse({ what: "delete", thing });
    this.parts.account.add({ done: "delete", thing });
    if (fault === "lose") throw new CloudError("connection reset by peer");
  }

  invoke(token: string, args: WireObject): WireObject {
    // What no SDK declares answers its arguments.
    return this.parts.invokes.answer(token, args, { region: this.parts.region }) ?? args;
  }

  private thing(outputs: WireObject): Thing | undefined {
    const number = outputs[made];
    return typeof number === "string" ? this.parts.account.find(number) : undefined;
  }

  private known(outputs: WireObject, urn: string): Thing {
    const thing = this.thing(outputs);
    if (thing === undefined) throw new CloudError(`${urn} is not there any more`);
    return thing;
  }

  private simulate({ type, name, inputs }: Asked, seed: string, unknowns = false) {
    const { region, simulator } = this.parts;
    const { id, outputs } = simulator.simulate({ type, name, urn: seed, inputs, region, unknowns });
    const plain = [inputs, outputs].map(plainObject);
    return { id, outputs: { ...outputs, ...answersOf(type, plain[0] ?? {}, plain[1] ?? {}) } };
  }

  private async meet(call: Fault["call"], urn: string): Promise<Fault["what"] | undefined> {
    const fault = this.parts.faultOf(call, urn);
    if (fault === "fail") throw new CloudError("the service is not available (a fault that the test asked for)");
    if (fault === "hang") {
      this.parts.hangs(urn);
      await this.cancelled;
      throw new CloudError("the call was cancelled");
    }
    return fault;
  }

  private refuse(call: Call): void {
    const { account, behaviours } = this.parts;
    for (const behaviour of behaviours) {
      const message = behaviour.refuses(call, account);
      if (message === undefined) continue;
      const { urn, type } = call.what === "create" ? call : call.thing;
      account.add({ done: "refuse", what: call.what, urn, type, behaviour: behaviour.name, message });
      throw new CloudError(message);
    }
  }
}

function plainObject(value: WireObject): WireObject {
  const plain = withoutSecrets(value);
  return isWireObject(plain) ? plain : {};
}

/** What generated names are made from: of the first thing of a URN, what the previewer makes them from. */
function seedOf(number: string): string {
  return number.replace(/ 0$/, "");
}
