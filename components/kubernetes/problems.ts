import { type ReservedNames, reservedNames, type Topology, type TopologyProblem, workloadsOf } from "../contract";

/** cloudnative-pg `pkg/postgres/roles.go`, `IsRoleReserved`. */
const reserved: ReservedNames = {
  title: "CloudNativePG",
  roles: ["postgres", "streaming_replica"],
  rolePrefixes: ["cnpg_"],
  databases: [],
};

/** What a cluster would refuse of a topology. */
export function kubernetesProblems(topology: Topology): readonly TopologyProblem[] {
  return [...reservedNames(topology, reserved), ...names(topology)];
}

/** Names of Pods, Services and jobs are labels, to which the controllers add up to eleven characters. */
function names({ context, compute }: Topology): TopologyProblem[] {
  const problems: TopologyProblem[] = [];
  if (context.name.length > 63) {
    problems.push({
      key: "instance",
      found: `makes "${context.name}", a namespace of ${context.name.length} characters`,
      allowed: "at most 63 for application, environment and instance together",
    });
  }
  for (const { name } of workloadsOf(compute)) {
    if (name.length <= 52) continue;
    problems.push({
      key: "app",
      found: `has a workload "${name}" of ${name.length} characters`,
      allowed: "at most 52 on kubernetes, whose controllers add 11 to a label of 63",
    });
  }
  return problems;
}
