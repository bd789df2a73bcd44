// Prints what Kubernetes' own Go types leave out of an object when its value is zero, and where they have quantities, as JSON. Pulumi's
// Kubernetes provider sends each input through these types (`normalizeInputs`), and keeps what comes out. Nothing is compiled or run: the
// files are parsed.
//
//	go run . <folder of k8s.io/api> <folder of k8s.io/apimachinery>
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// answer is what is printed. A field's word: `?` dropped where zero or empty, then `[]` a list or `{}` a map, then `q` a quantity or the
// name of a struct. Fields that nothing happens to are left out, and structs without any other.
type answer struct {
	Kinds   map[string]string            `json:"kinds"`
	Structs map[string]map[string]string `json:"structs"`
}

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: go run . <folder of k8s.io/api> <folder of k8s.io/apimachinery>")
		os.Exit(2)
	}
	if err := run(os.Args[1], os.Args[2]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(api, machinery string) error {
	folders, err := filepath.Glob(filepath.Join(api, "*", "v*"))
	if err != nil {
		return err
	}
	types := newTypes()
	if err := types.read(filepath.Join(machinery, "pkg/apis/meta/v1"), "meta/v1", ""); err != nil {
		return err
	}
	for _, folder := range folders {
		if filepath.Base(filepath.Dir(folder)) == "testdata" {
			continue
		}
		name := strings.TrimPrefix(filepath.ToSlash(folder), filepath.ToSlash(api)+"/")
		group, err := groupOf(filepath.Join(folder, "register.go"))
		if err != nil {
			return err
		}
		if err := types.read(folder, name, group+"/"+filepath.Base(folder)); err != nil {
			return err
		}
	}
	return json.NewEncoder(os.Stdout).Encode(types.answer())
}
