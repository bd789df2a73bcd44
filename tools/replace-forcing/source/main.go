// Prints which properties replace a resource when they change, as JSON, from the source text of a provider. Nothing of the
// provider is compiled or run: its files are parsed, and the literals in them are read.
//
//	go run . terraform <folder with the Go files of a Terraform provider>
//	go run . kubernetes <folder with the Go files of Pulumi's Kubernetes provider>
//
// What could not be read is named on standard error, one line each.
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"slices"
)

func main() {
	read := map[string]func([]*file) (any, []string){"terraform": terraform, "kubernetes": kubernetes}
	if len(os.Args) != 3 || read[os.Args[1]] == nil {
		fmt.Fprintln(os.Stderr, "usage: go run . terraform|kubernetes <folder with the provider's Go files>")
		os.Exit(2)
	}
	if err := run(os.Args[2], read[os.Args[1]]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(folder string, read func([]*file) (any, []string)) error {
	program, err := load(folder)
	if err != nil {
		return err
	}
	facts, unread := read(program)
	slices.Sort(unread)
	for _, line := range slices.Compact(unread) {
		fmt.Fprintln(os.Stderr, line)
	}
	encoder := json.NewEncoder(os.Stdout)
	encoder.SetEscapeHTML(false)
	return encoder.Encode(facts)
}
