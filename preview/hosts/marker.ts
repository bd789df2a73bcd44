/** Whether the first line of a text is a marker. Hosts may end lines in their own way. */
export function beginsWith(text: string | null | undefined, marker: string): boolean {
  return text?.split(/\r?\n/, 1)[0]?.trim() === marker;
}
