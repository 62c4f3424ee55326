/** A motion that goes on by itself: how far it has come after some time. */
export interface Glide {
  /** Milliseconds. */
  readonly duration: number
  /** From 0 at the start to the whole way at `duration`, and no further. */
  at(elapsed: number): number
}

/** Time in which the speed falls to 1/e, in milliseconds: "a little inertia". */
const fade = 160
/** Pixels a millisecond: below the first it is no throw, at the second it has stopped. */
const slowest = { throw: 0.12, end: 0.015 }
/** A jump of the pointer is no throw. */
const fastest = 4

/** The way of a thing let go at `speed` (pixels a millisecond), slowed in proportion to its speed. */
export function inertia(speed: number): Glide | undefined {
  if (!(Math.abs(speed) >= slowest.throw)) return undefined
  const begin = Math.sign(speed) * Math.min(Math.abs(speed), fastest)
  const duration = fade * Math.log(Math.abs(begin) / slowest.end)
  const way = (elapsed: number): number => begin * fade * (1 - Math.exp(-elapsed / fade))
  return { duration, at: (elapsed) => way(Math.min(Math.max(elapsed, 0), duration)) }
}

/** An even way of `length` in `duration` milliseconds that starts and ends gently. */
export function ease(length: number, duration: number): Glide {
  return {
    duration,
    at: (elapsed) => {
      const share = Math.min(Math.max(elapsed / duration, 0), 1)
      return length * share * share * (3 - 2 * share)
    },
  }
}

/** Walks glides by animation frames, one at a time. */
export interface Glider {
  /** Calls `step` with each further bit of way, and `done` at the end or when it is stopped. */
  run(glide: Glide, step: (way: number) => void, done: () => void): void
  stop(): void
}

/**
 * A glide ends at once with whatever the reader does next, anywhere on the page: it is meant for the
 * view as it is at that moment.
 */
export function createGlider(view: Window): Glider {
  let stop = (): void => {}

  const run: Glider['run'] = (glide, step, done) => {
    stop()
    const interruption = new AbortController()
    const { signal } = interruption
    const started = view.performance.now()
    let before = 0
    const end = (): void => {
      view.cancelAnimationFrame(frame)
      interruption.abort()
      stop = () => {}
      done()
    }
    const tick = (now: number): void => {
      const way = glide.at(now - started)
      if (way !== before) step(way - before)
      before = way
      if (now - started >= glide.duration) end()
      else frame = view.requestAnimationFrame(tick)
    }
    let frame = view.requestAnimationFrame(tick)
    for (const type of ['pointerdown', 'keydown', 'wheel']) {
      view.addEventListener(type, end, { capture: true, passive: true, signal })
    }
    stop = end
  }
  return { run, stop: () => stop() }
}
