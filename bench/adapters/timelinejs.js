/** TimelineJS3: its package's own entry, in English, without fonts from elsewhere. */
import { Timeline } from '@knight-lab/timelinejs'
import { loadEvents, root } from './common.js'

root.style.overflow = 'hidden'
const events = await loadEvents()

const slideOf = ({ id, start, title, group, text }) => {
  const date = new Date(start)
  return {
    unique_id: `e${id}`,
    group,
    start_date: {
      year: date.getUTCFullYear(),
      month: date.getUTCMonth() + 1,
      day: date.getUTCDate(),
      hour: date.getUTCHours(),
      minute: date.getUTCMinutes(),
    },
    text: { headline: title, text },
  }
}

let isLoaded = false
let timeline
let picked

function show(events) {
  isLoaded = false
  root.replaceChildren()
  root.className = ''
  const settings = { font: null, script_path: `${location.origin}/none/js/`, language: 'en' }
  timeline = new Timeline(root, { events: events.map(slideOf) }, settings)
  timeline.on('ready', () => {
    isLoaded = true
  })
}
show(events)

const button = (place) => root.querySelectorAll('.tl-menubar-button')[place]
const scale = () => timeline._timenav.options.scale_factor

window.__bench = {
  ready: () => isLoaded && root.querySelector('.tl-timemarker') !== null,
  view: () => {
    const { left, transform } = root.querySelector('.tl-timenav-slider').style
    return `${left} ${transform} ${scale()}`
  },
  span: () => 1 / scale(),
  // Scrolling sideways is its own gesture, beside dragging.
  pan: { kind: 'wheelAcross', x: 640, y: 650, delta: 40 },
  zoom: { kind: 'buttons', presses: 5, in: () => button(0), out: () => button(1) },
  // It has no call for other events: it is made anew.
  filter: (wanted) => show(events.filter(({ group }) => group === wanted)),
  pick: () => {
    const others = '.tl-timemarker:not(.tl-timemarker-active) .tl-timemarker-content-container'
    for (const element of root.querySelectorAll(others)) {
      const { left, top, height } = element.getBoundingClientRect()
      const point = { x: left + 12, y: top + height / 2 }
      if (point.x < 60 || point.x > 1270 || point.y > 735) continue
      if (!element.contains(document.elementFromPoint(point.x, point.y))) continue
      picked = element.closest('.tl-timemarker')
      return point
    }
    return undefined
  },
  // Its slide has come to its place.
  detail: () => {
    if (!picked?.classList.contains('tl-timemarker-active')) return false
    const slide = document.getElementById(picked.id.replace(/-marker$/, ''))
    const left = slide?.getBoundingClientRect().left ?? Infinity
    return Math.abs(left - root.getBoundingClientRect().left) < 5
  },
  marks: () => root.querySelectorAll('.tl-timemarker').length,
}
