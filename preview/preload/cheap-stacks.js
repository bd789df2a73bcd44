// Runs before a previewed program. The SDK keeps a stack trace of every promise that it makes, for the case that it
// leaks, and maps each through source maps: most of the time that a resource costs. This keeps the traces of errors as
// they are and makes the others cheap, by giving the bare `new Error()` of the SDK's bookkeeping a short trace that
// nobody formats. A real `pulumi up` can do the same: `nodeargs: "--import tsx --stack-trace-limit=4"`.

Error.stackTraceLimit = 10;
