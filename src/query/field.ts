/** What an expression may ask of a record: its fields, each with its kind of value and where that stands. */

interface Named {
  /** The name first, then other spellings of it. */
  readonly names: readonly [string, ...string[]];
}

/** Words, compared without regard to case and kinds of quotes; of several any one counts. */
export interface TextField<T> extends Named {
  readonly kind: 'text';
  readonly of: (record: T) => readonly (string | null | undefined)[];
}

/** One of a few words. */
export interface ChoiceField<T> extends Named {
  readonly kind: 'choice';
  /** The least first, where they have an order. */
  readonly choices: readonly string[];
  readonly isOrdered: boolean;
  readonly of: (record: T) => string | null;
}

/** An ISO day, and the words that it was said in, which `~` looks at. */
export interface DateField<T> extends Named {
  readonly kind: 'date';
  readonly of: (record: T) => string | null;
  readonly textOf: (record: T) => string | null;
}

export interface NumberField<T> extends Named {
  readonly kind: 'number';
  readonly of: (record: T) => number | null;
}

export type Field<T> = TextField<T> | ChoiceField<T> | DateField<T> | NumberField<T>;
