/** Places of the units of each segment, one after the other; segments in which nobody is are left out. */
export interface SegmentOrder {
  readonly places: Uint32Array;
  readonly stretches: readonly { readonly segment: number; readonly from: number; readonly to: number }[];
}

/** Puts units in the order of their segments. @param segments index by place */
export function orderBySegment(segments: Uint8Array): SegmentOrder {
  const places = Uint32Array.from(segments.keys()).sort(
    (one, other) => segments[one] - segments[other] || one - other,
  );
  const stretches: { segment: number; from: number; to: number }[] = [];
  for (const [at, place] of places.entries()) {
    const last = stretches[stretches.length - 1];
    if (last?.segment === segments[place]) last.to = at + 1;
    else stretches.push({ segment: segments[place], from: at, to: at + 1 });
  }
  return { places, stretches };
}
