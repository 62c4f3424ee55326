/**
 * Who is measured. `page` is the adapter, `most` the largest number of events that it is tried with;
 * `format` is what our own page is given.
 */
export const contestants = [
  { name: 'null', title: 'nothing: fetches and keeps the data', page: 'null', most: 1e6 },
  { name: 'floor', title: 'floor: canvas, one mark per event', page: 'floor', most: 1e6 },
  {
    name: 'floor-px',
    title: 'floor-px: canvas, columns, one mark per pixel',
    page: 'floor',
    variant: 'px',
    most: 1e6,
  },
  {
    name: 'drawn-html',
    title: 'our page as plain HTML, without a script',
    page: 'drawn-html',
    most: 36,
  },
  {
    name: 'drawn-react',
    title: 'our page made by React, with nothing behind it',
    page: 'drawn-react',
    most: 36,
  },
  { name: 'own', title: 'Throughline', format: 'json', most: 1e6 },
  {
    name: 'own-ndjson',
    title: 'Throughline, NDJSON',
    format: 'ndjson',
    least: 1e6,
    most: 1e6,
  },
  {
    name: 'own-tiles',
    title: 'Throughline, tiles',
    format: 'tiles',
    least: 1e6,
    most: 1e6,
  },
  { name: 'vis', title: 'vis-timeline', page: 'vis', most: 1e5 },
  {
    name: 'vis-cluster',
    title: 'vis-timeline, clusters',
    page: 'vis',
    variant: 'cluster',
    most: 1e5,
  },
  {
    name: 'vis-tuned',
    title: 'vis-timeline, tuned (200 in view)',
    page: 'vis',
    variant: 'tuned',
    most: 1e5,
  },
  { name: 'timelinejs', title: 'TimelineJS3', page: 'timelinejs', most: 1e5 },
  { name: 'react-chrono', title: 'react-chrono', page: 'react-chrono', most: 1e5 },
  { name: 'timelines-chart', title: 'timelines-chart', page: 'timelines-chart', most: 1e5 },
  { name: 'd3-milestones', title: 'd3-milestones', page: 'd3-milestones', most: 1e5 },
  { name: 'event-drops', title: 'event-drops', page: 'event-drops', most: 1e5 },
]

/** Whether it is tried with so many events at all. */
export function takesPart({ least = 0, most }, size) {
  return size >= least && size <= most
}
