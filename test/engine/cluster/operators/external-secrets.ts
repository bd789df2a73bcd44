import { z } from "zod";
import { operatorOf, ownerOf, words } from "./operator";

const texts = z.record(z.string(), z.string());

const spec = z.object({
  target: z.object({
    name: z.string(),
    template: z
      .object({
        type: z.string().optional(),
        metadata: z.object({ labels: texts.optional() }).optional(),
        data: texts.optional(),
      })
      .optional(),
  }),
  data: z.array(z.object({ secretKey: z.string() })).default([]),
  dataFrom: z
    .array(
      z.object({
        sourceRef: z.object({ generatorRef: z.object({ kind: z.string(), name: z.string() }).optional() }).optional(),
      }),
    )
    .default([]),
});

/**
 * External Secrets' ExternalSecrets (0.16.2): conditions, reasons and messages of
 * `pkg/controllers/externalsecret/externalsecret_controller.go` (`markAsDone`, `markAsFailed`), labels of
 * `apis/externalsecrets/v1/externalsecret_types.go`. The Secret belongs to its ExternalSecret (`creationPolicy: Owner`). The cluster's
 * store has whatever is asked for.
 */
export const externalSecrets = operatorOf(spec, {
  manager: "external-secrets",
  kind: "externalsecrets",
  missing: ({ dataFrom }, there) =>
    dataFrom.flatMap(({ sourceRef }) => {
      const generator = sourceRef?.generatorRef;
      return generator === undefined || there.find("passwords", generator.name) !== undefined
        ? []
        : [`${generator.kind} ${generator.name}`];
    }),
  makes: ({ target, data }, object) => {
    const { template } = target;
    return [
      {
        kind: "secrets",
        name: target.name,
        labels: { ...template?.metadata?.labels, "reconcile.external-secrets.io/managed": "true" },
        owner: ownerOf("externalsecrets", object),
        fields: {
          type: template?.type ?? "Opaque",
          data: words([...Object.keys(template?.data ?? {}), ...data.map(({ secretKey }) => secretKey)]),
        },
      },
    ];
  },
  ready: () => ({
    conditions: [{ type: "Ready", status: "True", reason: "SecretSynced", message: "secret synced" }],
  }),
  // It says nothing until it has tried, and then that it failed, also where it will try again.
  pending: () => ({ conditions: [] }),
  failed: () => ({
    conditions: [
      {
        type: "Ready",
        status: "False",
        reason: "SecretSyncedError",
        message: "could not get secret data from provider",
      },
    ],
  }),
  warning: { reason: "UpdateFailed", message: "error processing spec.data[0]: the store of the tests refuses" },
});
