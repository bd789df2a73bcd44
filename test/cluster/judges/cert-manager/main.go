// The validating webhook of cert-manager, less what asks the API server about the user of a CertificateRequest.
//
// The module's path lies under the operator's own, so that Go lets it import what is internal there.
package main

import (
	"k8s.io/apimachinery/pkg/runtime"

	cminstall "github.com/cert-manager/cert-manager/internal/apis/certmanager/install"
	metainstall "github.com/cert-manager/cert-manager/internal/apis/meta/install"
	"github.com/cert-manager/cert-manager/internal/webhook/admission/resourcevalidation"
	cmapi "github.com/cert-manager/cert-manager/pkg/apis/certmanager/v1"
	cmadmission "github.com/cert-manager/cert-manager/pkg/webhook/admission"
	"isotopo.test/judge"
)

func main() {
	scheme := runtime.NewScheme()
	cminstall.Install(scheme)
	metainstall.Install(scheme)
	webhook := cmadmission.NewCustomValidationWebhook(scheme, cmadmission.PluginChain{resourcevalidation.NewPlugin()})
	judge.Main(
		judge.Webhooks{
			Resource:   cmapi.SchemeGroupVersion.WithResource("certificates"),
			Kind:       "Certificate",
			Validating: webhook,
		},
		judge.Webhooks{
			Resource:   cmapi.SchemeGroupVersion.WithResource("issuers"),
			Kind:       "Issuer",
			Validating: webhook,
		},
	)
}
