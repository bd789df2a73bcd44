import assert from "node:assert/strict";
import { azureProblems } from "../../../components/azure/problems";
import { topologyOfStack } from "../../parity/topologies";

const topology = topologyOfStack("fixture-azure-prod");

describe("azure problems", () => {
  it("has none with what is shipped", () => assert.deepEqual(azureProblems(topology), []));

  it("tells of a workload that no container is large enough for, by its name", () => {
    const [first, ...others] = topology.compute.services;
    assert.ok(first !== undefined);
    const services = [{ ...first, limits: { cpuMillicores: 8000, memoryMiB: 4096 } }, ...others];
    assert.deepEqual(azureProblems({ ...topology, compute: { ...topology.compute, services } }), [
      {
        key: "app",
        found: 'has a workload "web" of 8000 millicores and 4096 MiB',
        allowed: "at most 4000 millicores and 8192 MiB on azure, as Container Apps has no larger container",
      },
    ]);
  });

  it("tells of more pairs of host and path than Front Door has routes", () => {
    const [host] = topology.edge.hosts;
    assert.ok(host !== undefined);
    const hosts = Array.from({ length: 60 }, (_, i) => ({ ...host, host: `h${i}.${host.host}` }));
    const [problem, ...others] = azureProblems({ ...topology, edge: { ...topology.edge, hosts } });
    assert.deepEqual(others, []);
    assert.match(problem?.found ?? "", /^has \d+ pairs of host and path$/);
  });

  it("tells of a redirect to another port, which Front Door has no place for", () => {
    const redirects = [
      { from: "/a", to: "https://shop.example:8443/x", permanent: true },
      { from: "/b", to: "https://shop.example:443/x", permanent: true },
      { from: "/c", to: "/d", permanent: true },
    ];
    assert.deepEqual(azureProblems({ ...topology, edge: { ...topology.edge, redirects } }), [
      {
        key: "app",
        found: 'redirects "/a" to "https://shop.example:8443/x"',
        allowed: "an address without a port on azure, as Front Door redirects to the default port only",
      },
    ]);
  });
});
