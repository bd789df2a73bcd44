import { both, type Claims, claim } from "./claim";

const object = claim("object", "metadata.name", "kind", "metadata.namespace");

/** What a namespace holds once, beside names of objects: a Secret that another object makes has a name of its own. */
export const kubernetesClaims: Readonly<Record<string, Claims>> = {
  "kubernetes:core/v1:Secret": both(object, claim("secret", "metadata.name", "metadata.namespace")),
  "kubernetes:external-secrets.io/v1:ExternalSecret": both(
    object,
    claim("secret", "spec.target.name", "metadata.namespace"),
  ),
  "kubernetes:cert-manager.io/v1:Certificate": both(object, claim("secret", "spec.secretName", "metadata.namespace")),
};
