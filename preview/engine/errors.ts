/** A mistake in config, program or use, told in words for the person who made it. The command exits with 2. */
export class PreviewError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "PreviewError";
  }
}
