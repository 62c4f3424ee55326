/** react-chrono, vertical, which is its mode for long lists. A scrolled list of cards: it has no zoom. */
import 'react-chrono/dist/style.css'
import { useEffect, useState } from 'react'
import { Chrono } from 'react-chrono'
import { createRoot } from 'react-dom/client'
import { firstReachable, loadEvents, root } from './common.js'

const events = await loadEvents()
const cardsOf = (events) =>
  events.map(({ id, start, title, group, text }) => ({
    id: String(id),
    title: start.slice(0, 10),
    cardTitle: title,
    cardSubtitle: group,
    cardDetailedText: text,
  }))

let show
let isSelected = false

function Page() {
  const [items, setItems] = useState(() => cardsOf(events))
  useEffect(() => {
    show = setItems
  }, [])
  return (
    <div style={{ width: 1260, height: 720 }}>
      <Chrono
        items={items}
        mode="vertical"
        allowDynamicUpdate
        layout={{ timelineHeight: 720 }}
        display={{ scrollable: { scrollbar: true } }}
        onItemSelected={() => {
          isSelected = true
        }}
      />
    </div>
  )
}
createRoot(root).render(<Page />)

const cards = '[data-testid="timeline-card-content"], .timeline-card-content'
let scroller
const findScroller = () => {
  scroller ??= [...root.querySelectorAll('*')].find(
    (element) =>
      element.scrollHeight > element.clientHeight + 50 &&
      /auto|scroll/.test(getComputedStyle(element).overflowY),
  )
  return scroller ?? root
}

window.__bench = {
  ready: () => root.querySelector(cards) !== null,
  view: () => String(findScroller().scrollTop),
  pan: { kind: 'wheelDown', x: 640, y: 400, delta: 60 },
  filter: (wanted) => show(cardsOf(events.filter(({ group }) => group === wanted))),
  pick: () => {
    isSelected = false
    const circles = [...root.querySelectorAll('.timeline-vertical-circle')].filter((circle) => {
      const { top } = circle.getBoundingClientRect()
      return top > 150 && top < 700
    })
    return firstReachable(circles.slice(1))
  },
  detail: () => isSelected,
  marks: () => root.querySelectorAll(cards).length,
}
