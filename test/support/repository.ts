import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { projectDir } from "./project";
import { writeFiles } from "./write-files";

/** A small git repository with a Pulumi project, in a folder of a test's own. */
export class Repository {
  constructor(
    readonly dir: string,
    /** Folder of the project in it. */
    readonly at = ".",
  ) {
    mkdirSync(dir, { recursive: true });
    this.git("init", "--quiet", "--initial-branch=main");
    this.write({ ".gitignore": "node_modules\n" });
    mkdirSync(this.project, { recursive: true });
    symlinkSync(join(projectDir, "node_modules"), join(this.project, "node_modules"));
  }

  get project(): string {
    return join(this.dir, this.at);
  }

  /** Runs git, whatever the user's own settings are. */
  git(...args: string[]): string {
    const env = {
      ...process.env,
      GIT_CONFIG_GLOBAL: "/dev/null",
      GIT_CONFIG_SYSTEM: "/dev/null",
      GIT_AUTHOR_NAME: "a",
      GIT_AUTHOR_EMAIL: "a@example.org",
      GIT_COMMITTER_NAME: "a",
      GIT_COMMITTER_EMAIL: "a@example.org",
    };
    return execFileSync("git", ["-C", this.dir, ...args], { env, encoding: "utf8", stdio: "pipe" }).trim();
  }

  /** Writes files of the project; what is undefined is taken away. */
  write(files: Readonly<Record<string, string | undefined>>): void {
    writeFiles(this.project, files);
  }

  /** Writes files and commits all; the commit's short name. */
  commit(files: Readonly<Record<string, string | undefined>>): string {
    this.write(files);
    this.git("add", "--all");
    this.git("commit", "--quiet", "--allow-empty", "--message", "a change");
    return this.git("rev-parse", "--short", "HEAD");
  }
}

/** A project whose program makes one bucket, tagged with its stack's word. */
export const bucketProject: Readonly<Record<string, string>> = {
  "Pulumi.yaml": "name: shop\nruntime: { name: nodejs, options: { typescript: false } }\n",
  "package.json": '{ "name": "shop", "main": "index.js" }\n',
  "index.js":
    'const aws = require("@pulumi/aws/s3");\nconst { tags } = require("./tags");\nnew aws.Bucket("files", { tags });\n',
  "tags.js":
    'const pulumi = require("@pulumi/pulumi");\nexports.tags = { word: new pulumi.Config().require("word"), from: "tags" };\n',
  "Pulumi.dev.yaml": "config:\n  aws:region: eu-west-1\n  shop:word: one\n",
};
