import type { ComponentContext, WorkloadSpec } from "../../contract";
import type { GcpImages } from "../images";
import { labels } from "../labels";
import type { GcpNetwork } from "../network";
import { runLimits } from "./sizes";
import { runVariables, type ValueSources } from "./variables";
import { runVolumes } from "./volumes";

/** Arguments of the template of a service, worker pool or job. */
export interface TemplateArgs extends ValueSources {
  context: ComponentContext;
  workload: WorkloadSpec;
  network: GcpNetwork;
  images: GcpImages;
}

/** The parts of a template that services, worker pools and jobs share: one container and what it may touch. */
export function template(args: TemplateArgs) {
  const { context, workload, network, images } = args;
  const { volumes, mounts } = runVolumes(workload, args);
  return {
    container: {
      image: images.reference(workload.image),
      // As Kubernetes has it: a command replaces the image's entry point too.
      commands: workload.command?.slice(0, 1),
      args: workload.command?.slice(1),
      envs: runVariables(workload, args),
      volumeMounts: mounts,
    },
    limits: { ...runLimits(workload.limits) },
    // A template that differs in a label alone is a new revision: what a higher number asks for.
    labels: { ...labels(context), run: String(workload.run) },
    volumes,
    // All traffic goes through the network, where the firewall sees it and the NAT gateway gives it an address.
    vpcAccess: {
      egress: "ALL_TRAFFIC",
      networkInterfaces: [
        { network: network.networkId, subnetwork: network.subnetId, tags: [...network.workloadTags] },
      ],
    },
  };
}

/** The second generation of the sandbox: a whole Linux, which direct egress to a network is made for. */
export const executionEnvironment = "EXECUTION_ENVIRONMENT_GEN2";
