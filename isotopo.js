// What `isotopo list`, `show` and `compare` show of this program's stacks (docs/describing-a-project.md).

const { targets, options } = require("./docs/capabilities.json");

/** @type {import("@isotopo/preview").ProjectDescription} */
module.exports = {
  columns: ["app", "cloud", "environment", "region"],
  topology: { type: "isotopo:index:AppTopology", values: "topology", origins: "origins" },
  comparison: {
    keys: { application: "app", environment: "environment", target: "cloud" },
    targets,
    options,
  },
};
