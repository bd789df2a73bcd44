package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strconv"
	"strings"
)

// pkg is a folder of Go files.
type pkg struct {
	functions map[string]*function
	methods   []*function
	variables map[string]bound
}

// function is a declared function or method with the file it is in, whose imports its body uses.
type function struct {
	declared *ast.FuncDecl
	file     *file
}

// file is a parsed file.
type file struct {
	syntax *ast.File
	// imports: the folder of the package by the name that the file has for it. Packages outside of the source are absent.
	imports map[string]*pkg
	pkg     *pkg
}

// bound is an expression with the scope that its names are looked up in.
type bound struct {
	expression ast.Expr
	scope      *scope
}

// scope has the names of a function's parameters and local variables.
type scope struct {
	file   *file
	values map[string]bound
}

// load parses every Go file below a folder, without tests.
func load(root string) ([]*file, error) {
	set := token.NewFileSet()
	packages := map[string]*pkg{}
	var files []*file
	paths := map[*file]string{}
	err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		syntax, err := parser.ParseFile(set, path, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		folder, err := filepath.Rel(root, filepath.Dir(path))
		if err != nil {
			return err
		}
		if packages[folder] == nil {
			packages[folder] = &pkg{functions: map[string]*function{}, variables: map[string]bound{}}
		}
		one := &file{syntax: syntax, pkg: packages[folder], imports: map[string]*pkg{}}
		files = append(files, one)
		paths[one] = folder
		return nil
	})
	for _, one := range files {
		one.declare()
		one.resolveImports(packages)
	}
	return files, err
}

func (f *file) declare() {
	for _, declaration := range f.syntax.Decls {
		switch declared := declaration.(type) {
		case *ast.FuncDecl:
			if declared.Recv == nil {
				f.pkg.functions[declared.Name.Name] = &function{declared, f}
			} else {
				f.pkg.methods = append(f.pkg.methods, &function{declared, f})
			}
		case *ast.GenDecl:
			for _, spec := range declared.Specs {
				values, ok := spec.(*ast.ValueSpec)
				if !ok {
					continue
				}
				for i, name := range values.Names {
					if i < len(values.Values) {
						f.pkg.variables[name.Name] = bound{values.Values[i], &scope{file: f}}
					}
				}
			}
		}
	}
}

// resolveImports finds the packages of the same source by the end of their import path.
func (f *file) resolveImports(packages map[string]*pkg) {
	for _, spec := range f.syntax.Imports {
		path, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			continue
		}
		name := path[strings.LastIndex(path, "/")+1:]
		if spec.Name != nil {
			name = spec.Name.Name
		}
		for rest := path; rest != ""; {
			if found := packages[rest]; found != nil {
				f.imports[name] = found
				break
			}
			_, after, more := strings.Cut(rest, "/")
			if !more {
				break
			}
			rest = after
		}
	}
}

// lookUp finds what a name stands for: a parameter, a local variable, or a variable of a package.
func (s *scope) lookUp(expression ast.Expr) (bound, bool) {
	switch name := expression.(type) {
	case *ast.Ident:
		if value, ok := s.values[name.Name]; ok {
			return value, true
		}
		value, ok := s.file.pkg.variables[name.Name]
		return value, ok
	case *ast.SelectorExpr:
		if of, ok := name.X.(*ast.Ident); ok && s.file.imports[of.Name] != nil {
			value, ok := s.file.imports[of.Name].variables[name.Sel.Name]
			return value, ok
		}
	}
	return bound{}, false
}

// function finds the function that an expression names.
func (s *scope) function(expression ast.Expr) *function {
	switch name := expression.(type) {
	case *ast.Ident:
		return s.file.pkg.functions[name.Name]
	case *ast.SelectorExpr:
		if of, ok := name.X.(*ast.Ident); ok && s.file.imports[of.Name] != nil {
			return s.file.imports[of.Name].functions[name.Sel.Name]
		}
	}
	return nil
}

// call is what a function returns at its end, with its parameters and local variables in scope.
func (s *scope) call(expression *ast.CallExpr) (bound, bool) {
	called := s.function(expression.Fun)
	if called == nil || called.declared.Body == nil {
		return bound{}, false
	}
	inner := &scope{file: called.file, values: map[string]bound{}}
	argument := 0
	for _, field := range called.declared.Type.Params.List {
		for _, name := range field.Names {
			if argument < len(expression.Args) {
				inner.values[name.Name] = bound{expression.Args[argument], s}
			}
			argument++
		}
	}
	return inner.result(called.declared.Body)
}

// result is what the last statement of a body returns.
func (s *scope) result(body *ast.BlockStmt) (bound, bool) {
	for _, statement := range body.List {
		switch one := statement.(type) {
		case *ast.AssignStmt:
			name, ok := one.Lhs[0].(*ast.Ident)
			if ok && one.Tok == token.DEFINE && len(one.Lhs) == len(one.Rhs) {
				s.values[name.Name] = bound{one.Rhs[0], s}
			}
		case *ast.ReturnStmt:
			if len(one.Results) > 0 {
				return bound{one.Results[0], s}, true
			}
		}
	}
	return bound{}, false
}
