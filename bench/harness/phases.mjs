import { sleep } from './browser.mjs'
import { frameStatistics } from './statistics.mjs'

/** Milliseconds of one pan or zoom, and how many inputs a second a hand makes. */
const scriptMs = 3000
const inputsPerSecond = 60

/** The hand holds still so long before it lets go, or what it moved would glide on. */
const holdMs = 250

/** What the main thread did, by Chromium's own counters, in seconds. */
const counters = {
  main: 'TaskDuration',
  script: 'ScriptDuration',
  style: 'RecalcStyleDuration',
  layout: 'LayoutDuration',
}

/** The mouse of a page, by the input that Chromium takes from a real one. */
export function mouseOf(cdp) {
  const send = (type, { x, y }, more) =>
    cdp.send('Input.dispatchMouseEvent', { type, x, y, ...more })
  const left = { button: 'left', clickCount: 1 }
  return {
    move: (at) => send('mouseMoved', at),
    drag: (at) => send('mouseMoved', at, { button: 'left', buttons: 1 }),
    press: (at) => send('mousePressed', at, { ...left, buttons: 1 }),
    release: (at) => send('mouseReleased', at, { ...left, buttons: 0 }),
    wheel: (at, deltaX, deltaY) => send('mouseWheel', at, { deltaX, deltaY }),
  }
}

/** JavaScript's heap and the array buffers beside it, after two collections, workers included. */
export async function measureMemory({ page, cdp }) {
  await cdp.send('HeapProfiler.collectGarbage')
  await cdp.send('HeapProfiler.collectGarbage')
  const { usedSize, backingStorageSize = 0 } = await cdp.send('Runtime.getHeapUsage')
  const workers = await workerMemory(cdp)
  const counts = await page.evaluate(() => ({
    elements: document.querySelectorAll('*').length,
    marks: window.__bench.marks?.(),
    counts: window.__bench.counts?.(),
  }))
  return {
    heapMB: usedSize / 1e6,
    buffersMB: backingStorageSize / 1e6,
    workers: workers.length,
    workersMB: workers.reduce((sum, bytes) => sum + bytes, 0) / 1e6,
    ...counts,
  }
}

/** The bytes that each worker of the page holds: an attached session each, which is left again. */
async function workerMemory(cdp) {
  const sessions = []
  const onAttached = ({ sessionId, targetInfo }) => {
    if (targetInfo.type === 'worker') sessions.push(sessionId)
  }
  cdp.on('Target.attachedToTarget', onAttached)
  const attach = (autoAttach) =>
    cdp.send('Target.setAutoAttach', { autoAttach, waitForDebuggerOnStart: false, flatten: false })
  await attach(true)
  await sleep(100)
  const bytes = []
  for (const sessionId of sessions) {
    await ask(cdp, sessionId, 'HeapProfiler.collectGarbage')
    const { usedSize, backingStorageSize = 0 } = await ask(cdp, sessionId, 'Runtime.getHeapUsage')
    bytes.push(usedSize + backingStorageSize)
  }
  await attach(false)
  cdp.off('Target.attachedToTarget', onAttached)
  return bytes
}

let messages = 0

/** One question to a worker, and its answer. */
function ask(cdp, sessionId, method) {
  messages += 1
  const id = messages
  return new Promise((done) => {
    const onMessage = ({ sessionId: from, message }) => {
      const answer = JSON.parse(message)
      if (from !== sessionId || answer.id !== id) return
      cdp.off('Target.receivedMessageFromTarget', onMessage)
      done(answer.result ?? {})
    }
    cdp.on('Target.receivedMessageFromTarget', onMessage)
    const message = JSON.stringify({ id, method })
    void cdp.send('Target.sendMessageToTarget', { sessionId, message })
  })
}

/** A click on one event, from the press to its detail on screen. */
export async function measureSelect({ page, cdp }) {
  const mouse = mouseOf(cdp)
  // What still moves would be elsewhere when the click comes.
  await page.evaluate(finishTransitions)
  const { point, turns } = await pickPoint(page, mouse)
  if (point === undefined) return { none: 'no event stands alone' }
  await mouse.move(point)
  await sleep(250)
  await page.evaluate(() => window.__probe.armSelect())
  await mouse.press(point)
  await mouse.release(point)
  const ms = await page
    .waitForFunction(() => window.__probe.selected, undefined, { timeout: 5000, polling: 50 })
    .then((handle) => handle.jsonValue())
  const longestInput = await page.evaluate(() => window.__probe.longestInput())
  await page.evaluate(() => window.__bench.unselect?.())
  await mouse.move({ x: 5, y: 795 })
  await turnBack(page, mouse, turns)
  await sleep(300)
  return { ms, longestInput, turns }
}

async function finishTransitions() {
  const finite = document
    .getAnimations()
    .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
  const over = Promise.allSettled(finite.map(({ finished }) => finished))
  await Promise.race([over, new Promise((done) => setTimeout(done, 3000))])
}

/** Most turns of the wheel to find an event that stands alone, and the pixels of one. */
const mostTurns = 60
const turnBy = 100

async function pickPoint(page, mouse) {
  for (let turns = 0; turns <= mostTurns; turns++) {
    const { point, zoom } = await page.evaluate(() => ({
      point: window.__bench.pick(),
      zoom: window.__bench.zoomsToPick ? window.__bench.zoom : undefined,
    }))
    if (point || zoom === undefined) return { point: point ?? undefined, turns }
    await mouse.wheel(zoom, 0, -turnBy)
    // The view has to settle before it says where its events are.
    await sleep(400)
  }
  return { turns: mostTurns }
}

async function turnBack(page, mouse, turns) {
  const zoom = await page.evaluate(() => window.__bench.zoom)
  for (let turn = 0; turn < turns; turn++) {
    await mouse.wheel(zoom, 0, turnBy)
    await sleep(20)
  }
}

/**
 * One pan or zoom of three seconds by real input, 60 a second, never waiting for the page: what a hand
 * does. Where a library has no such gesture its API is called instead, once a frame.
 * `around` runs with what is to be watched (a profile).
 */
export async function measureMove({ page, cdp, cpuTime }, name, around = (run) => run()) {
  const spec = await page.evaluate((name) => {
    // Without its functions, which stay in the page.
    const spec = JSON.parse(JSON.stringify(window.__bench[name]))
    return { ...spec, ...window.__bench.startOf?.(name) }
  }, name)
  const mouse = mouseOf(cdp)
  if (spec.kind !== 'api' && spec.kind !== 'buttons') await mouse.move(spec)
  await sleep(200)
  if (spec.kind === 'drag') await mouse.press(spec)
  const result = await around(() => measured())
  if (spec.kind === 'drag') {
    await sleep(holdMs)
    await mouse.release(spec)
  }
  await sleep(300)
  return result

  async function measured() {
    const before = await countersOf(cdp)
    const cpuBefore = await cpuTime()
    const begin = performance.now()
    const scripted = spec.kind === 'api' ? name : undefined
    await page.evaluate((how) => window.__probe.startFrames(how), { scripted, scriptMs })
    if (spec.kind !== 'api') await makeInput(page, mouse, spec)
    const { intervals, moved, zoomed } = await page.evaluate(() => window.__probe.stopFrames())
    const wallMs = performance.now() - begin
    const after = await countersOf(cdp)
    const cpu = (await cpuTime()) - cpuBefore
    const statistics = frameStatistics(intervals)
    const perFrame = (value) => value / Math.max(1, statistics.frames)
    const thread = Object.fromEntries(
      Object.keys(counters).map((key) => [key, perFrame(after[key] - before[key])]),
    )
    return { kind: spec.kind, ...statistics, ...thread, cpu: perFrame(cpu), wallMs, moved, zoomed }
  }
}

async function makeInput(page, mouse, spec) {
  const done = []
  const send = (sent) => done.push(sent.catch(() => {}))
  if (spec.kind === 'buttons') await pressButtons(page, mouse, spec.presses, send)
  else await moveHand(mouse, spec, send)
  await Promise.all(done)
}

async function moveHand(mouse, spec, send) {
  const begin = performance.now()
  const inputs = (scriptMs / 1000) * inputsPerSecond
  for (let i = 1; i <= inputs; i++) {
    const part = i / inputs
    const way = part <= 0.5 ? 1 : -1
    if (spec.kind === 'drag') {
      const x = spec.x + spec.reach * Math.sin(part * 4 * Math.PI)
      send(mouse.drag({ x, y: spec.y }))
    } else if (spec.kind === 'wheel') send(mouse.wheel(spec, 0, -way * spec.delta))
    else if (spec.kind === 'wheelDown') send(mouse.wheel(spec, 0, way * spec.delta))
    else send(mouse.wheel(spec, way * spec.delta, 0))
    await sleepUntil(begin + i * (1000 / inputsPerSecond))
  }
}

/** Half of the presses on the one button, half on the other. */
async function pressButtons(page, mouse, presses, send) {
  const begin = performance.now()
  for (let i = 0; i < 2 * presses; i++) {
    const middle = await page.evaluate(
      (name) => {
        const box = window.__bench.zoom[name]().getBoundingClientRect()
        return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
      },
      i < presses ? 'in' : 'out',
    )
    send(mouse.press(middle))
    send(mouse.release(middle))
    await sleepUntil(begin + ((i + 1) * scriptMs) / (2 * presses))
  }
}

function sleepUntil(time) {
  return sleep(Math.max(0, time - performance.now()))
}

/** Milliseconds of each counter until now. */
async function countersOf(cdp) {
  const { metrics } = await cdp.send('Performance.getMetrics')
  const all = Object.fromEntries(metrics.map(({ name, value }) => [name, 1000 * value]))
  return Object.fromEntries(Object.entries(counters).map(([key, name]) => [key, all[name]]))
}
