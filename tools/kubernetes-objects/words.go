package main

import (
	"go/ast"
	"slices"
)

// answer has the words of all fields to which something happens.
func (t *types) answer() answer {
	structs := map[string]map[string]string{}
	for name := range t.byName {
		if fields := t.fieldsOf(name); fields != nil {
			structs[name] = fields
		}
	}
	// A field that only leads to structs without any field left leads nowhere.
	for isChanged := true; isChanged; {
		isChanged = false
		for name, fields := range structs {
			for field, word := range fields {
				if leadsTo := structIn(word); leadsTo != "" && structs[leadsTo] == nil {
					isChanged = true
					if word[0] == '?' {
						fields[field] = "?"
					} else {
						delete(fields, field)
					}
				}
			}
			if len(fields) == 0 {
				delete(structs, name)
				isChanged = true
			}
		}
	}
	kinds := map[string]string{}
	reached := map[string]map[string]string{}
	for kind, name := range t.kinds {
		if structs[name] != nil {
			kinds[kind] = name
			// What a status has is no input.
			delete(structs[name], "status")
			reach(name, structs, reached)
		}
	}
	return answer{kinds, reached}
}

// reach adds a struct to those that are reached, and all that it leads to.
func reach(name string, structs, reached map[string]map[string]string) {
	if structs[name] == nil || reached[name] != nil {
		return
	}
	reached[name] = structs[name]
	for _, word := range structs[name] {
		reach(structIn(word), structs, reached)
	}
}

// fieldsOf has the words of a struct's fields, nil for what is no struct.
func (t *types) fieldsOf(name string) map[string]string {
	one, ok := t.byName[name]
	structure, isStruct := one.expression.(*ast.StructType)
	if !ok || !isStruct {
		return nil
	}
	fields := map[string]string{}
	for _, field := range structure.Fields.List {
		json, options := tagOf(field)
		if len(field.Names) == 0 && json == "" {
			for inner, word := range t.fieldsOf(nameOf(field.Type, one)) {
				fields[inner] = word
			}
			continue
		}
		word, isPointer := t.wordOf(field.Type, one)
		isStruct := word != "" && word[0] != '[' && word[0] != '{'
		if slices.Contains(options, "omitempty") && !isPointer && !isStruct && !t.isStruct(field.Type, one) {
			word = "?" + word
		}
		if word != "" {
			fields[json] = word
		}
	}
	return fields
}

// wordOf is the word of a type without `?`, and whether it is a pointer.
func (t *types) wordOf(expression ast.Expr, in declared) (string, bool) {
	switch one := expression.(type) {
	case *ast.StarExpr:
		word, _ := t.wordOf(one.X, in)
		return word, true
	case *ast.ArrayType:
		word, _ := t.wordOf(one.Elt, in)
		return wrapped("[]", word), false
	case *ast.MapType:
		word, _ := t.wordOf(one.Value, in)
		return wrapped("{}", word), false
	}
	name := nameOf(expression, in)
	if name == "k8s.io/apimachinery/pkg/api/resource.Quantity" {
		return "q", false
	}
	found, ok := t.byName[name]
	if !ok {
		return "", false
	}
	if _, isStruct := found.expression.(*ast.StructType); isStruct {
		return name, false
	}
	return t.wordOf(found.expression, found)
}

// isStruct tells whether a type is a struct, which is never dropped; what is declared elsewhere (times, quantities) is one.
func (t *types) isStruct(expression ast.Expr, in declared) bool {
	switch one := expression.(type) {
	case *ast.SelectorExpr, *ast.Ident:
		found, ok := t.byName[nameOf(one, in)]
		if !ok {
			// The types of that folder are texts: `types.UID`.
			selector, isElsewhere := one.(*ast.SelectorExpr)
			return isElsewhere && in.imports[selector.X.(*ast.Ident).Name] != "k8s.io/apimachinery/pkg/types"
		}
		if _, isStruct := found.expression.(*ast.StructType); isStruct {
			return true
		}
		return t.isStruct(found.expression, found)
	}
	return false
}

// nameOf is the name of a type, with its folder.
func nameOf(expression ast.Expr, in declared) string {
	switch one := expression.(type) {
	case *ast.Ident:
		return in.pkg + "." + one.Name
	case *ast.SelectorExpr:
		if pkg, ok := one.X.(*ast.Ident); ok {
			return in.imports[pkg.Name] + "." + one.Sel.Name
		}
	}
	return ""
}

func wrapped(around, word string) string {
	if word == "" {
		return ""
	}
	return around + word
}

// structIn is the struct that a word leads to, empty where it leads to none.
func structIn(word string) string {
	for len(word) > 0 && (word[0] == '?' || word[0] == '[' || word[0] == ']' || word[0] == '{' || word[0] == '}') {
		word = word[1:]
	}
	if word == "q" {
		return ""
	}
	return word
}
