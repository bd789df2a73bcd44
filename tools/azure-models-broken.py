"""Shows that tools/azure-models.py finds what is wrong: breaks values of a plan in turn, and has each judged.

    python3 tools/azure-models-broken.py models plan.json [plan.json...]

A value is broken in the first resource of its type that has it; the plan of icosistem-azure-prod has them all. The command
fails where a broken value is not found.
"""

import copy
import importlib.util
import sys
from pathlib import Path

spec = importlib.util.spec_from_file_location("azure_models", Path(__file__).with_name("azure-models.py"))
models = importlib.util.module_from_spec(spec)
spec.loader.exec_module(models)

GONE = object()
# Type, path of the value, and what is put in its place.
BROKEN = [
    ("app:ContainerApp", "configuration.revisionTransitionThreshold", 0),
    ("app:ContainerApp", "configuration.activeRevisionsMode", "Many"),
    ("network:PrivateEndpoint", "privateLinkServiceConnections.0.groupIds", "blob"),
    ("keyvault:Vault", "vaultName", "a" * 25),
    ("keyvault:Vault", "properties.sku.name", "gold"),
    ("keyvault:Vault", "properties.tenantId", GONE),
    ("keyvault:Secret", "secretName", "under_score"),
    ("keyvault:Secret", "properties.attributes.enabled", "yes"),
    ("storage:StorageAccount", "accountName", "Has-Dash"),
    ("storage:StorageAccount", "sku.name", "Standard_X"),
    ("storage:StorageAccount", "networkRuleSet.defaultAction", "Refuse"),
    ("storage:StorageAccount", "kind", GONE),
    ("storage:BlobServiceProperties", "deleteRetentionPolicy.days", 400),
    ("storage:ManagementPolicy", "policy.rules.0.type", "Cycle"),
    ("storage:BlobContainer", "containerName", "ab"),
    ("dbforpostgresql:Server", "sku.tier", "Huge"),
    ("dbforpostgresql:Server", "serverName", "ab"),
    ("dbforpostgresql:Database", "databaseName", "1st"),
    ("cdn:AFDOrigin", "priority", 6),
    ("cdn:AFDOrigin", "weight", "1000"),
    ("cdn:Profile", "originResponseTimeoutSeconds", 15),
    ("cdn:Rule", "actions.0.name", "Teleport"),
    ("cdn:Rule", "actions.0.parameters.cacheConfiguration.cacheBehavior", "Never"),
    ("cdn:SecurityPolicy", "parameters.type", "Wall"),
    ("cdn:AFDCustomDomain", "tlsSettings.minimumTlsVersion", "TLS9"),
    ("cdn:Route", "supportedProtocols.0", "Gopher"),
    ("frontdoor:Policy", "customRules.rules.0.action", "Shout"),
    ("frontdoor:Policy", "customRules.rules.2.rateLimitDurationInMinutes", 9),
    ("frontdoor:Policy", "customRules.rules.0.name", "n" * 129),
    ("redisenterprise:RedisEnterprise", "clusterName", "a--b"),
    ("redisenterprise:RedisEnterprise", "sku.name", "Balanced_B9"),
    ("redisenterprise:Database", "evictionPolicy", "Random"),
    ("operationalinsights:Workspace", "workspaceName", "ab"),
    ("operationalinsights:Workspace", "sku.name", "PerTB"),
    ("network:NetworkSecurityGroup", "securityRules.0.direction", "Sideways"),
    ("network:NetworkSecurityGroup", "securityRules.0.access", GONE),
    ("network:Subnet", "privateEndpointNetworkPolicies", "Maybe"),
    ("network:PublicIPAddress", "publicIPAllocationMethod", "Lucky"),
    ("network:FlowLog", "storageId", GONE),
    ("app:Job", "configuration.triggerType", "Never"),
    ("app:Job", "configuration.replicaTimeout", GONE),
    ("app:Job", "jobName", "a job!"),
    ("app:ManagedEnvironment", "peerAuthentication.mtls.enabled", "yes"),
    ("authorization:RoleAssignment", "principalType", "Robot"),
    ("authorization:RoleAssignment", "principalId", GONE),
    ("authorization:ManagementLockByScope", "level", "Firmly"),
    ("dns:RecordSet", "ttl", "300"),
    ("dns:RecordSet", "recordType", "Q"),
    ("privatedns:VirtualNetworkLink", "registrationEnabled", "no"),
    ("monitor:DiagnosticSetting", "logs.0.enabled", GONE),
    ("resources:AzureCliScript", "retentionInterval", "1 day"),
    ("resources:AzureCliScript", "cleanupPreference", "Later"),
    ("resources:ResourceGroup", "resourceGroupName", "g" * 91),
    ("resources:ResourceGroup", "location", GONE),
    ("managedidentity:UserAssignedIdentity", "location", GONE),
]


def broken(inputs, path, value):
    """A copy of the inputs with another value at a path; None where they have no such value."""
    copied = copy.deepcopy(inputs)
    *steps, last = [int(step) if step.isdigit() else step for step in path.split(".")]
    try:
        place = copied
        for step in steps:
            place = place[step]
        if place[last] is not None:
            if value is GONE:
                del place[last]
            else:
                place[last] = value
            return copied
    except (KeyError, IndexError, TypeError):
        pass
    return None


def resources_of(file):
    _, steps = models.plan_of(file)
    for state in (step["newState"] for step in steps):
        if state["type"].startswith("azure-native:"):
            yield state["type"].removeprefix("azure-native:"), models.inputs_of(state, steps)


def findings(checker, kind, inputs):
    checker.findings = []
    checker.resource("", kind, inputs)
    return checker.findings


def main(arguments):
    if len(arguments) < 2:
        raise models.Wrong("usage: azure-models-broken.py <folder for the packages> <plan.json> [<plan.json>...]")
    folder, *files = arguments
    resources = [resource for file in files for resource in resources_of(file)]
    missed = []
    checker = models.Checker(folder)
    for kind, path, value in BROKEN:
        pairs = ((inputs, broken(inputs, path, value)) for other, inputs in resources if other == kind)
        whole, other = next((pair for pair in pairs if pair[1] is not None), (None, None))
        if whole is None:
            missed.append(f"no such value in the plans: {kind} {path}")
            continue
        before, after = findings(checker, kind, whole), findings(checker, kind, other)
        if new := [finding for finding in after if finding not in before]:
            print(f"found: {kind}{new[0]}"[:200])
        else:
            missed.append(f"not found: {kind} {path}")
    print("\n".join([*missed, f"{len(BROKEN)} values broken, {len(BROKEN) - len(missed)} found"]))
    return 1 if missed else 0


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except models.Wrong as wrong:
        print(wrong, file=sys.stderr)
        sys.exit(2)
