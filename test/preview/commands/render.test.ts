import assert from "node:assert/strict";
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isotopo } from "../../support/command";
import { inFolder, program } from "../programs";

const cwd = program("cluster");

describe("isotopo render", () => {
  it("writes manifests in an order to apply, without secrets; again in the place of the first", () =>
    inFolder(async (folder) => {
      const out = join(folder, "new/manifests");
      const { code, stdout, stderr } = await isotopo(["render", "dev", "--out", out], { cwd });
      assert.deepEqual([code, stderr], [0, ""]);
      assert.equal(
        stdout,
        `3 manifests in ${out}. Apply them with: kubectl apply --server-side -R -f ${out}\n` +
          "Not written, it holds values: kubectl create secret generic keys --namespace shop --from-literal=<key>=…\n",
      );
      const files = readdirSync(out);
      const shapes = [
        /^\.isotopo-render$/,
        /^1-namespace-shop/,
        /^2-configmap-a-config-[0-9a-f]{7}/,
        /^3-deployment-web/,
      ];
      assert.equal(files.length, shapes.length);
      shapes.forEach((shape, i) => {
        assert.match(files[i] ?? "", shape);
      });
      const [, , configMap = ""] = files;
      assert.match(
        readFileSync(join(out, configMap), "utf8"),
        /^apiVersion: v1\nkind: ConfigMap\ndata:\n {2}"on": "yes"\nmetadata:\n {2}name: a-config-[0-9a-f]{7}\n {2}annotations:\n {4}kept: "on"\n {2}namespace: shop\n$/,
      );
      assert.equal(statSync(out).mode & 0o777, 0o777 & ~process.umask());

      writeFileSync(join(out, "9-stale.yaml"), "stale");
      assert.equal((await isotopo(["render", "dev", "--out", out], { cwd })).code, 0);
      assert.deepEqual(readdirSync(out), files);
      assert.deepEqual(readdirSync(join(folder, "new")), ["manifests"]);
    }));

  it("leaves a folder alone that it did not make", () =>
    inFolder(async (folder) => {
      writeFileSync(join(folder, "mine.txt"), "mine");
      assert.deepEqual(await isotopo(["render", "dev", "--out", folder], { cwd }), {
        code: 2,
        stdout: "",
        stderr: `isotopo: ${folder} is not empty and was not rendered by this command; name a new or an empty folder\n`,
      });
      assert.deepEqual(readdirSync(folder), ["mine.txt"]);
    }));

  it("refuses a stack that is not on Kubernetes, and writes nothing", () =>
    inFolder(async (folder) => {
      const out = join(folder, "manifests");
      assert.deepEqual(await isotopo(["render", "nothing", "--out", out], { cwd: program("mistakes") }), {
        code: 2,
        stdout: "",
        stderr: 'isotopo: stack "nothing" has no Kubernetes resources; render is for stacks on kubernetes\n',
      });
      assert.deepEqual(readdirSync(folder), []);
    }));
});
