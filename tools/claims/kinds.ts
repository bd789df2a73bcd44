/**
 * The kinds of claims that rules make, by the names that SDKs have for the properties that break them. A property of such a
 * name is in a rule's `breaksBy`, or in `exclusions.ts` with the reason. Keys of one's own (`kmsKeyId` and kin) are no kind:
 * every service encrypts without one, and `encryption-at-rest-customer-key` names what it looks at.
 */
export const kinds: Readonly<Record<string, RegExp>> = {
  "lowest version of TLS":
    /^((min(imum|imal)?|scmMin|sslMinimal)?(Tls|Ssl|Protocol)(Minimal)?Version(Allowed)?|minSupportedTlsVersion|(tls|ssl)(Security)?Policy|securityPolicy(Name)?|(origin|disabled)?SslProtocols|tlsprotocols|tls1[01]Enabled)$/i,
  "TLS required":
    /^(httpsOnly|enableHttpsTrafficOnly|(enforce|require)Https|(require|enforce|enable|use)(Tls|Ssl)|(ssl|tls)(Mode|Enforcement|Enabled|EnabledOnly)|enableNonSslPort|enableHttp|isHttpAllowed|allowInsecure|insecureSsl|validateSsl|clientBroker|clientProtocol|transitEncryption(Mode|Enabled)?|inTransitEncryption|(viewer|origin)ProtocolPolicy|httpsRedirect|supportedProtocols|forwardingProtocol|clusterEndpointEncryptionType|ftpsState|ftpEnabled|smbEncryption|requireEncryption)$/i,
  "public address or network":
    /^(publicNetworkAccess\w*|publiclyAccessible|publicAccess|isPublic|allowPublicAccess|publicIpEnabled|publicDataEndpointEnabled|(enable|assign|allow|create|associate)PublicIp(Address)?|mapPublicIpOnLaunch|enable(No|Node)PublicIp|disablePublicIp(Addresses)?|ipv4Enabled|endpointPublicAccess|enablePrivateNodes|directInternetAccess|remoteLoginPortPublicAccess|serverlessComputeNoPublicIP|networkAccessPolicy)$/i,
  "access without a name":
    /^(allowBlobPublicAccess|anonymousPullEnabled|anonymousAuthEnabled|allowUnauthenticated\w*|blockPublic(Acls|Policy)|ignorePublicAcls|restrictPublicBuckets)$/i,
  "encryption at rest":
    /^(encrypted|isEncrypted|storageEncrypted|encryptionAtHost|atRestEncryptionEnabled|(root|user)VolumeEncryptionEnabled|(s3Bucket|s3|cloudWatch)EncryptionEnabled|enableEncryption)$/i,
  "refusal of deletion":
    /^(deletionProtection(Enabled|Status)?|deleteProtection(State)?|enable(Deletion|Purge|Drop)Protection|skipFinal(Snapshot|Backup)|forceDestroy|forceDelete|deleteContentsOnDestroy)$/i,
  "backups kept":
    /^(backupRetention(Period|Days|PeriodDays|IntervalInHours)|automatedSnapshotRetentionPeriod|snapshotRetention(Limit|InDays|PeriodInDays)|retainedBackups|automaticBackupRetentionDays|pointInTimeRecovery(Enabled|Enablement)?|geoRedundantBackup)$/i,
  "accounts and keys of the service's own":
    /^(disableLocal(Auth|Accounts)|allowSharedKeyAccess|adminUserEnabled|localAuthEnabled|disableAccessKeyAuthentication|accessKeysAuthentication|enableLocalAuth)$/i,
  "debugging from outside": /^(remoteDebugg?(ing)?Enabled|enableExecuteCommand|serialPortEnable)$/i,
  "rights that are attached": /^((managed)?policyArns?|roleDefinitionId)$/i,
  "minor versions": /^autoMinorVersionUpgrade$/,
  "account that a program runs under": /^serviceAccount(Name|Email)?$/,
  "privileges of a container": /^privileged(Mode)?$/,
  "text with a password in it": /connectionString$/i,
};

/** Variables of a program by what the SDK says of them, whatever they are called: a list or a map. */
export const variables = { comment: /\benvironment[- ]variables?\b/i, declared: /\[\]|\[key: string\]/ };

/**
 * Kinds of claims about what holds others, or is a list or map of what anybody may choose: a name, and what may be given. Such a
 * property is in a rule's `breaksBy` where anything in it is.
 */
export const holders: Readonly<Record<string, { name: RegExp; declared: RegExp }>> = {
  "variables of a program": {
    name: /^(envs?|envVariables|environments?|\w*environmentVariables|variables|\w+Variables|\w*(env|environment)(vars?|settings|properties)|propertyMap|defaultArguments|nonOverridableArguments|appSettings|substitutions|connectionStrings)$/i,
    declared: /\[\]|\[key: string\]/,
  },
  "account that a program runs under": { name: /^serviceAccounts?$/, declared: /inputs\./ },
  "token of an account": { name: /^serviceAccountToken$/, declared: /inputs\./ },
  "directory of the host": { name: /^(hostPath|sourcePath|local|driverOpts)$/, declared: /./ },
};
