package main

import (
	"go/ast"
	"strings"
)

// framework reads the resources written with terraform-plugin-framework: a type with the methods `Metadata` and `Schema`.
func (r *reader) framework() {
	for _, one := range r.program {
		for _, declaration := range one.syntax.Decls {
			method, ok := declaration.(*ast.FuncDecl)
			if !ok || method.Recv == nil || method.Name.Name != "Schema" || parameter(method, 1) != "resource.SchemaRequest" {
				continue
			}
			receiver := typeName(method.Recv.List[0].Type)
			r.current = one.pkg.nameOf(receiver)
			if r.current == "" {
				r.current = receiver
				r.miss("its name is not in Metadata")
				continue
			}
			assigned := assignedTo(method.Body, ".Schema")
			literal, scope := literalOf(bound{assigned, &scope{file: one, values: map[string]bound{}}})
			if literal == nil {
				r.miss("its schema is no literal")
				continue
			}
			r.resources[r.current] = r.frameworkAttributes(literal, scope)
		}
	}
}

// nameOf is the name that a type's `Metadata` gives, with `_` before it where the provider's own name goes.
func (p *pkg) nameOf(receiver string) string {
	for _, method := range p.methods {
		if method.declared.Name.Name != "Metadata" || typeName(method.declared.Recv.List[0].Type) != receiver {
			continue
		}
		switch name := assignedTo(method.declared.Body, ".TypeName").(type) {
		case *ast.BinaryExpr:
			return text(name.Y)
		case *ast.BasicLit:
			return text(name)
		}
	}
	return ""
}

func parameter(method *ast.FuncDecl, index int) string {
	if index >= len(method.Type.Params.List) {
		return ""
	}
	return typeName(method.Type.Params.List[index].Type)
}

// assignedTo is what a body assigns to a field.
func assignedTo(body *ast.BlockStmt, suffix string) ast.Expr {
	for _, statement := range body.List {
		if one, ok := statement.(*ast.AssignStmt); ok && strings.HasSuffix(typeName(one.Lhs[0]), suffix) {
			return one.Rhs[0]
		}
	}
	return nil
}

// frameworkAttributes reads the attributes and blocks of a schema or of a nested object.
func (r *reader) frameworkAttributes(literal *ast.CompositeLit, within *scope) Attributes {
	attributes := Attributes{}
	for _, part := range []string{"Attributes", "Blocks"} {
		members, inner := literalOf(bound{field(literal, part), within})
		if members == nil {
			continue
		}
		for _, element := range members.Elts {
			entry, ok := element.(*ast.KeyValueExpr)
			if !ok {
				continue
			}
			name := text(entry.Key)
			declared, scope := literalOf(bound{entry.Value, inner})
			if declared == nil {
				r.miss("%s is no literal", name)
				attributes[name] = &Attribute{Force: Sometimes}
				continue
			}
			settable := part == "Blocks" || isTrue(field(declared, "Optional")) || isTrue(field(declared, "Required"))
			if !settable {
				attributes[name] = &Attribute{Computed: true}
				continue
			}
			attribute := &Attribute{Force: planModifiers(field(declared, "PlanModifiers"))}
			nested, nestedScope := literalOf(bound{field(declared, "NestedObject"), scope})
			if nested == nil {
				nested, nestedScope = declared, scope
			}
			attribute.Inside = r.frameworkAttributes(nested, nestedScope)
			attributes[name] = attribute
		}
	}
	return attributes
}

// always: modifiers that replace for every change that a Pulumi program can make, which has no null inside of a map.
var always = map[string]bool{"RequiresReplace": true, "RequiresReplaceIfValuesNotNull": true}

func planModifiers(expression ast.Expr) Force {
	force := Never
	if expression == nil {
		return force
	}
	ast.Inspect(expression, func(node ast.Node) bool {
		call, ok := node.(*ast.CallExpr)
		if !ok {
			return true
		}
		name := typeName(call.Fun)
		name = name[strings.LastIndex(name, ".")+1:]
		if always[name] {
			force = Always
		} else if strings.HasPrefix(name, "RequiresReplace") && force == Never {
			force = Sometimes
		}
		return true
	})
	return force
}
