import type { View } from "../core/view";
import type { PodSpec } from "./pods";

/** What is read of a projected token of a service account. */
export interface ProjectedToken {
  audience?: string;
  path?: string;
}

/** The tokens that a Pod asks for in its volumes, whatever `automountServiceAccountToken` says. */
export function projectedTokens(pod: View<PodSpec>): View<ProjectedToken>[] {
  return pod
    .at("volumes")
    .items()
    .flatMap((volume) => volume.at("projected").at("sources").items())
    .map((source) => source.at("serviceAccountToken").as<ProjectedToken>())
    .filter((token) => token.isSet && token.known);
}

/**
 * The audience of the API server where its flags say no other (kubeadm, and what every Pod reads as its issuer's name). Of GKE it
 * is the cluster's address, which is the issuer too (kube-apiserver, `--api-audiences`: the default is the issuer's).
 */
const ofApiServer =
  /^((https:\/\/)?kubernetes(\.default(\.svc(\.cluster\.local)?)?)?\/?|https:\/\/container\.googleapis\.com\/v1\/projects\/.*)$/;

/** Whether the API server takes a token: one without an audience is for it (Kubernetes API reference, ServiceAccountTokenProjection). */
export function isForApiServer(token: View<ProjectedToken>): boolean {
  const audience = token.at("audience");
  return audience.known && (!audience.isSet || audience.text() === "" || ofApiServer.test(audience.text() ?? ""));
}
