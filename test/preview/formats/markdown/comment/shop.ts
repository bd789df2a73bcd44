import type { ResourceChange, StackChange } from "../../../../../preview/model/change";
import type { PolicyOutcome, PolicyRule, Violation } from "../../../../../preview/model/plan";
import { ofFinding } from "../../../../../preview/model/policy-texts";
import { rootStackType, urnOf } from "../../../../../preview/model/urn";
import { resourceChange, stackChange } from "../../../../support/changes";

/** Builds the changes of a stack of a shop: a topology of components, with resources in each. */
export class Shop {
  private readonly scope: { project: string; stack: string };
  private readonly root: string;
  private readonly topology: string;

  constructor(readonly stack: string) {
    this.scope = { project: "shop", stack };
    this.root = urnOf(this.scope, "", rootStackType, `shop-${stack}`);
    this.topology = urnOf(this.scope, this.root, "isotopo:index:AppTopology", "shop");
  }

  /** The stack and its topology, which do not change. */
  frame(action: ResourceChange["action"] = "unchanged"): ResourceChange[] {
    return [
      resourceChange(this.root, action, { custom: false }),
      resourceChange(this.topology, action, { custom: false, parent: this.root }),
    ];
  }

  component(kind: string, name: string, facts: Partial<ResourceChange> = {}): ResourceChange {
    const urn = urnOf(this.scope, this.topology, `isotopo:aws:${kind}`, name);
    return resourceChange(urn, "unchanged", { custom: false, parent: this.topology, ...facts });
  }

  resource(
    parent: ResourceChange,
    type: string,
    name: string,
    action: ResourceChange["action"],
    facts: Partial<ResourceChange> = {},
  ): ResourceChange {
    return resourceChange(urnOf(this.scope, parent.urn, type, name), action, { parent: parent.urn, ...facts });
  }

  /** The usual parts: network, database, storage, compute; nothing changes. */
  usual(): Usual {
    const network = this.component("Network", "shop-network");
    const postgres = this.component("Postgres", "shop-postgres");
    const storage = this.component("Storage", "shop-storage");
    const compute = this.component("Compute", "shop-compute");
    const vpc = this.resource(network, "aws:ec2/vpc:Vpc", "shop-network-vpc", "unchanged");
    const database = this.resource(postgres, "aws:rds/instance:Instance", "shop-postgres-main", "unchanged", {
      dependencies: [vpc.urn],
    });
    const bucket = this.resource(storage, "aws:s3/bucket:Bucket", "shop-storage-uploads", "unchanged");
    const task = this.resource(compute, "aws:ecs/taskDefinition:TaskDefinition", "shop-compute-web-task", "unchanged", {
      dependencies: [database.urn, bucket.urn],
    });
    const service = this.resource(compute, "aws:ecs/service:Service", "shop-compute-web", "unchanged", {
      dependencies: [task.urn, vpc.urn],
    });
    return { network, postgres, storage, compute, vpc, database, bucket, task, service };
  }

  /** What changes, in a frame that does not. */
  change(parts: Readonly<Record<string, ResourceChange>>, facts: Partial<StackChange> = {}): StackChange {
    return stackChange(this.stack, [...this.frame(), ...Object.values(parts)], { policy: asked(), ...facts });
  }
}

type Usual = Record<
  "network" | "postgres" | "storage" | "compute" | "vpc" | "database" | "bucket" | "task" | "service",
  ResourceChange
>;

/** A rule as a pack tells it. */
export function rule(name: string, facts: Partial<PolicyRule> = {}): PolicyRule {
  return {
    name,
    title: "Databases are encrypted.",
    severity: "critical",
    level: "mandatory",
    fix: "Set storageEncrypted to true.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.html",
    tags: ["SOC 2 CC6.1"],
    ...facts,
  };
}

/** What a rule found, in the words of our own pack. */
export function violation(
  of: PolicyRule,
  urn: string,
  property: string,
  found: string,
  required: string,
  facts: Partial<Violation> = {},
): Violation {
  return {
    policyPack: "isotopo",
    policyPackVersion: "0.1.0",
    policy: of.name,
    severity: of.severity,
    enforcementLevel: of.level,
    urn,
    // A message of its own is that of a pack that tells sentences.
    ...(facts.message === undefined
      ? ofFinding({ path: property, found, required, fix: of.fix })
      : { property, message: facts.message }),
    ...facts,
  };
}

/** A pack that was asked, and what it said. */
export function asked(facts: Partial<PolicyOutcome> = {}): PolicyOutcome {
  return {
    packs: [{ name: "isotopo", version: "0.1.0", rules: 149, folder: "policy" }],
    rules: 149,
    violations: [],
    notes: [],
    judged: [],
    ...facts,
  };
}
