import { type ReservedNames, reservedNames, type Topology, type TopologyProblem, workloadsOf } from "../contract";

/** cloudnative-pg `pkg/postgres/roles.go`, `IsRoleReserved`. */
const reserved: ReservedNames = {
  title: "CloudNativePG",
  roles: ["postgres", "streaming_replica"],
  rolePrefixes: ["cnpg_"],
  databases: [],
};

/** Problems of a topology that a cluster would refuse. */
export function kubernetesProblems(topology: Topology): readonly TopologyProblem[] {
  return [...reservedNames(topology, reserved), ...names(topology)];
}

/** The namespace's authority is called `<namespace> internal`, and a certificate's common name has 64 characters at most. */
const longestNamespace = 64 - " internal".length;

/** Names of Pods, Services and jobs are labels, to which the controllers add up to eleven characters. */
function names({ context, compute }: Topology): TopologyProblem[] {
  const problems: TopologyProblem[] = [];
  if (context.name.length > longestNamespace) {
    problems.push({
      key: "instance",
      found: `makes "${context.name}", a namespace of ${context.name.length} characters`,
      allowed: `at most ${longestNamespace} for application, environment and instance together, as its authority's name has 64`,
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
