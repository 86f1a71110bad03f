/** Something in a list of which more is read when it is looked at. */
export interface Listed<Content> {
  /** what it is told by among all of its list */
  readonly key: string;
  /** what has been read of it; undefined: nothing yet */
  readonly known: Content | undefined;
  /** Reads it, the first time; it is at hand from then on. */
  read(): Content;
}

/**
 * Puts something into a list.
 *
 * @param own what is known of it without reading
 * @param read called once, when it is first looked at
 */
export function listed<Own extends { readonly key: string }, Content>(
  own: Own,
  read: () => Content,
): Own & Listed<Content> {
  let known: Content | undefined;
  return {
    ...own,
    get known() {
      return known;
    },
    read: () => (known ??= read()),
  };
}
