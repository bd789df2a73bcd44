// Whether a package is the one that a preload was made for. Each preload that changes how a package works says what it needs of
// that package: a range of versions, and what its files must look like. Where a copy of the package does not fit, the preload
// leaves it alone, and tells why (`NODE_DEBUG=isotopo`).

const { readFileSync } = require("node:fs");
const { join } = require("node:path");
const { isProgram, tell } = require("./tell");

/** The versions of the SDK that the preloads are tested with (`npm run test:sdks`); the form of its files is checked too. */
exports.sdk = { package: "@pulumi/pulumi", from: "3.113.0", below: "4.0.0" };

/**
 * A function that tells of a file whether it belongs to a copy of the package that fits. `from` is the first version that fits,
 * `below` the first that does not; `forms` are patterns that the text of a file must have, by its path in the package. `preload` and
 * `what` name what is left out otherwise.
 */
exports.whereFits = function whereFits({ preload, what, package: name, from, below, forms = {} }) {
  const inPackage = new RegExp(
    `^(.*[\\\\/]node_modules[\\\\/]${name.replace("/", "[\\\\/]")})[\\\\/](?!node_modules[\\\\/])`,
  );
  const answers = new Map();
  return function fits(file) {
    const folder = inPackage.exec(file)?.[1];
    if (folder === undefined) return false;
    if (!answers.has(folder)) {
      const reason = misfit(folder, { name, from, below, forms });
      if (reason !== undefined) leaveOut(`${preload}: ${what}: ${reason} (${folder})`);
      answers.set(folder, reason === undefined);
    }
    return answers.get(folder);
  };
};

/** Tells the preview what was left out, and why. It shows that where somebody looks for it. */
function leaveOut(words) {
  if (isProgram) tell({ leftOut: words });
}

exports.leaveOut = leaveOut;

/** Why a copy of a package does not fit; undefined where it does. */
function misfit(folder, { name, from, below, forms }) {
  try {
    const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    if (!isAtLeast(version, from) || isAtLeast(version, below))
      return `${name} is ${version}, required: from ${from} to below ${below}`;
    for (const [file, patterns] of Object.entries(forms)) {
      const text = readFileSync(join(folder, file), "utf8");
      if (!patterns.every((pattern) => pattern.test(text))) return `${name} ${version} has another ${file}`;
    }
    return undefined;
  } catch (error) {
    return `${name} can't be read: ${error.message}`;
  }
}

/** Compares major, minor and patch. A version before a release counts as the release. */
function isAtLeast(version, least) {
  const [left, right] = [version, least].map((text) => text.split(/[-+]/)[0].split(".").map(Number));
  const at = left.findIndex((part, index) => part !== right[index]);
  return at < 0 || left[at] > right[at];
}
