/** A value that the SDK knows only as text, with the documentation that says what it may be. */
export interface DocumentedValue {
  /** Type token of the resource: `gcp:sql/databaseInstance:DatabaseInstance`. */
  type: string;
  /** Dotted path of the input, `*` for any item of a list or any key. */
  property: string;
  /** What our components write there: the texts themselves, or what they all match. */
  values: readonly string[] | RegExp;
  /** Where it is documented: title or address of the page, or file of the upstream provider. */
  source: string;
}
