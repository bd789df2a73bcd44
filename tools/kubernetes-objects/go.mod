module isotopo/tools/kubernetes-objects

go 1.26
