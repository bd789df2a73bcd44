import type { Exclusion } from "./exclusion";
import { programs } from "./exclusions-programs";
import { rights } from "./exclusions-rights";

const azure = (...services: string[]) => services.map((service) => `azure-native:${service}`);

/** Of every service. */
const general: readonly Exclusion[] = [
  { types: azure("awsconnector:*"), properties: ["*"], why: "It mirrors a resource of Amazon's, and makes nothing." },
  {
    types: azure("dbformariadb:*", "dbformysql:SingleServer", "dbforpostgresql:SingleServer"),
    properties: ["*"],
    why: "Azure retired these servers: MariaDB on 19 September 2025, the single servers on 28 March 2025 and before.",
  },
  { types: ["aws:qldb/*"], properties: ["*"], why: "AWS ended support of QLDB on 31 July 2025." },
  {
    types: azure("frontdoor:*"),
    properties: ["*"],
    why: "Azure takes no new Front Door (classic) since 1 April 2025, and retires it on 31 March 2027.",
  },
  {
    types: azure("appplatform:*"),
    properties: ["*"],
    why: "Azure Spring Apps takes no new customers, and is retired.",
  },
  {
    types: azure("azurearcdata:*", "hybridcompute:*", "offazure:*", "azurestackhci:*"),
    properties: ["*"],
    why: "A limit: resources in the user's own data centers have no rules.",
  },
  {
    types: azure("migrate:*", "datamigration:*", "dbforpostgresql:Migration"),
    properties: ["*"],
    why: "A limit: projects that move data once have no rules.",
  },
  {
    types: azure(
      ...["m365securityandcompliance:*", "securityandcompliance:*", "authorization:PrivateLinkAssociation"],
      ...["kubernetesconfiguration:PrivateLinkScope", "chaos:PrivateAccess"],
    ),
    properties: ["*"],
    why: "It is the private way in to a service that has a public one beside it by design.",
  },
  {
    types: azure("agfoodplatform:*", "discovery:*", "durabletask:*", "computebulkactions:*", "azurefleet:*"),
    properties: ["*"],
    why: "A limit: these services are in preview, or of one trade.",
  },
];

const tls: readonly Exclusion[] = [
  {
    types: ["aws:*:TargetGroup"],
    properties: ["*protocolVersion"],
    why: "It is the version of HTTP, not of TLS.",
  },
  {
    types: ["gcp:networkconnectivity/policyBasedRoute:PolicyBasedRoute", ...azure("logic:IntegrationAccountAgreement")],
    properties: ["*protocolVersion"],
    why: "It is the version of another protocol.",
  },
  {
    types: ["gcp:compute/*", ...azure("cdn:SecurityPolicy", "servicenetworking:SecurityPoliciesInterface")],
    properties: ["*securityPolicy", "securityPolicyName"],
    why: "It names a firewall of requests, which exposure-waf judges.",
  },
  {
    types: ["aws:ses/*", "aws:sesv2/*", "aws:mailmanager/*"],
    properties: ["*tlsPolicy"],
    why: "Mail goes to and comes from servers that have no TLS: requiring it loses mail, and is the sender's choice.",
  },
  {
    types: ["aws:transfer/*"],
    properties: ["securityPolicyName"],
    why: "Every policy of AWS Transfer Family has TLS 1.2 as its lowest version.",
  },
  {
    types: ["gcp:appengine/application:Application"],
    properties: ["sslPolicy"],
    why: "Google removed it: it has no effect.",
  },
  {
    types: azure("apimanagement:GatewayHostnameConfiguration"),
    properties: ["tls1*Enabled"],
    why: "A limit: gateways that one hosts oneself are not judged.",
  },
  {
    types: azure("eventgrid:*EventSubscription"),
    properties: ["*minimumTlsVersionAllowed"],
    why: "It is what Event Grid speaks as a client; the server's lowest version decides.",
  },
  {
    types: azure("network:ApplicationGateway"),
    properties: ["*disabledSslProtocols"],
    why: "minProtocolVersion, or the policy that is named, says the lowest version.",
  },
  {
    types: ["aws:codebuild/*", "gcp:monitoring/*", "gcp:osconfig/*", "gcp:integrationconnectors/*"],
    properties: ["*insecureSsl", "*allowInsecure", "*useSsl", "*validateSsl"],
    why: "It is how a job or a check speaks to the server of somebody else, not what a service takes.",
  },
  {
    types: [
      ...["aws:dms/dataProvider:DataProvider", "aws:dms/s3Endpoint:S3Endpoint", "gcp:databasemigrationservice/*"],
      ...[
        "gcp:oracledatabase/*",
        ...azure("datafactory:LinkedService", "machinelearningservices:MachineLearningDatastore"),
      ],
    ],
    properties: ["*sslMode", "*enableSsl", "*requireSsl", "*enforceSSL"],
    why: "It is how a client speaks to a database; the database's own rule judges what is taken.",
  },
  {
    types: azure("iotoperationsmq:*"),
    properties: ["*tlsEnabled"],
    why: "A limit: brokers at the edge have no rules.",
  },
  {
    types: azure("netapp:*"),
    properties: ["*smbEncryption"],
    why: "A limit: protocols of NetApp's volumes have no rules; they are in a subnet of their own.",
  },
  {
    types: azure("web:WebAppAuthSettingsV2WithoutSecrets*"),
    properties: ["*requireHttps"],
    why: "It is the same settings as WebAppAuthSettingsV2, read without their secrets.",
  },
  {
    types: azure("cdn:Endpoint", "cdn:Rule"),
    properties: ["*originGroupOverride.forwardingProtocol"],
    why: "A limit: what single rules of a CDN override is not judged.",
  },
  {
    types: ["gcp:networkservices/httpRoute:HttpRoute", "gcp:networkservices/edgeCacheService:EdgeCacheService"],
    properties: ["*httpsRedirect"],
    why: "Routes of a mesh; at the edge requireTls redirects before any route.",
  },
  {
    types: ["aws:chime/voiceConnector:VoiceConnector"],
    properties: ["requireEncryption"],
    why: "A limit: telephony has no rules; it is on in new connectors of the console.",
  },
  {
    types: ["kubernetes:*"],
    properties: ["*scaleIO.sslEnabled"],
    why: "Kubernetes removed the driver of ScaleIO in 1.22.",
  },
];

const exposure: readonly Exclusion[] = [
  {
    types: [
      ...azure(
        "web:WebApp",
        "web:WebAppSlot",
        "web:StaticSite",
        "app:ManagedEnvironment",
        "apimanagement:ApiManagementService",
      ),
      ...azure("botservice:Bot", "communication:CommunicationService", "signalrservice:SignalR", "webpubsub:WebPubSub"),
    ],
    properties: ["*publicNetworkAccess"],
    why: "It answers users of the internet, which is what it is for.",
  },
  {
    types: [
      ...azure("dashboard:Grafana", "desktopvirtualization:*", "iotcentral:App", "devtestlab:VirtualNetwork"),
      ...["gcp:looker/instance:Instance", "gcp:discoveryengine/*", "gcp:oracledatabase/goldengateDeployment:*"],
    ],
    properties: ["*publicNetworkAccess", "*publicIpEnabled", "*allowPublic*", "*isPublic"],
    why: "People sign in to it from where they are; who may is decided by identities.",
  },
  {
    types: azure("deviceprovisioningservices:*", "notificationhubs:Namespace", "relay:Namespace"),
    properties: ["*publicNetworkAccess"],
    why: "Devices and data centers outside of the cloud reach it.",
  },
  {
    types: azure("applicationinsights:Component", "operationalinsights:Workspace", "monitor:*"),
    properties: ["*publicNetworkAccess*"],
    why: "Telemetry of browsers and of other clouds comes in there; it is read by identities.",
  },
  {
    types: azure("containerservice:ManagedCluster"),
    properties: ["publicNetworkAccess"],
    why: "authorizedIPRanges and enablePrivateCluster decide, which exposure-cluster-endpoint judges.",
  },
  {
    types: azure("machinelearningservices:*", "purview:Account"),
    properties: [
      "*remoteLoginPortPublicAccess",
      "*serverlessComputeNoPublicIP",
      "*ingestionStorage.publicNetworkAccess",
    ],
    why: "It is closed as it comes where there is a network; the workspace's own access is judged.",
  },
  {
    types: ["aws:imagebuilder/lifecyclePolicy:LifecyclePolicy"],
    properties: ["*isPublic"],
    why: "It chooses images that are kept, and opens none.",
  },
  {
    types: ["aws:cognito/identityPool:IdentityPool"],
    properties: ["allowUnauthenticatedIdentities"],
    why: "Guests have the rights of a role, which the rules of identity judge.",
  },
  {
    types: ["aws:opensearch/domain:Domain"],
    properties: ["*anonymousAuthEnabled"],
    why: "It is for the 30 days of moving to fine-grained access control, and ends by itself.",
  },
  {
    types: ["aws:s3control/multiRegionAccessPoint:MultiRegionAccessPoint"],
    properties: ["*"],
    why: "It blocks as it comes, and the block of each bucket behind it holds as well.",
  },
  {
    types: ["aws:secretsmanager/secretPolicy:SecretPolicy"],
    properties: ["blockPublicPolicy"],
    why: "The policy itself is judged by exposure-resource-policy.",
  },
  {
    types: azure("machinelearningservices:Registry"),
    properties: ["*systemCreatedStorageAccount.allowBlobPublicAccess"],
    why: "Azure makes the account itself, closed.",
  },
  {
    types: ["aws:*"],
    properties: ["*enableExecuteCommand"],
    why: "IAM decides who may, and logging-exec asks for a log of the session.",
  },
  {
    types: azure("applicationinsights:Component", "operationalinsights:Workspace", "botservice:Bot", "communication:*"),
    properties: ["*disableLocalAuth"],
    why: "Clients without an identity, browsers and devices among them, send with its key.",
  },
  {
    types: azure("iothub:IotHubResource"),
    properties: ["*disableLocalAuth"],
    why: "Devices sign in with keys of their own.",
  },
  {
    types: azure("redis:Redis", "redisenterprise:Database"),
    properties: ["*AccessKey*", "accessKeysAuthentication"],
    why: "The key is the password that identity-cache-auth asks for.",
  },
];

const rest: readonly Exclusion[] = [
  {
    types: ["aws:dlm/*", "aws:ec2/ami:Ami", "aws:ec2/amiCopy:AmiCopy", "aws:ec2/amiFromInstance:AmiFromInstance"],
    properties: ["*encrypted"],
    why: "A copy or an image is as encrypted as the volume it is made of, which is judged.",
  },
  {
    types: ["aws:ecs/cluster:Cluster"],
    properties: ["*EncryptionEnabled"],
    why: "It asks whether the log group or bucket is encrypted, which is judged there.",
  },
  {
    types: azure("automation:ConnectionType"),
    properties: ["*isEncrypted"],
    why: "It declares the fields of connections, and holds no value itself; a limit: whether a field is encrypted is not asked.",
  },
  {
    types: azure("customerinsights:*", "sqlvirtualmachine:*"),
    properties: ["*"],
    why: "A limit: Customer Insights, and what a machine with SQL Server does by itself, such as its backups, have no rules.",
  },
  {
    types: azure("compute:VirtualMachineScaleSetVM"),
    properties: ["*encryptionAtHost"],
    why: "A machine of a scale set follows its set, which is judged.",
  },
  {
    types: [
      ...["aws:athena/workgroup:Workgroup", "aws:autoscaling/*", "aws:cloudwatch/event*", "aws:directconnect/*"],
      ...["aws:ec2/*", "aws:ecs/*", "aws:elasticbeanstalk/*", "aws:iam/user:User", "aws:networkfirewall/*"],
      ...["aws:pinpoint/*", "aws:redshift/endpointAuthorization:*", "aws:redshift/snapshotSchedule:*"],
      ...[
        "aws:servicediscovery/*",
        "aws:transfer/server:Server",
        "aws:rds/clusterInstance:*",
        "aws:rds/globalCluster:*",
      ],
      ...["aws:neptune/clusterInstance:*", "gcp:cloudrunv2/*", "gcp:compute/*", "gcp:configdeployment/*"],
      ...["gcp:backupdisasterrecovery/restoreWorkload:*", "gcp:dataproc/job:Job", "gcp:dataproc/metastoreFederation:*"],
      ...["gcp:datacatalog/*", "gcp:gemini/*", "gcp:monitoring/*", "gcp:storage/batchOperationsJob:*"],
      ...[
        "gcp:storage/insightsReportConfig:*",
        "gcp:workbench/*",
        "gcp:workflows/*",
        "gcp:memcache/*",
        "gcp:chronicle/*",
      ],
      ...["gcp:oracledatabase/odb*", "gcp:oracledatabase/goldengate*", "gcp:organizations/folder:Folder"],
      "gcp:bigtable/*View:*",
    ],
    properties: [
      ...["forceDestroy", "forceDelete", "*eletionProtection*", "*deleteProtection", "skipFinalSnapshot"],
      "enableDeletionProtection",
    ],
    why: "It holds no data of its own that a program does not make again: what it serves, or is made of, is judged.",
  },
  {
    types: ["aws:s3/bucketObject*", "aws:s3/objectCopy:ObjectCopy"],
    properties: ["forceDestroy"],
    why: "It is about an object that the program itself writes, under a lock.",
  },
  {
    types: ["aws:cloudwatch/logGroup:LogGroup", "aws:bedrock/agentDataSource:AgentDataSource"],
    properties: ["*deletionProtection*"],
    why: "A limit: logging-retention asks how long logs are kept, and nothing asks whether they can be deleted.",
  },
  {
    types: ["gcp:secretmanager/*"],
    properties: ["deletionProtection"],
    why: "It guards against the program alone; data-safety-protect and the versions' delay guard what is in it.",
  },
  {
    types: azure("appconfiguration:ConfigurationStore"),
    properties: ["enablePurgeProtection"],
    why: "The program writes the settings again; secrets belong in a key vault, where it is judged.",
  },
  {
    types: ["aws:fsx/lustreFileSystem:LustreFileSystem"],
    properties: ["skipFinalBackup", "automaticBackupRetentionDays"],
    why: "Scratch space can't be backed up, and a file system that belongs to a bucket has its data there.",
  },
  {
    types: ["aws:glue/*", ...azure("recoveryservices:ProtectionPolicy")],
    properties: ["*snapshotRetention*"],
    why: "It is about snapshots beside the backups that are judged.",
  },
  {
    types: ["gcp:oracledatabase/autonomousDatabase:AutonomousDatabase"],
    properties: ["*backupRetentionPeriodDays"],
    why: "It is 60 days as it comes, more than any profile asks for.",
  },
  {
    types: ["aws:docdb/clusterInstance:ClusterInstance"],
    properties: ["autoMinorVersionUpgrade"],
    why: "DocumentDB ignores it.",
  },
];

/** Every exclusion; each has to be of something that is there and that no rule lists. */
export const exclusions: readonly Exclusion[] = [...general, ...tls, ...exposure, ...rights, ...rest, ...programs];
