// The validating webhook of External Secrets for ExternalSecret. That of a store asks its provider, so it is not here.
package main

import (
	"k8s.io/apimachinery/pkg/runtime"
	utilruntime "k8s.io/apimachinery/pkg/util/runtime"
	"sigs.k8s.io/controller-runtime/pkg/webhook/admission"

	externalsecrets "github.com/external-secrets/external-secrets/apis/externalsecrets/v1"
	"isotopo.test/judge"
)

func main() {
	scheme := runtime.NewScheme()
	utilruntime.Must(externalsecrets.AddToScheme(scheme))
	judge.Main(judge.Webhooks{
		Resource: externalsecrets.SchemeGroupVersion.WithResource("externalsecrets"),
		Kind:     "ExternalSecret",
		Validating: admission.WithCustomValidator(
			scheme, &externalsecrets.ExternalSecret{}, &externalsecrets.ExternalSecretValidator{}),
	})
}
