/** A policy with this tag judges nothing: what it reports is for the reader, and never blocks. */
export const noteTag = "isotopo:note";

/** The note that tells all others at once, as data, and how often each rule was asked. */
export const summaryPolicy = "summary";

/** What an engine sets to `true` that takes findings and notes as data. */
export const summaryVariable = "ISOTOPO_SUMMARY";

/** What tags of resources say of the environment (`EnvironmentTags`), as JSON, from an engine that has no config of the stack. */
export const environmentTagsVariable = "ISOTOPO_ENVIRONMENT_TAGS";

/** A tag of the summary: the stacks that the same process may judge, as a regular expression of their names, behind this. */
export const stacksTag = "isotopo:stacks:";

/** A tag of the summary: a name in config, of any namespace, that has to be alike in the stacks that a process judges. */
export const configTag = "isotopo:config:";
