/**
 * What a page can do at best: one canvas, a lane a group, a mark of 3 × 3 pixels an event, and an axis,
 * drawn anew for every frame with input. Without a variant it takes the same JSON as everybody, and draws
 * each event in view. As `px` it takes columns, and draws each lane and pixel column once: the same
 * picture. It has no labels, no collisions, no hover, and nobody but a mouse can use it.
 */
import {
  about,
  colors,
  isDetailShown,
  loadColumns,
  loadEvents,
  root,
  showDetail,
  variant,
} from './common.js'

const width = 1280
const height = 740
const axisHeight = 30
const canvas = Object.assign(document.createElement('canvas'), { width, height })
root.style.overflow = 'hidden'
root.append(canvas)
const context = canvas.getContext('2d', { alpha: false })
const laneCount = about.groups.length
const laneHeight = (height - axisHeight) / laneCount
const laneMiddle = (lane) => lane * laneHeight + laneHeight / 2

/** All events: when they are, and in which lane. */
let times
let lanes
/** The same with their texts, where there are any. */
let events
const margin = (about.to - about.from) * 0.02
let from = about.from - margin
let to = about.to + margin

const xOf = (time) => ((time - from) / (to - from)) * width
const timeAt = (x) => from + (x / width) * (to - from)

/** The first place in `times` that is not before `time`. */
function placeOf(time) {
  let low = 0
  let high = times.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (times[middle] < time) low = middle + 1
    else high = middle
  }
  return low
}

const minute = 6e4
const day = 864e5
const year = 365.25 * day
const steps = [minute, 10 * minute, 60 * minute, day / 4, day, 7 * day, 30 * day, year, 10 * year]

function drawAxis() {
  const step = steps.find((step) => (to - from) / step < 14) ?? steps.at(-1)
  context.fillStyle = '#333'
  for (let time = Math.ceil(from / step) * step; time < to; time += step) {
    const x = xOf(time)
    const text = new Date(time).toISOString().slice(0, step < day ? 16 : 10)
    context.fillRect(x, height - axisHeight, 1, 6)
    context.fillText(text, x + 3, height - axisHeight + 18)
  }
}

function drawEach(first, end) {
  let last
  for (let i = first; i < end; i++) {
    const lane = lanes[i]
    if (lane !== last) context.fillStyle = colors[lane % colors.length]
    last = lane
    context.fillRect(xOf(times[i]) - 1, laneMiddle(lane) - 1, 3, 3)
  }
}

const isTaken = new Uint8Array(laneCount * width)

function drawPixels(first, end) {
  isTaken.fill(0)
  const pxPerMs = width / (to - from)
  for (let i = first; i < end; i++) {
    isTaken[lanes[i] * width + Math.trunc((times[i] - from) * pxPerMs)] = 1
  }
  for (let lane = 0; lane < laneCount; lane++) {
    context.fillStyle = colors[lane % colors.length]
    const row = isTaken.subarray(lane * width, (lane + 1) * width)
    for (let x = 0; x < width; x++) {
      if (row[x] === 0) continue
      // Marks are three pixels wide: those that touch become one rectangle.
      let last = x
      while (last + 1 < width && (row[last + 1] || row[last + 2] || row[last + 3])) last += 1
      context.fillRect(x - 1, laneMiddle(lane) - 1, last - x + 3, 3)
      x = last
    }
  }
}

let isAsked = false

function draw() {
  isAsked = false
  context.fillStyle = '#fff'
  context.fillRect(0, 0, width, height)
  const drawMarks = variant === 'px' ? drawPixels : drawEach
  drawMarks(placeOf(from), placeOf(to))
  drawAxis()
  window.__probe.draw()
}

function askForFrame() {
  if (!isAsked) requestAnimationFrame(draw)
  isAsked = true
}

/** The event of a lane that is nearest to a time. */
function nearest(lane, time) {
  const middle = placeOf(time)
  for (let away = 0; away < times.length; away++) {
    for (const i of [middle + away, middle - 1 - away]) if (lanes[i] === lane) return i
  }
  return undefined
}

let drag
canvas.addEventListener('pointerdown', (event) => {
  drag = { x: event.clientX, from, to, isMove: false }
  canvas.setPointerCapture(event.pointerId)
})
canvas.addEventListener('pointermove', ({ clientX }) => {
  if (drag === undefined) return
  const by = ((clientX - drag.x) / width) * (drag.to - drag.from)
  drag.isMove ||= Math.abs(clientX - drag.x) > 3
  from = drag.from - by
  to = drag.to - by
  askForFrame()
})
canvas.addEventListener('pointerup', ({ offsetX, offsetY }) => {
  const isClick = drag?.isMove === false
  drag = undefined
  const lane = Math.floor(offsetY / laneHeight)
  const found = isClick ? nearest(lane, timeAt(offsetX)) : undefined
  if (found === undefined) return
  const start = new Date(times[found]).toISOString()
  showDetail(events?.[found] ?? { title: `Event ${found}`, start, group: about.groups[lane] })
})
canvas.addEventListener(
  'wheel',
  (event) => {
    event.preventDefault()
    const factor = 2 ** (event.deltaY * 0.002)
    const at = timeAt(event.offsetX)
    from = at - (at - from) * factor
    to = at + (to - at) * factor
    askForFrame()
  },
  { passive: false },
)

if (variant === 'px') {
  const columns = await loadColumns()
  times = columns.times
  lanes = columns.places
} else {
  events = await loadEvents()
  const laneOf = new Map(about.groups.map((group, i) => [group, i]))
  times = Float64Array.from(events, ({ start }) => Date.parse(start))
  lanes = Uint8Array.from(events, ({ group }) => laneOf.get(group))
}

window.__bench = {
  ready: () => true,
  view: () => `${from}:${to}`,
  span: () => to - from,
  pan: { kind: 'drag', x: 640, y: 370, reach: 300 },
  zoom: { kind: 'wheel', x: 640, y: 370, delta: 27 },
  filter: (group) => {
    const wanted = about.groups.indexOf(group)
    times = times.filter((_, i) => lanes[i] === wanted)
    events = events?.filter((event) => event.group === group)
    lanes = new Uint8Array(times.length).fill(wanted)
    askForFrame()
  },
  pick: () => {
    const middle = times.length >> 1
    return { x: xOf(times[middle]), y: laneMiddle(lanes[middle]) }
  },
  detail: isDetailShown,
  marks: () => times.length,
}
draw()
