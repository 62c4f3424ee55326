/**
 * d3-milestones: a category a group, gathered by year or day, its placing of labels on, as it is by
 * default. It neither pans nor zooms.
 */
import 'd3-milestones/build/d3-milestones.css'
import milestones from 'd3-milestones'
import {
  about,
  byGroup,
  firstReachable,
  isDetailShown,
  loadEvents,
  root,
  showDetail,
} from './common.js'

const holder = document.createElement('div')
holder.id = 'milestones'
holder.style.width = '1240px'
root.append(holder)
const events = await loadEvents()
const categoriesOf = (events) =>
  byGroup(events).map(([category, events]) => ({
    category,
    entries: events.map(({ start, title }) => ({ timestamp: start, text: title })),
  }))

const threeYears = 3 * 365 * 864e5
let isDrawn = false
const chart = milestones(`#${holder.id}`)
  .mapping({ category: 'category', entries: 'entries', timestamp: 'timestamp', text: 'text' })
  .parseTime('%Y-%m-%dT%H:%MZ')
  .aggregateBy(about.to - about.from > threeYears ? 'year' : 'day')
  .optimize(true)
  .onEventClick((click) => showDetail({ title: click.target.textContent, start: '', group: '' }))
  .renderCallback(() => {
    isDrawn = true
  })
chart.render(categoriesOf(events))

const texts = '.milestones__group__label__text__event'

window.__bench = {
  ready: () => isDrawn,
  view: () => '',
  // Setting the orientation empties it: fewer categories would leave old ones standing.
  filter: (wanted) => {
    chart.orientation('horizontal').render(categoriesOf(events.filter((e) => e.group === wanted)))
  },
  pick: () => firstReachable(root.querySelectorAll(texts)),
  detail: isDetailShown,
  marks: () => root.querySelectorAll(texts).length,
}
