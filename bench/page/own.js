/**
 * Our own page as the probe wants it, by what it tells with `?testing=1`: the contract is
 * src/embed/exposeForTests.ts.
 */
;(() => {
  if (window.top !== window) return
  const page = () => window.__throughline
  let refusal
  let isAsked = false
  let headingBefore

  /** What the drawing says of itself; an equal one means that the same was painted again. */
  const signature = () => JSON.stringify([page().view(), page().drawn()])

  const follow = () => {
    let last = signature()
    window.__probe.draw()
    page().onDraw(() => {
      const now = signature()
      if (now === last) return
      last = now
      window.__probe.draw()
    })
  }

  const hasDrawing = () => {
    try {
      return page().drawn().matching > 0
    } catch {
      return false
    }
  }

  // The hooks appear while the page starts, and the drawing after them; neither announces itself.
  const watch = setInterval(() => {
    if (!hasDrawing()) return
    clearInterval(watch)
    follow()
  }, 5)

  /** Settled without a drawing is a page that says why there is none. */
  const askForRefusal = async () => {
    isAsked = true
    await page().whenSettled()
    if (!hasDrawing()) refusal = document.body.innerText.slice(0, 200)
  }

  const heading = () => document.querySelector('aside h2, [role="complementary"] h2')?.textContent

  /** Buttons of events over the drawing: they are transparent, and follow when the view has settled. */
  const isButtonLayer = (element) => element.closest('[role="group"]:has(> ol)') !== null
  const isUnseen = (node) =>
    node instanceof Element && node.matches('ol, li, [role="group"]:has(> ol), [hidden]')

  window.__bench = {
    ready: () => hasDrawing() && document.querySelector('[data-pending]') === null,
    // Only when nothing moves: waiting for the page to settle has a cost in every frame.
    refusal: () => {
      if (!isAsked && page() !== undefined && !hasDrawing()) void askForRefusal()
      return refusal
    },
    /** What nobody sees, and what is only read out, half a second late on purpose. */
    ignores: ({ type, target, addedNodes, removedNodes }) => {
      const element = target instanceof Element ? target : target.parentElement
      if (element === null) return false
      if (element.closest('head, [hidden], [role="status"]') !== null) return true
      if (isButtonLayer(element)) return true
      return type === 'childList' && [...addedNodes, ...removedNodes].every(isUnseen)
    },
    view: () => JSON.stringify(page().view()),
    span: () => page().view().to - page().view().from,
    pan: { kind: 'drag', x: 500, y: 400, reach: 300 },
    zoom: { kind: 'wheel', x: 500, y: 400, delta: 18 },
    filter: (organization) => page().filter({ org: organization }),
    /** A mark drawn alone, away from the edges, that a click would reach. */
    pick: () => {
      const alone = document.querySelectorAll('[data-event-id]:not([data-gathered])')
      for (const { dataset } of alone) {
        const point = page().positionOf(dataset.eventId)
        if (point === null || !isInside(point)) continue
        headingBefore = heading()
        return point
      }
      return undefined
    },
    /** Where there are only clusters, one has to zoom in before there is anything to select. */
    zoomsToPick: true,
    detail: () => heading() !== undefined && heading() !== headingBefore,
    /** Back to how it was before the selection. */
    unselect: () => page().select(undefined),
    marks: () => page().drawn().marks,
    counts: () => page().drawn(),
  }

  const isInside = ({ x, y }) => x > 250 && x < innerWidth - 520 && y > 150 && y < innerHeight - 120
})()
