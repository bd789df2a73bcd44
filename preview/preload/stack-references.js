// Runs before a previewed program. Outputs of another stack are in its backend, which a preview without an account does not read: they
// are unknown. A program that takes one as a plain value (`getOutputValue`, `getOutputDetails`, `requireOutputValue`) would go on with
// `undefined`, which is what the SDK makes of it, and fail somewhere else. Here it is told which output that is.

const { sdk, whereFits } = require("./fits");
const { onLoad } = require("./loads");

const wrapped = new WeakSet();

onLoad({
  module: /[\\/]@pulumi[\\/]pulumi[\\/]stackReference\.js$/,
  fits: whereFits({
    ...{ ...sdk, preload: "stack-references", what: "outputs of other stacks" },
    forms: { "stackReference.js": [/^ {4}(?:async )?readOutputValue\(callerName, outputName, required\) \{$/m] },
  }),
  take(loadNow) {
    const exported = loadNow();
    const prototype = exported.StackReference?.prototype;
    if (prototype !== undefined && !wrapped.has(prototype)) {
      wrapped.add(prototype);
      const read = prototype.readOutputValue;
      prototype.readOutputValue = async function readKnownOutput(caller, output, required) {
        const taken = required ? this.requireOutput(output) : this.getOutput(output);
        if (!(await taken.isKnown)) {
          const error = new Error(unknowable(await this.name.promise(), output));
          // The place is the program's.
          Error.captureStackTrace(error, readKnownOutput);
          throw error;
        }
        return read.call(this, caller, output, required);
      };
    }
    return exported;
  },
});

function unknowable(stack, output) {
  return (
    `output ${JSON.stringify(output)} of the stack ${JSON.stringify(stack)} can't be known here: it is in that stack's backend, ` +
    "which a preview without an account does not read. Take it by `getOutput`, which leaves it unknown, or use `pulumi preview` " +
    "for this program."
  );
}
