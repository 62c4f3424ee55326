/**
 * vis-timeline, from its esnext build with vis-data, as its README tells users of bundlers. Without a
 * variant: its defaults, boxes that stack, the whole range in view. `cluster`: with its option for that.
 * `tuned`: what its issues advise for many items, a start view of some 200 events, points that do not
 * stack, and no cleaning of titles, which are plain text here.
 */
import 'vis-timeline/styles/vis-timeline-graph2d.min.css'
import { DataSet, DataView } from 'vis-data/esnext'
import { Timeline } from 'vis-timeline/esnext'
import {
  about,
  firstReachable,
  isDetailShown,
  loadEvents,
  root,
  showDetail,
  variant,
} from './common.js'

root.style.overflow = 'hidden'
const events = await loadEvents()
const byId = new Map(events.map((event) => [event.id, event]))
const escaped = (text) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
const items = new DataSet(
  events.map(({ id, start, title, group }) => ({
    id,
    start: new Date(start),
    content: escaped(title),
    group,
  })),
)
let only
const shown = new DataView(items, { filter: ({ group }) => only === undefined || group === only })
const groups = new DataSet(about.groups.map((group) => ({ id: group, content: group })))

// It zooms by 20 % a turn of the wheel; 26 makes that about the 4 % of the others.
const options = {
  zoomFriction: 26,
  height: '740px',
  verticalScroll: true,
  preferZoom: true,
  showCurrentTime: false,
}
if (variant === 'cluster') options.cluster = { maxItems: 1 }
if (variant === 'tuned') {
  const middle = events.length >> 1
  const half = Math.min(100, middle - 1)
  options.type = 'point'
  options.stack = false
  options.xss = { disabled: true }
  options.start = new Date(events[middle - half].start)
  options.end = new Date(events[middle + half].start)
}
const timeline = new Timeline(root, shown, groups, options)

// 8.5.4 draws the range of its start only when it looks at its size, once a second. Asking it to redraw
// after its first pass spares it that, which its users do not know.
for (const name of ['changed', 'rangechanged']) {
  let isFirst = true
  timeline.on(name, () => {
    if (isFirst) requestAnimationFrame(() => timeline.redraw())
    isFirst = false
  })
}
timeline.on('select', ({ items }) => {
  const event = byId.get(items[0])
  if (event) showDetail(event)
})

const view = () => timeline.getWindow()
const singleItems = '.vis-item:not(.vis-cluster, .vis-line, .vis-dot) .vis-item-content'

window.__bench = {
  ready: () => {
    const isVisible = root.querySelector('.vis-timeline')?.style.visibility === 'visible'
    if (!isVisible || root.querySelector('.vis-item') === null) return false
    const { start, end } = view()
    return variant === 'tuned' || (start <= about.from && end >= about.to)
  },
  // It redraws its axis and helpers once a second, with nothing to see: what counts are items and groups.
  ignores: ({ target }) => {
    const element = target instanceof Element ? target : target.parentElement
    if (element === null) return true
    const isSeen = element.closest('.vis-itemset, .vis-labelset') !== null
    return !isSeen && !element.classList.contains('vis-timeline')
  },
  view: () => `${Number(view().start)}:${Number(view().end)}`,
  span: () => view().end - view().start,
  pan: { kind: 'drag', x: 700, y: 0, reach: 300 },
  zoom: { kind: 'wheel', x: 700, y: 370, delta: 100 },
  startOf: (name) => {
    if (name !== 'pan') return {}
    const { top, height } = root.querySelector('.vis-panel.vis-center').getBoundingClientRect()
    return { y: top + height / 2 }
  },
  filter: (group) => {
    only = group
    shown.refresh()
  },
  pick: () => firstReachable(root.querySelectorAll(singleItems)),
  detail: isDetailShown,
  marks: () => root.querySelectorAll('.vis-item:is(.vis-box, .vis-point, .vis-range)').length,
}
