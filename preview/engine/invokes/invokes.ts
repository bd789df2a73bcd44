import type { WireObject } from "../../model/wire";
import { classMembers, interfaceMembers } from "../simulate/members";
import { placeholder } from "../simulate/placeholder";
import type { SdkSources } from "../simulate/sdk-source";
import type { InvokeAnswer, InvokeContext } from "./answer";
import { awsInvokes } from "./aws";
import { kubernetesInvokes } from "./kubernetes";
import { otherInvokes } from "./others";

const answers: Readonly<Record<string, InvokeAnswer>> = {
  ...awsInvokes,
  ...kubernetesInvokes,
  ...otherInvokes,
};

/**
 * Answers provider functions with plausible, deterministic results: by hand where a program computes with the answer,
 * else from the type of the result in the SDK's own declarations.
 */
export class Invokes {
  constructor(private readonly sdks: SdkSources) {}

  /** Undefined for a function of which no SDK says what it answers. */
  answer(token: string, args: WireObject, context: InvokeContext): WireObject | undefined {
    const byHand = answers[token]?.(args, context);
    if (byHand !== undefined) return byHand;
    const declared = this.fromDeclarations(token, args, context);
    return declared && { ...declared, ...args };
  }

  private fromDeclarations(token: string, args: WireObject, { region }: InvokeContext): WireObject | undefined {
    const source = this.sdks.find(token);
    if (source === undefined || source.declarations === "") return undefined;
    const name = token.split(":").at(-1) ?? "";
    const result = `${name.charAt(0).toUpperCase()}${name.slice(1)}Result`;
    const members = [...interfaceMembers(source.declarations, result), ...classMembers(source.declarations)];
    const context = {
      type: token,
      name: "simulated",
      urn: `${token} ${JSON.stringify(args)}`,
      region,
    };
    return Object.fromEntries(
      members
        .filter(({ optional }) => !optional)
        .map((member) => [member.name, placeholder(member.name, member.type, context)]),
    );
  }
}
