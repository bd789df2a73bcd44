import assert from "node:assert/strict";
import { type Missing, missing, previewNotice, refusal } from "../../../infra/config/placeholders";
import { type Config, cluster, image, parsedOf, validConfig } from "../support/configs";

function missingOf(config: Config): Missing {
  const parsed = parsedOf(config);
  return missing(parsed.config, parsed.application);
}

const given = { SENTRY_DSN: "dsn", MAIL_PASSWORD: "password" };
const zeros = `registry.test/app@sha256:${"0".repeat(64)}`;

describe("placeholders of a stack", () => {
  const rows: [name: string, config: Config, placeholders: string[], secrets: string[], unset?: Missing["unset"]][] = [
    ["none where all is said", { ...validConfig(), secrets: given }, [], []],
    ["a domain that nobody can own", { ...validConfig(), secrets: given, domain: "shop.example" }, ["domain"], []],
    [
      "no mail server for an application that sends mail",
      { ...validConfig(), secrets: given, mailHost: undefined },
      [],
      [],
      { "isotopo:mailHost": "the application sends mail" },
    ],
    [
      "a mail server that nobody can own",
      { ...validConfig(), secrets: given, mailHost: "smtp.example" },
      ["mailHost"],
      [],
    ],
    ["no mail server for an application without mail", { ...validConfig("small"), mailHost: undefined }, [], []],
    ["a domain that somebody owns", { ...validConfig(), secrets: given, domain: "example.org" }, [], []],
    [
      "a digest of zeros",
      { ...validConfig(), secrets: given, images: { app: zeros, api: image("api") } },
      ["images.app"],
      [],
    ],
    [
      "a registry that nobody can own",
      {
        ...validConfig(),
        secrets: given,
        images: { app: image("app").replace("registry.test", "registry.example"), api: image("api") },
      },
      ["images.app"],
      [],
    ],
    [
      "an object storage that nobody can own",
      {
        ...validConfig("fixture", "kubernetes"),
        kubernetes: { ...cluster, objectStorage: { endpoint: "https://objects.example:9000", region: "us-east-1" } },
      },
      ["kubernetes.objectStorage.endpoint"],
      [],
    ],
    [
      "a project and a zone that are called example",
      {
        ...validConfig("fixture", "gcp"),
        secrets: given,
        "gcp:project": "shop-example",
        gcp: { project: "shop-example", dnsZone: "example" },
      },
      ["gcp.project", "gcp.dnsZone"],
      [],
    ],
    [
      "a resource group that is called example",
      { ...validConfig("fixture", "azure"), secrets: given, azure: { dnsResourceGroup: "dns-example" } },
      ["azure.dnsResourceGroup"],
      [],
    ],
    ["none on Google Cloud where all is said", { ...validConfig("fixture", "gcp"), secrets: given }, [], []],
    ["none on Azure where all is said", { ...validConfig("fixture", "azure"), secrets: given }, [], []],
    ["required secrets on AWS", validConfig(), [], ["SENTRY_DSN", "MAIL_PASSWORD"]],
    ["the secret that is left", { ...validConfig(), secrets: { SENTRY_DSN: "dsn" } }, [], ["MAIL_PASSWORD"]],
    ["none on a cluster, which has a store", validConfig("fixture", "kubernetes"), [], []],
  ];
  for (const [name, config, placeholders, secrets, unset = {}] of rows) {
    it(name, () => {
      const keys = placeholders.map((key) => `isotopo:${key}`);
      assert.deepEqual(missingOf(config), { placeholders: keys, unset, secrets, namespace: "isotopo" });
    });
  }
});

describe("what is told of placeholders", () => {
  const both: Missing = {
    placeholders: ["isotopo:domain", "isotopo:images.app"],
    unset: { "isotopo:mailHost": "the application sends mail" },
    secrets: ["SENTRY_DSN", "SMTP_USER"],
    namespace: "isotopo",
  };
  const none: Missing = { placeholders: [], unset: {}, secrets: [], namespace: "isotopo" };

  it("one line in a preview", () => {
    assert.equal(
      previewNotice(both),
      "This stack can be previewed, not deployed yet: placeholders in isotopo:domain, isotopo:images.app; " +
        "isotopo:mailHost is not set, and the application sends mail; " +
        "no value for SENTRY_DSN, SMTP_USER (`pulumi config set --secret --path 'isotopo:secrets.SENTRY_DSN'`)",
    );
  });

  it("a line each where a deployment is refused", () => {
    assert.deepEqual(refusal(both)?.split("\n"), [
      "isotopo:domain still holds a placeholder; set your own: pulumi config set --path 'isotopo:domain' <value>",
      "isotopo:images.app still holds a placeholder; set your own: pulumi config set --path 'isotopo:images.app' <value>",
      "isotopo:mailHost is not set, and the application sends mail; pulumi config set --path 'isotopo:mailHost' <value>",
      "isotopo:secrets.SENTRY_DSN has no value; pulumi config set --secret --path 'isotopo:secrets.SENTRY_DSN'",
      "isotopo:secrets.SMTP_USER has no value; pulumi config set --secret --path 'isotopo:secrets.SMTP_USER'",
    ]);
  });

  it("with the provider's key that says the same", () => {
    assert.equal(
      refusal({ ...none, placeholders: ["isotopo:gcp.project"] }),
      "isotopo:gcp.project still holds a placeholder; set your own, as gcp:project too: " +
        "pulumi config set --path 'isotopo:gcp.project' <value>",
    );
  });

  it("under the name of the project", () => {
    const { config, application } = parsedOf({ ...validConfig(), domain: "shop.example" });
    const lacking = missing(config, application, "house");
    assert.deepEqual(lacking.placeholders, ["house:domain"]);
    assert.doesNotMatch(`${previewNotice(lacking)}\n${refusal(lacking)}`, /isotopo:/);
    assert.match(refusal(lacking) ?? "", /--path 'house:secrets\.SENTRY_DSN'/);
  });

  it("nothing where nothing is missing", () => {
    assert.equal(previewNotice(none), undefined);
    assert.equal(refusal(none), undefined);
  });
});
