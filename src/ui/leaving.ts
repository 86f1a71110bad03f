/**
 * How somebody left a screen: in its own way, or with Ctrl-C, which leaves the program. A terminal that is gone counts as
 * interrupted.
 */
export type Leaving = 'quit' | 'interrupted';
