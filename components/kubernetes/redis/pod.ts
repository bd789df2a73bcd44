import type { types } from "@pulumi/kubernetes";
import type { ComponentContext, RedisSpec } from "../../contract";
import type { PullSecrets } from "../images";
import { podLabels } from "../metadata";
import { containerSecurityContext, podSecurityContext } from "../security-context";
import { paths, redisPort } from "./config";
import { podMemoryMiB } from "./sizes";

/** Arguments of the Pod. */
export interface RedisPodArgs {
  context: ComponentContext;
  spec: RedisSpec;
  part: string;
  image: string;
  pullSecrets: PullSecrets;
  volumeClaim: string;
  configMap: string;
  certificateSecret: string;
  /** The password, and the one before it where that still counts. */
  passwordSecrets: readonly string[];
  /** Changes with the configuration. */
  revision: string;
}

/** The user of the image's own `valkey` account on Alpine. */
const uid = 999;
const gid = 1000;

/** What it may take of its node's disk: its data is in the claim; the rest is logs that were not collected yet. */
const temporaryMiB = 64;
const disk = `${temporaryMiB + 256}Mi`;

/** `valkey-cli` reads the password from the environment. */
const client = `valkey-cli --tls --cacert ${paths.certificates}/ca.crt -h 127.0.0.1 -p ${redisPort}`;

/**
 * The server is the first process of its container, so that it gets the stop signal and saves. It reads the password from
 * standard input, so that no list of processes shows it. cert-manager renews the certificate; the server reloads it every
 * hour.
 *
 * The lock is the server's until it ends: a Pod that is deleted by hand may still write while its successor starts on the
 * same node, where both have the volume. A snapshot of a volume that has no append-only file yet becomes its beginning: the
 * server takes over a lone `appendonly.aof`, and that may be a snapshot (valkey, `loadAppendOnlyFiles`).
 */
const start = (login: string) => `exec 9>>${paths.data}/.lock
flock 9
if [ -f ${paths.data}/dump.rdb ] && [ ! -f ${paths.data}/appendonlydir/appendonly.aof.manifest ]; then
  mv ${paths.data}/dump.rdb ${paths.data}/appendonly.aof
fi
reload() {
  while sleep 3600; do
    ${client} config set tls-cert-file ${paths.certificates}/tls.crt tls-key-file ${paths.certificates}/tls.key
  done
}
reload >/dev/null 2>&1 9>&- &
exec valkey-server - <<CONFIG
$(cat ${paths.config}/valkey.conf)
${login}
CONFIG
`;

const requirePassword = "requirepass $REDISCLI_AUTH";
/** A user may have several passwords at once (ACL); without rules of its own, the default user may do everything. */
const takeBothPasswords = "user default on >$REDISCLI_AUTH >$EARLIER_AUTH ~* &* +@all";

/** The Pod of a Valkey server. */
export function redisPod(args: RedisPodArgs): types.input.core.v1.PodTemplateSpec {
  const { context, spec, part, image, revision } = args;
  const memory = `${podMemoryMiB(spec)}Mi`;
  const [password = "", earlier] = args.passwordSecrets;
  return {
    metadata: { labels: podLabels(context, part), annotations: { "isotopo.dev/revision": revision } },
    spec: {
      automountServiceAccountToken: false,
      imagePullSecrets: args.pullSecrets,
      enableServiceLinks: false,
      securityContext: podSecurityContext(uid, gid),
      terminationGracePeriodSeconds: 60,
      containers: [
        {
          name: "valkey",
          image,
          command: ["sh", "-c", start(earlier === undefined ? requirePassword : takeBothPasswords)],
          env: [
            passwordVariable("REDISCLI_AUTH", password),
            ...(earlier === undefined ? [] : [passwordVariable("EARLIER_AUTH", earlier)]),
          ],
          ports: [{ name: "redis", containerPort: redisPort }],
          // One thread serves, another process writes down: less than a processor would hold all clients up.
          resources: {
            requests: { cpu: "100m", memory, "ephemeral-storage": disk },
            limits: { cpu: "2", memory, "ephemeral-storage": disk },
          },
          securityContext: containerSecurityContext,
          startupProbe: { exec: { command: pingAnswers() }, periodSeconds: 5, failureThreshold: 60, timeoutSeconds: 5 },
          readinessProbe: { exec: { command: pingAnswers() }, periodSeconds: 10, timeoutSeconds: 5 },
          livenessProbe: { tcpSocket: { port: redisPort }, periodSeconds: 20, timeoutSeconds: 5 },
          volumeMounts: [
            { name: "data", mountPath: paths.data },
            { name: "config", mountPath: paths.config, readOnly: true },
            { name: "certificates", mountPath: paths.certificates, readOnly: true },
            { name: "tmp", mountPath: "/tmp" },
          ],
        },
      ],
      volumes: [
        { name: "data", persistentVolumeClaim: { claimName: args.volumeClaim } },
        { name: "config", configMap: { name: args.configMap } },
        { name: "certificates", secret: { secretName: args.certificateSecret } },
        { name: "tmp", emptyDir: { sizeLimit: `${temporaryMiB}Mi` } },
      ],
    },
  };
}

function passwordVariable(name: string, secret: string): types.input.core.v1.EnvVar {
  return { name, valueFrom: { secretKeyRef: { name: secret, key: "password" } } };
}

/** A server that still loads its data answers with an error and exit code 0, so the answer itself is looked at. */
function pingAnswers(): string[] {
  return ["sh", "-c", `${client} ping | grep -q PONG`];
}
