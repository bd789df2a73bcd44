import assert from "node:assert/strict";
import { findProject } from "../../../../preview/project/project";
import { openBase } from "../../../../preview/sources/revision/base";
import { touchedStacks } from "../../../../preview/sources/revision/touched";
import type { Repository } from "../../../support/repository";

/** The words where nothing is touched. */
export const untouched = "Nothing that differs from HEAD touches a stack.";

/** The words of a change, its stacks, and the bases that had to be previewed for them. */
export async function touchedIn({ project: dir }: Repository, isPreviewed = true) {
  const project = findProject(dir);
  const base = await openBase(project, "HEAD");
  const asked: string[] = [];
  const previewBases = async (stacks: readonly string[]) => {
    asked.push(...stacks);
    if (isPreviewed) await Promise.all(stacks.map((stack) => base.planOf(stack)));
  };
  try {
    const { words, present, gone } = await touchedStacks(project, base, { judging: [], previewBases });
    return { words: words.join("\n").replace(/ \([0-9a-f]+\)/, ""), asked, stacks: [...present, ...gone] };
  } finally {
    await base.close();
  }
}

/** Where nothing is remembered, a stack is presumed to be touched, or its base is asked for: never less than what is known. */
export async function assertNoLessCold(repository: Repository, known: readonly string[]): Promise<void> {
  const cache = process.env.ISOTOPO_CACHE;
  process.env.ISOTOPO_CACHE = "";
  try {
    const { stacks } = await touchedIn(repository, false);
    assert.deepEqual(
      known.filter((stack) => !stacks.includes(stack)),
      [],
    );
  } finally {
    process.env.ISOTOPO_CACHE = cache;
  }
}
