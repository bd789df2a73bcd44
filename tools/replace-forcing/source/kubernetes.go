package main

import (
	"go/ast"
	"strings"
)

// kubernetes reads `forceNew` of `provider/pkg/provider/diff.go`: paths by group, version and kind.
func kubernetes(program []*file) (any, []string) {
	found := map[string][]string{}
	var unread []string
	for _, one := range program {
		table, ok := one.pkg.variables["forceNew"]
		if !ok || table.scope.file != one {
			continue
		}
		entries(table, func(group string, versions bound) {
			entries(versions, func(version string, kinds bound) {
				entries(kinds, func(kind string, paths bound) {
					list, ok := pathsOf(paths)
					if !ok {
						unread = append(unread, group+"/"+version+" "+kind+": its paths are no literal")
					}
					found[group+"/"+version+":"+kind] = list
				})
			})
		})
	}
	return found, unread
}

// entries calls a function with each entry of a literal of a map.
func entries(from bound, each func(key string, value bound)) {
	literal, scope := literalOf(from)
	if literal == nil {
		return
	}
	for _, element := range literal.Elts {
		if entry, ok := element.(*ast.KeyValueExpr); ok {
			each(text(entry.Key), bound{entry.Value, scope})
		}
	}
}

// pathsOf reads a list of paths: a literal, lists appended to one another, or what a function makes of prefixes.
func pathsOf(from bound) ([]string, bool) {
	switch expression := from.expression.(type) {
	case *ast.CompositeLit:
		var paths []string
		for _, element := range expression.Elts {
			paths = append(paths, strings.TrimPrefix(text(element), "."))
		}
		return paths, true
	case *ast.CallExpr:
		var paths []string
		if typeName(expression.Fun) != "append" {
			for _, argument := range expression.Args {
				paths = append(paths, prefixed(from.scope.function(expression.Fun), text(argument))...)
			}
			return paths, len(paths) > 0
		}
		for _, argument := range expression.Args {
			more, ok := pathsOf(bound{argument, from.scope})
			if !ok {
				return nil, false
			}
			paths = append(paths, more...)
		}
		return paths, true
	}
	value, ok := from.scope.lookUp(from.expression)
	if !ok {
		return nil, false
	}
	return pathsOf(value)
}

// prefixed is each text that a function puts behind a prefix: `prefix + ".matchLabels"`.
func prefixed(called *function, prefix string) []string {
	var paths []string
	if called == nil || called.declared.Body == nil || prefix == "" {
		return nil
	}
	ast.Inspect(called.declared.Body, func(node ast.Node) bool {
		if sum, ok := node.(*ast.BinaryExpr); ok && text(sum.Y) != "" {
			paths = append(paths, strings.TrimPrefix(prefix+text(sum.Y), "."))
		}
		return true
	})
	return paths
}
