/**
 * event-drops with the d3 that it asks for, without its costly filter. It draws one drop a pixel and
 * line by itself, so it has fewer marks than events.
 */
import 'event-drops/dist/style.css'
import * as d3 from 'd3'
import eventDrops from 'event-drops'
import { about, byGroup, colors, isDetailShown, loadEvents, root, showDetail } from './common.js'

const events = await loadEvents()
for (const event of events) event.date = new Date(event.start)
const linesOf = (events) =>
  byGroup(events)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, data]) => ({ name, data }))

const chart = eventDrops({
  d3,
  metaballs: false,
  range: { start: new Date(about.from), end: new Date(about.to) },
  drop: { date: ({ date }) => date, onClick: showDetail },
  line: { height: 32, color: (_, line) => colors[line % colors.length] },
})
const show = (events) =>
  d3
    .select(root)
    .data([linesOf(events)])
    .call(chart)
show(events)
const view = () => chart.scale().domain().map(Number)

window.__bench = {
  ready: () => root.querySelector('.drop') !== null,
  view: () => view().join(':'),
  span: () => view()[1] - view()[0],
  pan: { kind: 'drag', x: 740, y: 200, reach: 300 },
  zoom: { kind: 'wheel', x: 740, y: 200, delta: 27 },
  filter: (wanted) => {
    show(events.filter(({ group }) => group === wanted))
  },
  // Drops lie over each other: any will do.
  pick: () => {
    for (let x = 740; x < 1240; x += 3) {
      for (let y = 150; y < 700; y += 4) {
        if (document.elementFromPoint(x, y)?.classList.contains('drop')) return { x, y }
      }
    }
    return undefined
  },
  detail: isDetailShown,
  marks: () => root.querySelectorAll('.drop').length,
}
