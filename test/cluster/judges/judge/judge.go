// Package judge asks an operator's own admission webhooks about manifests, as the API server would, and prints their
// answers as JSON.
package judge

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	jsonpatch "github.com/evanphx/json-patch/v5"
	admissionv1 "k8s.io/api/admission/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"sigs.k8s.io/controller-runtime/pkg/webhook/admission"
	"sigs.k8s.io/yaml"
)

// Webhooks are what an operator registers for one kind.
type Webhooks struct {
	Resource schema.GroupVersionResource
	Kind     string
	// Mutating sets defaults; nil where the operator has none.
	Mutating   *admission.Webhook
	Validating *admission.Webhook
}

// Verdict is what an operator says of one object.
type Verdict struct {
	Kind string `json:"kind"`
	Name string `json:"name"`
	// Refused says why the object is refused; empty where it is accepted.
	Refused string `json:"refused"`
	// Warnings are about what is accepted and still advised against.
	Warnings []string `json:"warnings"`
	// Rewritten are given values that the operator stores otherwise: each apply changes them back.
	Rewritten []string `json:"rewritten"`
}

// Main judges every object in the YAML files of the folders on the command line that is of one of these kinds.
func Main(operator ...Webhooks) {
	verdicts := []Verdict{}
	for _, root := range os.Args[1:] {
		must(filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() || filepath.Ext(path) != ".yaml" {
				return err
			}
			found, err := judgeFile(path, operator)
			verdicts = append(verdicts, found...)
			return err
		}))
	}
	encoder := json.NewEncoder(os.Stdout)
	encoder.SetEscapeHTML(false)
	must(encoder.Encode(verdicts))
}

func judgeFile(path string, operator []Webhooks) ([]Verdict, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var verdicts []Verdict
	for _, document := range bytes.Split(text, []byte("\n---\n")) {
		raw, err := yaml.YAMLToJSONStrict(document)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		var object unstructured.Unstructured
		if err := object.UnmarshalJSON(raw); err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		for _, webhooks := range operator {
			if object.GroupVersionKind() == webhooks.Resource.GroupVersion().WithKind(webhooks.Kind) {
				verdict, err := webhooks.judge(object, raw)
				if err != nil {
					return nil, fmt.Errorf("%s: %w", path, err)
				}
				verdicts = append(verdicts, verdict)
			}
		}
	}
	return verdicts, nil
}

func (w Webhooks) judge(object unstructured.Unstructured, raw []byte) (Verdict, error) {
	verdict := Verdict{Kind: w.Kind, Name: object.GetName(), Warnings: []string{}, Rewritten: []string{}}
	answered := func(answer admission.Response) bool {
		verdict.Warnings = append(verdict.Warnings, answer.Warnings...)
		if !answer.Allowed {
			verdict.Refused = answer.Result.Message
		}
		return answer.Allowed
	}
	if w.Mutating != nil {
		answer := w.Mutating.Handler.Handle(context.Background(), w.creation(object, raw))
		if !answered(answer) {
			return verdict, nil
		}
		for _, change := range answer.Patches {
			if change.Operation != "add" {
				value, err := json.Marshal(change.Value)
				if err != nil {
					return verdict, err
				}
				verdict.Rewritten = append(verdict.Rewritten, fmt.Sprintf("%s becomes %s", change.Path, value))
			}
		}
		slices.Sort(verdict.Rewritten)
		patched, err := apply(answer, raw)
		if err != nil {
			return verdict, err
		}
		raw = patched
	}
	answered(w.Validating.Handler.Handle(context.Background(), w.creation(object, raw)))
	return verdict, nil
}

// creation is the API server's question about a new object.
func (w Webhooks) creation(object unstructured.Unstructured, raw []byte) admission.Request {
	return admission.Request{AdmissionRequest: admissionv1.AdmissionRequest{
		Operation: admissionv1.Create,
		Kind:      metav1.GroupVersionKind{Group: w.Resource.Group, Version: w.Resource.Version, Kind: w.Kind},
		Resource:  metav1.GroupVersionResource(w.Resource),
		Name:      object.GetName(),
		Namespace: object.GetNamespace(),
		Object:    runtime.RawExtension{Raw: raw},
	}}
}

func apply(answer admission.Response, raw []byte) ([]byte, error) {
	text, err := json.Marshal(answer.Patches)
	if err != nil {
		return nil, err
	}
	patch, err := jsonpatch.DecodePatch(text)
	if err != nil {
		return nil, errors.Join(errors.New("the operator's patch"), err)
	}
	return patch.Apply(raw)
}

func must(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
