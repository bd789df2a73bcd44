import type { types } from "@pulumi/kubernetes";
import { Deployment } from "@pulumi/kubernetes/apps/v1";
import { ConfigMap, PersistentVolumeClaim, Service } from "@pulumi/kubernetes/core/v1";
import * as pulumi from "@pulumi/pulumi";
import type { RedisArgs } from "../../contract";
import { type Redis, type RedisSecret, type RedisValue, type Transform, transformed } from "../../contract";
import { internalCertificate } from "../certificate";
import { generatedSecret } from "../generated-secret";
import { hash } from "../hash";
import type { KubernetesImages } from "../images";
import { metadata, partSelector, workloadLabel } from "../metadata";
import type { KubernetesNetwork } from "../network";
import { allow } from "../network/policies";
import { imageFor } from "../own-images";
import type { KubernetesPlatformSpec } from "../platform-spec";
import type { SecretKey } from "../secrets";
import { redisConfig, redisPort } from "./config";
import { redisPod } from "./pod";
import { volumeGiB } from "./sizes";

/** Changes of single objects of a Redis instance. */
export interface RedisTransforms {
  deployment?: Transform<types.input.apps.v1.Deployment>;
}

/**
 * One Valkey server with a volume, TLS and a password. One Pod: where its node is lost, Kubernetes starts it elsewhere as
 * soon as the volume can follow. A Deployment, which replaces a Pod that can't start when its template changes: a StatefulSet
 * waits for it to get ready first (Kubernetes, StatefulSets, "Forced rollback").
 */
export class KubernetesRedis extends pulumi.ComponentResource implements Redis {
  readonly host: pulumi.Output<string>;
  readonly port: pulumi.Output<number>;
  readonly password: SecretKey;
  readonly passwordVersion: number;
  /** The certificate authority that signed for the server. */
  readonly authority: SecretKey;
  private readonly address: string;

  constructor(
    name: string,
    args: RedisArgs & { network: KubernetesNetwork } & {
      platform: KubernetesPlatformSpec;
      images: KubernetesImages;
      transform?: RedisTransforms;
    },
    opts?: pulumi.ComponentResourceOptions,
  ) {
    super("isotopo:kubernetes:Redis", name, {}, opts);
    const { context, spec, network, platform, images, transform } = args;
    const part = `redis-${spec.name}`;
    const child = { parent: this, dependsOn: [network.namespace] };
    const held = { ...child, protect: spec.deletionProtection };
    const certificateSecret = `${part}-tls`;
    const config = redisConfig(spec);
    const image = imageFor("redis", spec.version);

    // The earlier password counts until all that uses it has been rolled.
    const passwords = [spec.passwordVersion, spec.passwordVersion - 1]
      .filter((version) => version > 0)
      .map((version) =>
        generatedSecret(
          `${name}-password`,
          { context, part, base: `${part}-password`, key: "password", length: 64, version },
          child,
        ),
      );
    const passwordSecrets = passwords.map(({ secretName }) => secretName);
    const certificate = internalCertificate(
      `${name}-certificate`,
      { context, part, objectName: part, secretName: certificateSecret, services: [part] },
      { parent: this, dependsOn: [network.issuer] },
    );
    // Named by what it says: a Pod that starts while another version rolls out finds its own.
    const configName = `${part}-${hash(config)}`;
    const configMap = new ConfigMap(
      `${name}-config`,
      { metadata: metadata(context, part, configName), immutable: true, data: { "valkey.conf": config } },
      child,
    );
    // Not ReadWriteOncePod: the Pod object that a lost node leaves behind would keep the next Pod from being scheduled until
    // somebody deletes it (kube-scheduler, VolumeRestrictions). The start script's lock keeps two servers from writing at once.
    const volume = new PersistentVolumeClaim(
      `${name}-volume`,
      {
        metadata: metadata(context, part, part),
        spec: {
          accessModes: ["ReadWriteOnce"],
          storageClassName: platform.storageClass,
          resources: { requests: { storage: `${volumeGiB(spec, platform.redisVolumeGiB)}Gi` } },
        },
      },
      // A claim binds when a Pod uses it, so nothing is waited for. Its class can't change without replacing the claim and its
      // data: an existing claim keeps its own.
      { ...held, dependsOn: [network.namespace], ignoreChanges: ["spec.storageClassName"] },
    );
    const service = new Service(
      `${name}-service`,
      {
        metadata: metadata(context, part, part),
        spec: {
          clusterIP: "None",
          selector: partSelector(context, part),
          ports: [{ name: "redis", port: redisPort, targetPort: redisPort }],
        },
      },
      child,
    );
    createPolicies();
    createServer();

    this.address = `${part}.${context.name}.svc`;
    this.authority = { name: certificateSecret, key: "ca.crt" };
    this.password = { name: passwordSecrets[0] ?? "", key: "password" };
    this.passwordVersion = spec.passwordVersion;
    this.host = pulumi.output(this.address);
    this.port = pulumi.output(redisPort);
    this.registerOutputs({ host: this.host, port: this.port });

    function createServer(): void {
      const deploymentArgs: types.input.apps.v1.Deployment = {
        metadata: metadata(context, part, part),
        spec: {
          replicas: 1,
          // The one before ends first: both would write to one volume.
          strategy: { type: "Recreate" },
          revisionHistoryLimit: 5,
          selector: { matchLabels: partSelector(context, part) },
          template: redisPod({
            context,
            spec,
            part,
            image,
            pullSecrets: images.pullSecrets(image),
            volumeClaim: part,
            configMap: configName,
            certificateSecret,
            passwordSecrets,
            // A change of either starts the Pod anew.
            revision: hash(`${config} ${spec.passwordVersion}`),
          }),
        },
      };
      new Deployment(`${name}-server`, transformed(transform?.deployment, deploymentArgs, `${name}-server`), {
        ...held,
        dependsOn: [images, configMap, volume, service, ...passwords.map(({ resource }) => resource), certificate],
      });
    }

    function createPolicies(): void {
      const workloads = { "app.kubernetes.io/instance": context.name, [workloadLabel]: "true" };
      const ports = [{ port: redisPort }];
      allow(
        `${name}-server-pods`,
        { context, part, ingress: [{ peers: [{ podSelector: { matchLabels: workloads } }], ports }] },
        child,
      );
      allow(
        `${name}-clients`,
        {
          context,
          part,
          podSelector: workloads,
          egress: [{ peers: [{ podSelector: { matchLabels: partSelector(context, part) } }], ports }],
        },
        child,
      );
    }
  }

  /** A value that is no secret. */
  value(key: RedisValue): string {
    return key === "host" ? this.address : String(redisPort);
  }

  /** The address in which the kubelet puts the password, or the password alone. */
  secretTemplate(key: RedisSecret, password: string): string {
    return key === "password" ? password : `rediss://:${password}@${this.address}:${redisPort}/0`;
  }
}
