// For programs that Pulumi's own CLI runs: `nodeargs: "--require tsx/cjs --require @isotopo/preview/preload/with-pulumi.js"`. An error
// then names the line of its source, and comes at once: on Node.js 20 the SDK writes errors with `util.inspect`, which takes minutes
// for frames that lead into the sources of packages. A previewed program has the same without it.

require("./plain-packages");
require("./cheap-stacks");
