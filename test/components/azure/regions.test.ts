import assert from "node:assert/strict";
import { copiesBackups, copiesStorage } from "../../../components/azure/regions";
import { topologyOfStack } from "../../parity/topologies";
import { at } from "../../support/concept";
import { stackNamed } from "../../support/fixture/stacks";
import { variantsOf } from "../../support/variants/variants";

const prod = topologyOfStack("small-azure-prod");
const inRegion = (region: string) => ({ ...prod, context: { ...prod.context, region } });

describe("azure regions", () => {
  it("copy to their pair what their services can copy, in prod", async () => {
    const regions = ["westeurope", "westus3", "japanwest", "italynorth"];
    const topologies = Object.fromEntries(regions.map((region) => [region, inRegion(region)]));
    const config = stackNamed("small-azure-prod").config;
    const { plans } = await variantsOf({ config, topologies, compared: [] });
    const made = regions.map((region) => {
      const of = (type: string, suffix: string) =>
        plans[region]?.resources.find((its) => its.type === `azure-native:${type}` && its.name.endsWith(suffix))
          ?.inputs;
      return [
        region,
        at(of("storage:StorageAccount", "storage-assets"), "sku.name"),
        at(of("dbforpostgresql:Server", "postgres-server"), "backup.geoRedundantBackup"),
      ];
    });
    assert.deepEqual(made, [
      ["westeurope", "Standard_GZRS", "Enabled"],
      ["westus3", "Standard_GZRS", "Disabled"],
      ["japanwest", "Standard_ZRS", "Enabled"],
      ["italynorth", "Standard_ZRS", "Disabled"],
    ]);
  });

  it("without a pair copy nothing", () => {
    // "Azure regions list", column Paired region: N/A.
    const alone = [
      ...["austriaeast", "belgiumcentral", "chilecentral", "indonesiacentral", "israelcentral", "italynorth"],
      ...["malaysiawest", "mexicocentral", "newzealandnorth", "polandcentral", "qatarcentral", "spaincentral"],
    ];
    for (const region of alone)
      assert.deepEqual([copiesStorage(region), copiesBackups(region)], [false, false], region);
  });
});
