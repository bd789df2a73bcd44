import assert from "node:assert/strict";
import {
  type ImageReference,
  type ImageSource,
  parseImageReference,
  registryHost,
  versionSuffix,
} from "../../components/contract";

const digest = `sha256:${"1f".repeat(32)}`;
const ecr = (account: string, region: string, partition = "aws"): ImageSource => ({
  kind: "ecr",
  partition,
  account,
  region,
});
const other: ImageSource = { kind: "other" };

/** What a reference says, without what it does not. */
const rows: [
  reference: string,
  host: string,
  repository: string,
  source: ImageSource,
  rest?: Partial<ImageReference>,
][] = [
  ["nginx", "docker.io", "library/nginx", other],
  ["nginx:1.29", "docker.io", "library/nginx", other, { tag: "1.29" }],
  ["shop/app:1.2.3", "docker.io", "shop/app", other, { tag: "1.2.3" }],
  ["docker.io/shop/app", "docker.io", "shop/app", other],
  ["index.docker.io/shop/app", "docker.io", "shop/app", other],
  ["registry-1.docker.io/library/postgres:17", "docker.io", "library/postgres", other, { tag: "17" }],
  [`ghcr.io/shop/app@${digest}`, "ghcr.io", "shop/app", other, { digest }],
  [`ghcr.io/shop/app:1@${digest}`, "ghcr.io", "shop/app", other, { tag: "1", digest }],
  ["registry.example.org:5000/shop/app:1", "registry.example.org:5000", "shop/app", other, { port: 5000, tag: "1" }],
  ["localhost/app", "localhost", "app", other],
  ["public.ecr.aws/docker/library/postgres:17", "public.ecr.aws", "docker/library/postgres", other, { tag: "17" }],
  [
    `123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop/app@${digest}`,
    "123456789012.dkr.ecr.eu-west-1.amazonaws.com",
    "shop/app",
    ecr("123456789012", "eu-west-1"),
    { digest },
  ],
  [
    "123456789012.dkr.ecr-fips.us-gov-west-1.amazonaws.com/app",
    "123456789012.dkr.ecr-fips.us-gov-west-1.amazonaws.com",
    "app",
    ecr("123456789012", "us-gov-west-1", "aws-us-gov"),
  ],
  [
    "123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn/app",
    "123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn",
    "app",
    ecr("123456789012", "cn-north-1", "aws-cn"),
  ],
  [
    "123456789012.dkr-ecr.eu-west-1.on.aws/app",
    "123456789012.dkr-ecr.eu-west-1.on.aws",
    "app",
    ecr("123456789012", "eu-west-1"),
  ],
  ["12345.dkr.ecr.eu-west-1.amazonaws.com/app", "12345.dkr.ecr.eu-west-1.amazonaws.com", "app", other],
  [
    `europe-west1-docker.pkg.dev/shop-prod/shop/app@${digest}`,
    "europe-west1-docker.pkg.dev",
    "shop-prod/shop/app",
    { kind: "artifact-registry", location: "europe-west1", project: "shop-prod", repository: "shop" },
    { digest },
  ],
  [
    "europe-docker.pkg.dev/shop-prod/shop/team/app",
    "europe-docker.pkg.dev",
    "shop-prod/shop/team/app",
    { kind: "artifact-registry", location: "europe", project: "shop-prod", repository: "shop" },
  ],
  ["europe-docker.pkg.dev/shop-prod/shop", "europe-docker.pkg.dev", "shop-prod/shop", other],
  [
    "shop1a2b3c.azurecr.io/shop/app",
    "shop1a2b3c.azurecr.io",
    "shop/app",
    { kind: "container-registry", name: "shop1a2b3c" },
  ],
  [
    "shops-abc123.azurecr.io/shop/app",
    "shops-abc123.azurecr.io",
    "shop/app",
    { kind: "container-registry", name: "shops" },
  ],
];

describe("an image reference", () => {
  for (const [reference, host, repository, source, rest = {}] of rows) {
    it(`${reference} is taken apart`, () => {
      assert.deepEqual(parseImageReference(reference), { host, port: 443, repository, source, ...rest });
    });
  }

  for (const reference of ["", "Shop/App", "shop/app@sha256:12", "https://ghcr.io/shop/app", "ghcr.io/", "shop app"]) {
    it(`"${reference}" is none`, () => assert.equal(parseImageReference(reference), undefined));
  }

  it("keeps what says which version", () => {
    const suffixes = ["shop/app", "shop/app:1", `shop/app@${digest}`, `shop/app:1@${digest}`].map((reference) => {
      const parsed = parseImageReference(reference);
      return parsed === undefined ? undefined : versionSuffix(parsed);
    });
    assert.deepEqual(suffixes, ["", ":1", `@${digest}`, `:1@${digest}`]);
  });

  it("calls Docker Hub by one name", () => {
    assert.equal(registryHost("registry.hub.docker.com"), "docker.io");
    assert.equal(registryHost("ghcr.io"), "ghcr.io");
  });
});
