/** What the browser itself did on the main thread, by Chromium's names for it, in plainer words. */
const names = {
  UpdateLayoutTree: 'style',
  Layout: 'layout',
  PrePaint: 'before painting',
  Paint: 'painting: recording',
  Layerize: 'layers',
  Commit: 'handing over to the compositor',
  HitTest: 'hit test',
  HitTestLayer: 'hit test',
  MinorGC: 'garbage collection',
  MajorGC: 'garbage collection',
  ParseHTML: 'parsing the page',
  ParseAuthorStyleSheet: 'parsing styles',
  EvaluateScript: 'scripts',
  'v8.compile': 'compiling scripts',
  'v8.compileModule': 'compiling scripts',
  FunctionCall: 'scripts',
  FireAnimationFrame: 'scripts',
  TimerFire: 'scripts',
  RunMicrotasks: 'scripts',
  EventDispatch: 'scripts',
  IntersectionObserverController: 'observers of elements',
  ComputeIntersections: 'observers of elements',
}

/** The kinds of events to record. */
export const traceCategories = ['devtools.timeline', 'toplevel', 'v8', 'blink']

/**
 * Milliseconds of the main thread by what it did, the most first. An event counts without those
 * inside of it, and as the nearest one around it that has a name here.
 * @param {object[]} events of a trace
 */
export function traceShares(events) {
  const { pid, tid } = mainThread(events)
  const own = events
    .filter((event) => event.ph === 'X' && event.pid === pid && event.tid === tid)
    .sort((a, b) => a.ts - b.ts || b.dur - a.dur)
  const sums = new Map()
  const add = (name, us) => sums.set(name, (sums.get(name) ?? 0) + us / 1000)
  const open = []
  for (const event of own) {
    const { ts, dur = 0 } = event
    while (open.length > 0 && open.at(-1).end <= ts) open.pop()
    const around = open.at(-1)
    const name = names[event.name] ?? around?.name ?? 'other'
    add(name, dur)
    if (around !== undefined) add(around.name, -dur)
    open.push({ name, end: ts + dur })
  }
  return [...sums].map(([name, ms]) => ({ name, ms })).sort((a, b) => b.ms - a.ms)
}

/** The main thread of the process that did most scripts: the page's. */
function mainThread(events) {
  const isMain = ({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain'
  const mains = events.filter(isMain)
  const count = ({ pid, tid }) =>
    events.filter((e) => e.pid === pid && e.tid === tid && e.name === 'FunctionCall').length
  return mains.reduce((best, main) => (count(main) > count(best) ? main : best), mains[0])
}
