/**
 * A property value as it travels between SDK and engine: JSON, with objects that carry a signature for what JSON has no word
 * for (`special.ts`).
 */
export type Wire = null | boolean | number | string | Wire[] | WireObject;
export interface WireObject {
  [key: string]: Wire;
}
