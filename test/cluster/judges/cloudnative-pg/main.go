// The admission webhooks of CloudNativePG.
//
// The module's path lies under the operator's own, so that Go lets it import what is internal there.
package main

import (
	"k8s.io/apimachinery/pkg/runtime"
	utilruntime "k8s.io/apimachinery/pkg/util/runtime"
	"sigs.k8s.io/controller-runtime/pkg/webhook/admission"

	apiv1 "github.com/cloudnative-pg/cloudnative-pg/api/v1"
	webhookv1 "github.com/cloudnative-pg/cloudnative-pg/internal/webhook/v1"
	"isotopo.test/judge"
)

func main() {
	scheme := runtime.NewScheme()
	utilruntime.Must(apiv1.AddToScheme(scheme))
	judge.Main(
		judge.Webhooks{
			Resource:   apiv1.SchemeGroupVersion.WithResource("clusters"),
			Kind:       "Cluster",
			Mutating:   admission.WithDefaulter(scheme, &webhookv1.ClusterCustomDefaulter{}),
			Validating: admission.WithValidator(scheme, &webhookv1.ClusterCustomValidator{}),
		},
		judge.Webhooks{
			Resource:   apiv1.SchemeGroupVersion.WithResource("databases"),
			Kind:       "Database",
			Mutating:   admission.WithDefaulter(scheme, &webhookv1.DatabaseCustomDefaulter{}),
			Validating: admission.WithValidator(scheme, &webhookv1.DatabaseCustomValidator{}),
		},
		judge.Webhooks{
			Resource:   apiv1.SchemeGroupVersion.WithResource("poolers"),
			Kind:       "Pooler",
			Validating: admission.WithValidator(scheme, &webhookv1.PoolerCustomValidator{}),
		},
		judge.Webhooks{
			Resource:   apiv1.SchemeGroupVersion.WithResource("scheduledbackups"),
			Kind:       "ScheduledBackup",
			Mutating:   admission.WithDefaulter(scheme, &webhookv1.ScheduledBackupCustomDefaulter{}),
			Validating: admission.WithValidator(scheme, &webhookv1.ScheduledBackupCustomValidator{}),
		},
	)
}
