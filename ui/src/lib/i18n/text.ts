/** A text by language tag. */
export type Text = Record<string, string>;
