package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"reflect"
	"strconv"
	"strings"
)

// declared is a type as a file declares it.
type declared struct {
	expression ast.Expr
	// pkg is its folder: `core/v1`.
	pkg string
	// imports: folders by the names that the file has for them.
	imports map[string]string
}

// types are all declared types, by folder and name: `core/v1.Probe`.
type types struct {
	byName map[string]declared
	// kinds: the struct by group, version and kind: `apps/v1:Deployment`.
	kinds map[string]string
}

func newTypes() *types {
	return &types{byName: map[string]declared{}, kinds: map[string]string{}}
}

// read reads the types of a folder, which is called pkg; groupVersion is that of its kinds, empty where it has none.
func (t *types) read(folder, pkg, groupVersion string) error {
	isSource := func(info fs.FileInfo) bool { return !strings.HasSuffix(info.Name(), "_test.go") }
	parsed, err := parser.ParseDir(token.NewFileSet(), folder, isSource, parser.SkipObjectResolution)
	if err != nil {
		return err
	}
	for _, one := range parsed {
		for _, file := range one.Files {
			t.declare(file, pkg, groupVersion)
		}
	}
	return nil
}

func (t *types) declare(file *ast.File, pkg, groupVersion string) {
	imports := importsOf(file)
	for _, declaration := range file.Decls {
		general, ok := declaration.(*ast.GenDecl)
		if !ok || general.Tok != token.TYPE {
			continue
		}
		for _, spec := range general.Specs {
			named := spec.(*ast.TypeSpec)
			name := pkg + "." + named.Name.Name
			t.byName[name] = declared{named.Type, pkg, imports}
			if structure, ok := named.Type.(*ast.StructType); ok && groupVersion != "" && isKind(structure) {
				t.kinds[groupVersion+":"+named.Name.Name] = name
			}
		}
	}
}

// isKind tells whether a struct is an object of the API: it has a type and metadata of its own.
func isKind(structure *ast.StructType) bool {
	embedded := map[string]bool{}
	for _, field := range structure.Fields.List {
		if selector, ok := field.Type.(*ast.SelectorExpr); ok && len(field.Names) == 0 {
			embedded[selector.Sel.Name] = true
		}
	}
	return embedded["TypeMeta"] && embedded["ObjectMeta"]
}

// importsOf is the folder of each import of Kubernetes' own types, by the name that the file has for it.
func importsOf(file *ast.File) map[string]string {
	found := map[string]string{}
	for _, one := range file.Imports {
		path, _ := strconv.Unquote(one.Path.Value)
		folder := strings.TrimPrefix(strings.TrimPrefix(path, "k8s.io/apimachinery/pkg/apis/"), "k8s.io/api/")
		name := filepath.Base(path)
		if one.Name != nil {
			name = one.Name.Name
		}
		found[name] = folder
	}
	return found
}

// groupOf reads the constant GroupName of a file: `apps`, `networking.k8s.io`; `core` where it is empty, as Pulumi calls it.
func groupOf(path string) (string, error) {
	file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
	if err != nil {
		return "", err
	}
	group := ""
	ast.Inspect(file, func(node ast.Node) bool {
		if value, ok := node.(*ast.ValueSpec); ok && value.Names[0].Name == "GroupName" && len(value.Values) == 1 {
			if literal, ok := value.Values[0].(*ast.BasicLit); ok {
				group, _ = strconv.Unquote(literal.Value)
			}
		}
		return true
	})
	if group == "" {
		group = "core"
	}
	return group, nil
}

// tagOf is the name of a field in JSON, and its options.
func tagOf(field *ast.Field) (string, []string) {
	if field.Tag == nil {
		return "", nil
	}
	text, _ := strconv.Unquote(field.Tag.Value)
	parts := strings.Split(reflect.StructTag(text).Get("json"), ",")
	return parts[0], parts[1:]
}
