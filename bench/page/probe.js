/**
 * Runs in every measured page before the page's own code, and takes the times there. What is
 * particular to a page, its `window.__bench` says. All times are those of performance.now(): 0 is the
 * start of the navigation.
 */
;(() => {
  if (window.top !== window) return
  const longTasks = []
  const inputDelays = []
  const change = { last: 0, lastShown: 0, lastOfAll: 0, count: 0 }
  let taskEnd = 0

  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) {
      longTasks.push({ start: startTime, duration })
      taskEnd = Math.max(taskEnd, startTime + duration)
    }
  }).observe({ type: 'longtask', buffered: true })

  new PerformanceObserver((list) => {
    for (const { interactionId, duration } of list.getEntries()) {
      if (interactionId) inputDelays.push(duration)
    }
  }).observe({ type: 'event', durationThreshold: 16, buffered: true })

  const afterTwoFrames = (fn) => requestAnimationFrame(() => requestAnimationFrame(fn))

  /** Something on screen changes; it is shown two animation frames later at the latest. */
  const changed = () => {
    change.last = performance.now()
    change.count += 1
    const { count } = change
    afterTwoFrames(() => {
      if (count === change.count) change.lastShown = performance.now()
    })
  }

  /** Attributes that have another value after all these records than before them. */
  const changedAttributes = (records) => {
    const first = new Map()
    for (const record of records.filter(({ type }) => type === 'attributes')) {
      const { target, attributeName } = record
      if (!first.has(target)) first.set(target, new Map())
      const ofTarget = first.get(target)
      if (!ofTarget.has(attributeName)) ofTarget.set(attributeName, record)
    }
    return [...first.values()]
      .flatMap((ofTarget) => [...ofTarget.values()])
      .filter(({ target, attributeName, oldValue }) => {
        return target.getAttribute(attributeName) !== oldValue
      })
  }

  /** What is the same afterwards is no change, nor what the page calls unseen. */
  const areSeen = (records) =>
    [...records.filter(({ type }) => type !== 'attributes'), ...changedAttributes(records)].some(
      (record) => !window.__bench?.ignores?.(record),
    )

  const observer = new MutationObserver((records) => {
    change.lastOfAll = performance.now()
    if (areSeen(records)) changed()
  })
  let isWatching = false
  const watch = () => {
    isWatching = true
    observer.observe(document, {
      subtree: true,
      childList: true,
      attributes: true,
      attributeOldValue: true,
      characterData: true,
    })
  }
  const unwatch = () => {
    isWatching = false
    observer.disconnect()
  }
  watch()

  const tried = (fn, otherwise) => {
    try {
      return fn() ?? otherwise
    } catch {
      return otherwise
    }
  }

  /** Milliseconds without a change and without a long task after which a page is at rest. */
  const restAfter = 600

  const longTasksBetween = (start, end) =>
    longTasks
      .filter((task) => task.start >= start && task.start < end)
      .map(({ start, duration }) => ({ start, duration, within: Math.min(duration, end - start) }))

  /**
   * Waits until `isThere`, and for the rest after it; gives the time of the second frame after the
   * last change before that rest, and what long tasks there were until then.
   */
  const rest = (isThere, start) =>
    new Promise((done, fail) => {
      const look = () => {
        const now = performance.now()
        const quiet = now - Math.max(change.last, taskEnd)
        const isOver = change.last >= start && quiet > restAfter && change.lastShown >= change.last
        if (!isOver || !tried(isThere, false)) {
          const refusal = isOver ? tried(() => window.__bench.refusal?.()) : undefined
          if (refusal === undefined) setTimeout(look, 50)
          else fail(new Error(refusal))
          return
        }
        const end = change.lastShown
        const tasks = longTasksBetween(start, end)
        done({
          ms: end - start,
          longestTask: Math.max(0, ...tasks.map(({ duration }) => duration)),
          blocking: tasks.reduce((sum, { within }) => sum + Math.max(0, within - 50), 0),
          lastOfAll: change.lastOfAll - start,
        })
      }
      look()
    })

  const view = () => tried(() => window.__bench.view(), '')
  const span = () => tried(() => window.__bench.span())
  const frames = { times: [], views: new Set(), samples: 0, isOn: false, before: undefined }
  /** Milliseconds between looks at the view while frames are counted. */
  const lookEvery = 200

  const countFrame = (time, begin) => {
    frames.times.push(time)
    if (time - begin < lookEvery * (frames.samples + 1)) return
    frames.samples += 1
    frames.views.add(view())
    const now = span()
    if (now !== undefined) frames.least = Math.min(frames.least ?? now, now)
  }

  window.__probe = {
    /** For a canvas, which the observer does not see into: it has painted something else. */
    draw: () => {
      if (isWatching) changed()
    },

    /** When the events are on screen. */
    loaded: () => rest(() => window.__bench.ready(), 0),

    /** From the call that shows one group only until it is on screen. */
    filtered: async (group) => {
      watch()
      await new Promise((done) => setTimeout(done, 100))
      const start = performance.now()
      await window.__bench.filter(group)
      return rest(() => true, start)
    },

    /**
     * Counts frames until `stopFrames`. Where a library has no gesture, its `step` is called once a
     * frame for `scriptMs`, and the promise is that. Nothing observes the page meanwhile.
     */
    startFrames: ({ scripted, scriptMs }) => {
      unwatch()
      Object.assign(frames, { times: [], views: new Set(), samples: 0, isOn: true })
      frames.before = span()
      frames.least = undefined
      const step = scripted && window.__bench[scripted].step
      return new Promise((done) => {
        let begin
        const next = (time) => {
          if (!frames.isOn) return
          begin ??= time
          countFrame(time, begin)
          const part = Math.min(1, (time - begin) / scriptMs)
          step?.(part)
          if (step && part === 1) {
            frames.isOn = false
            afterTwoFrames(done)
            return
          }
          requestAnimationFrame(next)
        }
        requestAnimationFrame(next)
        if (!step) done()
      })
    },

    stopFrames: () =>
      new Promise((done) => {
        requestAnimationFrame((time) => {
          const { times, views, samples, before, least } = frames
          frames.isOn = false
          if (times.length > 0 && time > times.at(-1)) times.push(time)
          watch()
          done({
            intervals: times.slice(1).map((time, i) => time - times[i]),
            /** The share of looks at which the view was a new one. */
            moved: samples === 0 ? 0 : views.size / samples,
            zoomed: before && least ? before / least : undefined,
          })
        })
      }),

    /** From the next pointerdown until the event's detail is there and a frame has passed. */
    armSelect: () => {
      window.__probe.selected = undefined
      const onDown = ({ timeStamp }) => {
        const look = () => {
          if (!tried(() => window.__bench.detail(), false)) {
            requestAnimationFrame(look)
            return
          }
          requestAnimationFrame(() => {
            window.__probe.selected = performance.now() - timeStamp
          })
        }
        requestAnimationFrame(look)
      }
      addEventListener('pointerdown', onDown, { capture: true, once: true })
    },

    longestInput: () => Math.max(0, ...inputDelays),
  }
})()
