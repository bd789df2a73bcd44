/** A user's mistake in config, program or command line. The message is for that user; the command exits with 2. */
export class PreviewError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "PreviewError";
  }
}
