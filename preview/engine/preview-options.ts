import type { PackPool } from "./pack-pool";
import type { PolicyConfig } from "./policy-config";
import type { Reads } from "./preload-messages";

/** Options of a preview. */
export interface PreviewOptions {
  /** A folder of the project. */
  projectDir: string;
  stack: string;
  /** Config that overrides the stack file: text by `namespace:key`. */
  config?: Readonly<Record<string, string>>;
  /** Keys of `config` that are secret. */
  secretKeys?: readonly string[];
  /** Leave computed outputs unknown, as a real preview does. */
  unknowns?: boolean;
  /** Use the preloads that only save time and memory; default true. */
  preload?: boolean;
  /**
   * Whether files of assets may be missing, whose contents are then unknown: in a copy of a revision, what is built and not
   * kept in git is not there.
   */
  filesMayMiss?: boolean;
  /** Folders of policy packs. */
  policyPacks?: readonly string[];
  /** Settings of the packs. */
  policyConfig?: PolicyConfig;
  /** Packs that wait between two previews; without it, packs end with this one. */
  packPool?: PackPool;
  /** Ends the preview and every process of it. */
  signal?: AbortSignal;
  /** Called with the number of resources so far. */
  onProgress?: (resources: number) => void;
  /** Called repeatedly while a program runs without a new registration, with the seconds since the last one. */
  onQuiet?: (seconds: number) => void;
  /** Seconds until the first call of `onQuiet`; default 60. */
  quietSeconds?: number;
  /** Called with the files that the program read, after it ended well. */
  onReads?: (reads: Reads) => void;
}
