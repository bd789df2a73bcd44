package main

import "slices"

// Force says whether a change of an attribute replaces the resource.
type Force int

const (
	// Never: the attribute is changed in place.
	Never Force = iota
	// Always: `ForceNew: true` or `RequiresReplace()`.
	Always
	// Sometimes: a condition in the provider's code decides.
	Sometimes
)

// Attribute is one of a resource or of a block.
type Attribute struct {
	Force Force `json:"force,omitempty"`
	// Computed: only the provider sets it.
	Computed bool `json:"computed,omitempty"`
	// Inside has the attributes of a block, and of the elements of a list of blocks.
	Inside Attributes `json:"inside,omitempty"`
}

// Attributes by their names.
type Attributes map[string]*Attribute

// reader collects the attributes of a Terraform provider's resources.
type reader struct {
	program   []*file
	resources map[string]Attributes
	// byCode are resources that are replaced for paths that code of the provider makes.
	byCode []string
	unread []string
	// current is the resource that is being read.
	current string
}

// terraformFacts are the attributes of each resource by its name, and what has to be read by a human.
type terraformFacts struct {
	Resources map[string]Attributes `json:"resources"`
	ByCode    []string              `json:"byCode"`
}

// terraform reads a Terraform provider.
func terraform(program []*file) (any, []string) {
	reader := &reader{program: program, resources: map[string]Attributes{}, byCode: []string{}}
	reader.pluginSDK()
	reader.framework()
	slices.Sort(reader.byCode)
	return terraformFacts{reader.resources, slices.Compact(reader.byCode)}, reader.unread
}
