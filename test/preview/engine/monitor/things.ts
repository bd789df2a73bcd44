/** The beginning of a program of the tests: a resource and a component of a package that has no SDK. */
export const things = `
const pulumi = require("@pulumi/pulumi");
class Thing extends pulumi.CustomResource {
  constructor(name, args, opts) { super("pkg:index:Thing", name, args, opts); }
}
class Group extends pulumi.ComponentResource {
  constructor(name, opts) { super("pkg:index:Group", name, {}, opts); }
}
class Provider extends pulumi.ProviderResource {
  constructor(name, args, opts) { super("pkg", name, args, opts); }
}
`;

/** Type tokens of them. */
export const thingType = "pkg:index:Thing";
export const providerType = "pulumi:providers:pkg";
