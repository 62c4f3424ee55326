/** What all adapters share: the events, what is in them, and the panel of one event. */
const query = new URLSearchParams(location.search)

/** Which of several settings of one library. */
export const variant = query.get('variant') ?? ''

/** Where the events begin and end, in epoch milliseconds, and their groups. */
export const about = {
  from: Number(query.get('from')),
  to: Number(query.get('to')),
  groups: query.get('groups').split('|'),
}

/** `{ id, start: 'YYYY-MM-DDTHH:MMZ', title, group, text }`, in order of start. */
export async function loadEvents() {
  const response = await fetch(query.get('src'))
  return response.json()
}

/** The same as columns: eight bytes of time each, then one byte each, the place of the group. */
export async function loadColumns() {
  const response = await fetch(query.get('src').replace(/json$/, 'bin'))
  const bytes = await response.arrayBuffer()
  const count = bytes.byteLength / 9
  return {
    times: new Float64Array(bytes, 0, count),
    places: new Uint8Array(bytes, count * 8, count),
  }
}

export const root = document.querySelector('#root')
const panel = document.querySelector('#detail')

export function showDetail({ title, start, group, text = '' }) {
  panel.textContent = `${title} (${start}, ${group}): ${text}`
}

export function isDetailShown() {
  return panel.textContent !== ''
}

export function byGroup(events) {
  const groups = new Map()
  for (const event of events) {
    if (!groups.has(event.group)) groups.set(event.group, [])
    groups.get(event.group).push(event)
  }
  return [...groups]
}

/** The middle of the first element, from the middle of the list outwards, that a click would reach. */
export function firstReachable(list) {
  const shown = [...list].filter((element) => isOnScreen(middleOf(element))).slice(0, 2000)
  const middle = shown.length >> 1
  for (let i = 0; i < Math.min(400, shown.length); i++) {
    const away = ((i + 1) >> 1) * (i % 2 === 1 ? -1 : 1)
    const element = shown[(middle + away + shown.length) % shown.length]
    const point = middleOf(element)
    if (element.contains(document.elementFromPoint(point.x, point.y))) return point
  }
  return undefined
}

function middleOf(element) {
  const { left, top, width, height } = element.getBoundingClientRect()
  return { x: left + width / 2, y: top + height / 2 }
}

function isOnScreen({ x, y }) {
  return x > 0 && y > 0 && x < innerWidth && y < 735
}

export const colors = [
  '#4e79a7',
  '#f28e2b',
  '#e15759',
  '#76b7b2',
  '#59a14f',
  '#edc948',
  '#b07aa1',
  '#ff9da7',
  '#9c755f',
  '#bab0ac',
]
