import type { Span } from '#core/time/instant.ts'

/** A way from one view to another, to be walked by the frame loop. */
export interface FlightPlan {
  /** Milliseconds; 0 when there is no way to go. */
  readonly duration: number
  /** The view at a share of the duration, 0 to 1, eased. Exactly `from` at 0 and `to` at 1. */
  at(share: number): Span
}

/** Shortest and longest flight, and what one unit of path adds, in milliseconds. */
const pace = { least: 180, most: 900, perUnit: 70 }

/** How much the way up and down again is preferred to a long pan: the value of the paper. */
const rho = Math.SQRT2

/**
 * The smooth and efficient way of van Wijk and Nuij ("Smooth and efficient zooming and panning",
 * 2003), which goes up, over and down so that what passes by passes at an even pace.
 *
 * The same way as d3's `interpolateZoom` (which the tests hold it to), in one dimension and written
 * so that it keeps its digits: d3's form gives NaN once one view is a hundred million times as wide
 * as the other, and ours go from milliseconds to all of time. Everything is measured from the middle
 * of the narrower view, and in its widths, since that is where digits run out first.
 */
export function flightPlan(from: Span, to: Span): FlightPlan {
  const outwards = widthOf(from) <= widthOf(to)
  const [narrow, wide] = outwards ? [from, to] : [to, from]
  const unit = widthOf(narrow)
  const origin = narrow.start + unit / 2
  const distance = (wide.start + widthOf(wide) / 2 - origin) / unit
  const path = pathFromUnit(distance, widthOf(wide) / unit)
  if (!Number.isFinite(path.length) || path.length < 1e-9) return { duration: 0, at: () => to }

  return {
    duration: Math.min(pace.most, pace.least + pace.perUnit * path.length),
    at: (share) => {
      if (share <= 0) return from
      if (share >= 1) return to
      const eased = share * share * (3 - 2 * share)
      const { center, width } = path.at(outwards ? eased : 1 - eased)
      const start = origin + (center - width / 2) * unit
      return { start, end: start + width * unit }
    },
  }
}

interface Path {
  /** Length in the paper's measure: 1 is about a zoom by 4, or a pan by four fifths of a screen. */
  readonly length: number
  at(share: number): { readonly center: number; readonly width: number }
}

/** The way from the view of width 1 about 0 to that of `width` (at least 1) about `distance`. */
function pathFromUnit(distance: number, width: number): Path {
  const far = Math.abs(distance)
  if (far < 1e-6) {
    const length = Math.log(width) / rho
    return {
      length,
      at: (share) => ({ center: distance * share, width: Math.exp(rho * length * share) }),
    }
  }
  // The paper's b and r, with r = ln(-b + √(b² + 1)) written as -asinh(b), which does not cancel.
  const square = rho ** 4 * far * far
  const r0 = -Math.asinh((width * width - 1 + square) / (2 * rho * rho * far))
  const r1 = -Math.asinh((width * width - 1 - square) / (2 * width * rho * rho * far))
  const length = (r1 - r0) / rho
  return {
    length,
    at: (share) => {
      const way = rho * length * share
      // cosh(r0)·tanh(way + r0) − sinh(r0) is sinh(way) / cosh(way + r0), which does not cancel.
      const center = (Math.sinh(way) / (rho * rho * Math.cosh(way + r0))) * Math.sign(distance)
      return { center, width: Math.cosh(r0) / Math.cosh(way + r0) }
    },
  }
}

function widthOf({ start, end }: Span): number {
  return end - start
}
