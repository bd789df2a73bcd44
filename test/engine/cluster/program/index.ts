import * as pulumi from "@pulumi/pulumi";
import life from "../../lives/program";

const claim = "kubernetes:core/v1:PersistentVolumeClaim";

/**
 * The program of a life on a cluster. Nothing is waited for longer than the environment says, in seconds, where it does. Claims are not
 * waited for: the provider that the tests can build is of January 2026, and waits in vain for one that grows to be unbound
 * (pulumi-kubernetes, pull request 4181).
 */
export = () => {
  const { LIFE_PATIENCE: patience } = process.env;
  const customTimeouts = patience === undefined ? undefined : { create: `${patience}s`, update: `${patience}s` };
  pulumi.runtime.registerStackTransformation(({ type, props, opts }) => ({
    props: type === claim ? withoutAwait(props) : props,
    opts: customTimeouts === undefined ? opts : pulumi.mergeOptions(opts, { customTimeouts }),
  }));
  return life();
};

function withoutAwait(props: pulumi.Inputs): pulumi.Inputs {
  const metadata = pulumi.output(props.metadata).apply(({ annotations, ...metadata }) => ({
    ...metadata,
    annotations: { ...annotations, "pulumi.com/skipAwait": "true" },
  }));
  return { ...props, metadata };
}
