import type { PlanResource } from "../../../preview/model/plan";
import type { DocumentedValue } from "../../../tools/values/value";
import { DeclaredInputs } from "./declared";
import { looksEnumerated } from "./looks";
import { referencesIn, refers } from "./references";
import { allows, isOf } from "./table";
import { type InputText, providerOf, textsOf } from "./texts";

/** What came of judging the texts of some plans, each counted once for its type and property. */
export interface Judgement {
  /** How many the SDK's own types know. */
  byType: number;
  /** How many a row of the table allows. */
  byTable: number;
  /** Names, addresses and other free text, as `type property = value`. */
  free: string[];
  /** Ids and addresses of other resources. */
  references: number;
  /** What nothing allows, as `type property = value`. */
  unknown: string[];
  /** Rows that allowed something. */
  used: Set<DocumentedValue>;
}

/** Judges every text input of the resources of some plans by the SDK's types, else by the rows of the table. */
export function judge(
  plans: readonly (readonly PlanResource[])[],
  table: Readonly<Record<string, readonly DocumentedValue[]>>,
): Judgement {
  const judgement: Judgement = { byType: 0, byTable: 0, free: [], references: 0, unknown: [], used: new Set() };
  const declared = new DeclaredInputs();
  const seen = new Set<string>();
  for (const resources of plans) {
    const references = referencesIn(resources);
    for (const resource of resources) {
      const rows = table[providerOf(resource.type)];
      if (!resource.custom || rows === undefined) continue;
      for (const text of textsOf(resource, declared)) {
        const line = `${resource.type} ${text.path.map(place).join(".")} = ${text.value}`;
        if (seen.has(line)) continue;
        seen.add(line);
        judgeText(text, line, rows, references);
      }
    }
  }
  return judgement;

  function judgeText(
    text: InputText,
    line: string,
    rows: readonly DocumentedValue[],
    references: ReadonlySet<string>,
  ): void {
    const { resource, path, keys, value } = text;
    const allowed =
      text.declared === undefined ? undefined : declared.allowed(providerOf(resource.type), text.declared);
    const speaking = rows.filter((row) => isOf(row, resource.type, path));
    const allowing = speaking.filter((row) => allows(row, value));
    for (const row of allowing) judgement.used.add(row);

    if (allowed?.has(value)) judgement.byType += 1;
    else if (allowing.length > 0) judgement.byTable += 1;
    else if (speaking.length > 0 && references.has(value)) judgement.references += 1;
    else if (speaking.length > 0) judgement.unknown.push(`${line} (not among what the table says)`);
    else if (allowed !== undefined) judgement.unknown.push(`${line} (not among what the SDK's type says)`);
    else if (!looksEnumerated(keys, value)) judgement.free.push(line);
    else if (refers(value, references)) judgement.references += 1;
    else judgement.unknown.push(line);
  }
}

/** Any place in a list is as good as another. */
function place(key: string): string {
  return /^\d+$/.test(key) ? "*" : key;
}
