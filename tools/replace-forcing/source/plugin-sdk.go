package main

import (
	"fmt"
	"go/ast"
	"maps"
	"regexp"
	"strconv"
	"strings"
)

func (r *reader) miss(format string, values ...any) {
	r.unread = append(r.unread, r.current+": "+fmt.Sprintf(format, values...))
}

// pluginSDK reads the resources written with terraform-plugin-sdk: `registry.Schema{Name: …, Schema: …}`.
func (r *reader) pluginSDK() {
	for _, one := range r.program {
		ast.Inspect(one.syntax, func(node ast.Node) bool {
			literal, ok := node.(*ast.CompositeLit)
			if !ok || typeName(literal.Type) != "registry.Schema" {
				return true
			}
			kind := typeName(field(literal, "Type"))
			if kind != "registry.SchemaTypeResource" && kind != "registry.SchemaTypeIAMResource" {
				return true
			}
			r.current = text(field(literal, "Name"))
			r.resources[r.current] = r.resource(bound{field(literal, "Schema"), &scope{file: one}}, true)
			return false
		})
	}
}

// literalOf follows names and calls to a literal.
func literalOf(from bound) (*ast.CompositeLit, *scope) {
	for range 20 {
		switch expression := from.expression.(type) {
		case *ast.CompositeLit:
			return expression, from.scope
		case *ast.UnaryExpr:
			from.expression = expression.X
		case *ast.CallExpr:
			result, ok := from.scope.call(expression)
			if !ok {
				return nil, nil
			}
			from = result
		default:
			value, ok := from.scope.lookUp(from.expression)
			if !ok {
				value, ok = fieldOf(from)
			}
			if !ok {
				return nil, nil
			}
			from = value
		}
	}
	return nil, nil
}

// fieldOf follows `ResourceComputeInstance().Schema`.
func fieldOf(from bound) (bound, bool) {
	selected, ok := from.expression.(*ast.SelectorExpr)
	if !ok {
		return bound{}, false
	}
	literal, scope := literalOf(bound{selected.X, from.scope})
	if literal == nil {
		return bound{}, false
	}
	return bound{field(literal, selected.Sel.Name), scope}, true
}

// resource reads a `schema.Resource`: one that is registered, or the elements of a list.
func (r *reader) resource(from bound, registered bool) Attributes {
	literal, scope := literalOf(from)
	if literal == nil {
		r.miss("its resource is no literal")
		return Attributes{}
	}
	attributes := r.attributes(bound{field(literal, "Schema"), scope})
	if custom := field(literal, "CustomizeDiff"); registered && custom != nil {
		r.customizeDiff(custom, scope, attributes, map[*function]bool{})
	}
	return attributes
}

func (r *reader) attributes(from bound) Attributes {
	if call, ok := from.expression.(*ast.CallExpr); ok && strings.HasSuffix(typeName(call.Fun), "MergeSchemas") {
		merged := Attributes{}
		for _, argument := range call.Args {
			maps.Copy(merged, r.attributes(bound{argument, from.scope}))
		}
		return merged
	}
	if result, ok := from.expression.(*ast.CallExpr); ok {
		if inner, known := from.scope.call(result); known {
			return r.attributes(inner)
		}
	}
	literal, scope := literalOf(from)
	if literal == nil {
		r.miss("a schema is no literal")
		return Attributes{}
	}
	attributes := Attributes{}
	for _, element := range literal.Elts {
		entry, ok := element.(*ast.KeyValueExpr)
		if !ok {
			continue
		}
		name := text(entry.Key)
		attributes[name] = r.attribute(name, bound{entry.Value, scope})
	}
	return attributes
}

// attribute reads a `schema.Schema`.
func (r *reader) attribute(name string, from bound) *Attribute {
	literal, scope := literalOf(from)
	if literal == nil {
		r.miss("%s is no literal", name)
		return &Attribute{Force: Sometimes}
	}
	if !isTrue(field(literal, "Optional")) && !isTrue(field(literal, "Required")) {
		return &Attribute{Computed: true}
	}
	attribute := &Attribute{}
	if force := field(literal, "ForceNew"); isTrue(force) {
		attribute.Force = Always
	} else if force != nil && typeName(force) != "false" {
		attribute.Force = Sometimes
	}
	elements := field(literal, "Elem")
	if element, inner := literalOf(bound{elements, scope}); element != nil {
		if strings.HasSuffix(typeName(element.Type), "Resource") {
			attribute.Inside = r.resource(bound{element, inner}, false)
		}
	} else if elements != nil {
		r.miss("the elements of %s are no literal", name)
		attribute.Force = Sometimes
	}
	return attribute
}

var index = regexp.MustCompile(`\.(\d+|%[dsv])`)

// customizeDiff reads what a function of the provider replaces for: `ForceNewIf("a", …)`, `d.ForceNew("a.0.b")`.
func (r *reader) customizeDiff(node ast.Node, within *scope, attributes Attributes, seen map[*function]bool) {
	ast.Inspect(node, func(node ast.Node) bool {
		switch one := node.(type) {
		case *ast.CallExpr:
			name := typeName(one.Fun)
			if !strings.HasSuffix(name, ".ForceNewIf") && !strings.HasSuffix(name, ".ForceNewIfChange") &&
				!strings.HasSuffix(name, ".ForceNew") || len(one.Args) == 0 {
				return true
			}
			argument := one.Args[0]
			if call, ok := argument.(*ast.CallExpr); ok && len(call.Args) > 0 {
				argument = call.Args[0]
			}
			if path := text(argument); path == "" {
				r.byCode = append(r.byCode, r.current)
			} else if !attributes.sometimes(strings.Split(index.ReplaceAllString(path, ""), ".")) {
				r.miss("replaced for %s, which is no attribute", path)
			}
		case *ast.Ident, *ast.SelectorExpr:
			called := within.function(one.(ast.Expr))
			if called != nil && called.declared.Body != nil && !seen[called] {
				seen[called] = true
				r.customizeDiff(called.declared.Body, &scope{file: called.file}, attributes, seen)
			}
		}
		return true
	})
}

// sometimes marks an attribute that is replaced for some values; false where there is none.
func (a Attributes) sometimes(path []string) bool {
	found := a[path[0]]
	if found == nil {
		return false
	}
	if len(path) > 1 && len(found.Inside) > 0 {
		return found.Inside.sometimes(path[1:])
	}
	if found.Force == Never {
		found.Force = Sometimes
	}
	return true
}

// field is the value of a field of a literal; nil where it has none.
func field(literal *ast.CompositeLit, name string) ast.Expr {
	for _, element := range literal.Elts {
		if entry, ok := element.(*ast.KeyValueExpr); ok && typeName(entry.Key) == name {
			return entry.Value
		}
	}
	return nil
}

// typeName is the text of a name: `schema.Resource`.
func typeName(expression ast.Expr) string {
	switch name := expression.(type) {
	case *ast.Ident:
		return name.Name
	case *ast.SelectorExpr:
		return typeName(name.X) + "." + name.Sel.Name
	case *ast.StarExpr:
		return typeName(name.X)
	}
	return ""
}

func isTrue(expression ast.Expr) bool {
	return typeName(expression) == "true"
}

// text is a string literal; empty for any other expression.
func text(expression ast.Expr) string {
	literal, ok := expression.(*ast.BasicLit)
	if !ok {
		return ""
	}
	value, err := strconv.Unquote(literal.Value)
	if err != nil {
		return ""
	}
	return value
}
