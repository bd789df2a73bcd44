module isotopo/tools/replace-forcing/source

go 1.26
