/** The settings that hold, as `pmed config` shows them. */

/** What one origin gives to a setting. */
export interface GivenSetting {
  readonly kind: 'flag' | 'environment' | 'project' | 'user';
  /** `--doc-date`, `PMED_WIDTH` or `pmed.config.yaml:12:5`. */
  readonly at: string;
  /** One text a value, as in the project file; of maps `key=value`. Empty where it says what is built in. */
  readonly values: readonly string[];
  /** Whether it has a say: where it is false, something stronger does. */
  readonly holds: boolean;
}

/** One setting. */
export interface ShownSetting {
  /** As in the project file. */
  readonly key: string;
  /** The option of the command line that sets it, or null. */
  readonly option: string | null;
  /** The variable of the environment that sets it, or null. */
  readonly variable: string | null;
  /** Those that hold; empty where what is built in does. */
  readonly values: readonly string[];
  /** What is built in, in words; null for nothing. */
  readonly builtIn: string | null;
  /** The strongest last. */
  readonly given: readonly GivenSetting[];
}

/** Every setting, and the files that were looked into. */
export interface ShownSettings {
  readonly kind: 'config';
  readonly files: readonly { readonly kind: 'project' | 'user'; readonly path: string }[];
  readonly settings: readonly ShownSetting[];
}
