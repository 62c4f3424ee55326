/** One `requestAnimationFrame` at a time, run only while somebody asked for a frame. */
export interface FrameLoop {
  /** Asks for one more frame; asking twice before it runs makes one. */
  request(): void
  /** True when no frame is waiting. */
  isIdle(): boolean
  dispose(): void
}

/** `frame` gets the time of the frame in milliseconds and answers whether it wants another one. */
export function createFrameLoop(frame: (now: number) => boolean): FrameLoop {
  let waiting: number | undefined
  let disposed = false
  const run = (now: number): void => {
    waiting = undefined
    if (frame(now)) request()
  }
  const request = (): void => {
    if (waiting === undefined && !disposed) waiting = requestAnimationFrame(run)
  }
  return {
    request,
    isIdle: () => waiting === undefined,
    dispose() {
      disposed = true
      if (waiting !== undefined) cancelAnimationFrame(waiting)
      waiting = undefined
    },
  }
}
