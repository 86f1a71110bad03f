export interface Advice {
  readonly actions: readonly {
    readonly name: string;
    readonly available: boolean;
    readonly score?: number;
    readonly probability?: number;
  }[];
  readonly chosen: number;
  readonly taken: number;
  readonly gap: number | undefined;
  readonly hidden:
    | {
        readonly tried: readonly string[];
        readonly changes: readonly { readonly name: string; readonly action: number }[];
      }
    | undefined;
}
