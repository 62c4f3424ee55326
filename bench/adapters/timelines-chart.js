/**
 * timelines-chart: a line a group, each event a segment without length of at least 3 pixels, without its
 * animations. It pans and zooms by a brush that acts at its end only, so its API is called instead.
 */
import TimelinesChart from 'timelines-chart'
import {
  about,
  byGroup,
  firstReachable,
  isDetailShown,
  loadEvents,
  root,
  showDetail,
} from './common.js'

const events = await loadEvents()
const linesOf = (events) =>
  byGroup(events).map(([group, events]) => {
    const data = events.map((event) => {
      const start = new Date(event.start)
      return { timeRange: [start, start], val: group, event }
    })
    return { group, data: [{ label: group, data }] }
  })

const chart = new TimelinesChart(root)
  .width(1260)
  .maxHeight(600)
  .maxLineHeight(30)
  .zQualitative(true)
  .useUtc(true)
  .minSegmentWidth(3)
  .enableAnimations(false)
  .onSegmentClick(({ data, label, timeRange, group }) =>
    showDetail(data?.event ?? { title: label, start: String(timeRange[0]), group }),
  )
  .data(linesOf(events))

const length = about.to - about.from
const middle = (about.from + about.to) / 2
let view = [about.from, about.to]
const show = (start, end) => {
  view = [start, end]
  chart.zoomX([new Date(start), new Date(end)])
}

window.__bench = {
  ready: () => root.querySelector('.series-segment') !== null,
  view: () => view.join(':'),
  span: () => view[1] - view[0],
  pan: {
    kind: 'api',
    step: (part) => {
      const by = Math.sin(part * 4 * Math.PI) * length * 0.25
      show(about.from + by, about.to + by)
    },
  },
  zoom: {
    kind: 'api',
    step: (part) => {
      const half = (length / 2) * 30 ** -(part < 0.5 ? part * 2 : 2 - part * 2)
      show(middle - half, middle + half)
    },
  },
  filter: (wanted) => {
    chart.data(linesOf(events.filter(({ group }) => group === wanted)))
  },
  pick: () => firstReachable(root.querySelectorAll('.series-segment')),
  detail: isDetailShown,
  marks: () => root.querySelectorAll('.series-segment').length,
}
