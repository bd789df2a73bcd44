module isotopo.test/judge

go 1.26.0

require (
	github.com/evanphx/json-patch/v5 v5.9.11
	k8s.io/api v0.32.3
	k8s.io/apimachinery v0.32.3
	sigs.k8s.io/controller-runtime v0.20.4
	sigs.k8s.io/yaml v1.4.0
)
