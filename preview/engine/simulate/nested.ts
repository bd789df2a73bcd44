import { specialOf } from "../../model/special";
import { isUnknown, isWireObject, type Wire, type WireObject } from "../../model/wire";
import { interfaceIn, type Member } from "./members";
import type { SdkSource, SdkSources } from "./sdk-source";

/** Types are nested in types; deeper members are left out. */
const mostLevels = 6;

/** The value of a member that only the provider knows, by its path. */
export type Computed = (member: Member, path: string) => Wire;

/**
 * Fills in what a provider computes inside of the objects that a program gives it, such as the address of a network
 * interface: the members that the SDK's type of an output has always, and the input has not.
 */
export class NestedOutputs {
  private readonly types = new Map<string, Member[] | undefined>();

  constructor(private readonly sdks: SdkSources) {}

  /** A value of an input, with the members of a declared type in it. */
  filled(value: Wire, declared: string, source: SdkSource, computed: Computed, path: string, level = 0): Wire {
    if (level > mostLevels || isUnknown(value)) return value;
    if (Array.isArray(value)) {
      const item = /^(?:\((.*)\)|(.*))\[\]$/.exec(declared);
      const type = item?.[1] ?? item?.[2];
      if (type === undefined) return value;
      return value.map((one, i) => this.filled(one, type, source, computed, `${path}[${i}]`, level + 1));
    }
    if (!isWireObject(value)) return value;
    const special = specialOf(value);
    if (special !== undefined) {
      if (special.kind !== "secret" || special.value === undefined) return value;
      return { ...value, value: this.filled(special.value, declared, source, computed, path, level) };
    }
    const members = this.membersOf(declared, source);
    if (members === undefined) return value;
    const all: WireObject = { ...value };
    for (const member of members) {
      const [given, at] = [value[member.name], `${path}.${member.name}`];
      if (given !== undefined) all[member.name] = this.filled(given, member.type, source, computed, at, level + 1);
      else if (!member.optional) all[member.name] = computed(member, at);
    }
    return all;
  }

  /** The members of a type of the SDK's outputs, `outputs.compute.InstanceNetworkInterface`; undefined for any other. */
  private membersOf(declared: string, source: SdkSource): Member[] | undefined {
    const name = /^outputs\.([\w.]+)$/.exec(declared)?.[1];
    if (name === undefined) return undefined;
    const key = `${source.packageDir} ${name}`;
    if (!this.types.has(key)) {
      const text = this.sdks.outputType(source, name);
      this.types.set(key, text === undefined ? undefined : interfaceIn(text));
    }
    return this.types.get(key);
  }
}
