import { targetNames } from "../../components/targets";
import type { Checkout } from "./edit";

/** An ordinary change of the project, as somebody makes it in a pull request. */
export interface OrdinaryChange {
  /** Name of its files. */
  name: string;
  /** What was done, in a sentence. */
  done: string;
  /** Edits a clean checkout. Throws where the files have nothing more to edit. */
  edit(checkout: Checkout): void;
}

/** Eight changes, from the most usual: comments are read on them, and what a change costs is measured on them. */
export const ordinaryChanges: readonly OrdinaryChange[] = [
  {
    name: "image",
    done: "A new image of one stack: `icosistem-aws-prod`.",
    edit: (checkout) =>
      checkout.replace("stacks/Pulumi.icosistem-aws-prod.yaml", `sha256:${"0".repeat(64)}`, `sha256:${"2".repeat(64)}`),
  },
  {
    name: "database-size",
    done: "A larger database for `mesio` in production, on four clouds.",
    edit: (checkout) => {
      for (const cloud of targetNames) {
        checkout.addConfig(`mesio-${cloud}-prod`, ["isotopo:overrides:", "  postgres:", "    size: large"]);
      }
    },
  },
  {
    name: "rename-and-delete",
    done: "In `anclora`, twelve stacks: the worker is called `renderer`, and the bucket `rendered` is taken out.",
    edit: (checkout) => {
      const file = "infra/apps/anclora.ts";
      checkout.replace(file, 'name: "worker",', 'name: "renderer",');
      checkout.replace(file, "worker: pool.maximum", "renderer: pool.maximum");
      checkout.replace(file, '{ name: "rendered", purpose: "rendered documents", exposure: "private" },', "");
      checkout.replace(file, 'RENDERED_BUCKET: { ref: "bucket.rendered.name" },', "");
      checkout.replace(file, ', rendered: "read-write"', "");
    },
  },
  {
    name: "retention",
    done: "Backups of `neosale` in production are kept for 7 days, no longer for 30, on four clouds.",
    edit: (checkout) => {
      for (const cloud of targetNames) {
        checkout.addConfig(`neosale-${cloud}-prod`, [
          "isotopo:overrides:",
          "  postgres:",
          "    backupRetentionDays: 7",
        ]);
      }
    },
  },
  {
    name: "open-port",
    done: "The database's port is opened to the internet, on AWS: twelve stacks.",
    edit: (checkout) =>
      checkout.replace(
        "components/aws/network/security-groups.ts",
        '  flow("database", clients, database, postgresPort);\n',
        `  flow("database", clients, database, postgresPort);
  new vpc.SecurityGroupIngressRule(
    \`\${name}-database-from-anywhere\`,
    {
      securityGroupId: database.id,
      cidrIpv4: "0.0.0.0/0",
      ipProtocol: "tcp",
      fromPort: postgresPort,
      toPort: postgresPort,
      tags: tags(context, \`\${name}-database-from-anywhere\`),
    },
    { parent },
  );
`,
      ),
  },
  {
    name: "region",
    done: "`mesio-aws-prod` moves from Ireland to Frankfurt.",
    edit: (checkout) => checkout.replace("stacks/Pulumi.mesio-aws-prod.yaml", "eu-west-1", "eu-central-1"),
  },
  {
    name: "new-application",
    done: "A new application, `fiera`, with a stack for development on AWS and on Kubernetes.",
    edit: (checkout) => {
      const words = { mesio: "fiera", Mesio: "Fiera" };
      checkout.copy("infra/apps/mesio.ts", "infra/apps/fiera.ts", words);
      for (const cloud of ["aws", "kubernetes"]) {
        checkout.copy(`stacks/Pulumi.mesio-${cloud}-dev.yaml`, `stacks/Pulumi.fiera-${cloud}-dev.yaml`, words);
      }
    },
  },
  {
    name: "nothing",
    done: "Words of a page.",
    edit: (checkout) => checkout.write("docs/aws.md", `${checkout.read("docs/aws.md")}\nA sentence more.\n`),
  },
];
