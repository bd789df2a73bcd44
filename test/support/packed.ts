import assert from "node:assert/strict";
import { join } from "node:path";
import { run } from "./command";
import { projectDir } from "./project";

/** A program on Pulumi's SDK alone, with what our pack has a rule about. */
export const packedProgram = {
  "Pulumi.yaml": "name: shop\nruntime: { name: nodejs, options: { typescript: false } }\n",
  "Pulumi.dev.yaml": "{}\n",
  "package.json": JSON.stringify({ name: "shop", main: "index.js" }),
  "index.js": `
const pulumi = require("@pulumi/pulumi");
new pulumi.CustomResource("aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock", "open", { bucket: "b", blockPublicAcls: false });
`,
};

/** Packs a workspace of the project as it would be published. Returns the path of the archive. */
export async function packed(workspace: "policy" | "preview", folder: string): Promise<string> {
  const args = ["pack", "--silent", "--ignore-scripts", "--pack-destination", folder];
  const { code, stdout, stderr } = await run("npm", args, { cwd: join(projectDir, workspace) });
  assert.equal(code, 0, stderr);
  return join(folder, stdout.trim());
}
