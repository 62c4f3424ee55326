import { connect } from '/tl/host.js'

// `page` and `query` name what is framed, `hash` its hash; `sandbox`, `width`, `height`, `scale` and
// `hidden` are about the frame, `tall` lets the page scroll. With `element` there is no frame but the
// element, with the query as its attributes.
const wish = new URLSearchParams(location.search)
const { app } = document.body.dataset

globalThis.connect = connect
globalThis.heard = []
addEventListener('message', ({ data }) => globalThis.heard.push(data))

function frame(query) {
  const made = document.createElement('iframe')
  made.title = 'Timeline'
  if (wish.has('sandbox')) made.setAttribute('sandbox', wish.get('sandbox'))
  made.style.width = `${wish.get('width') ?? 960}px`
  made.style.height = `${wish.get('height') ?? 540}px`
  if (wish.has('scale')) made.style.transform = `scale(${wish.get('scale')})`
  if (wish.has('hidden')) made.style.display = 'none'
  made.src = `${app}/${wish.get('page') ?? 'embed.html'}?${query}${wish.get('hash') ?? ''}`
  return made
}

function element(query) {
  const made = document.createElement('through-line')
  made.style.width = `${wish.get('width') ?? 960}px`
  made.style.height = `${wish.get('height') ?? 540}px`
  made.setAttribute('src', '/tl/timeline.json')
  for (const [name, value] of new URLSearchParams(query)) made.setAttribute(name, value)
  const script = document.createElement('script')
  script.src = '/tl/element.js'
  document.head.append(script)
  return made
}

// How pages of other make read a height out of what their frame says. `heights` is who is asked; `added`
// is what this page adds each time.
globalThis.heights = undefined
globalThis.added = 0
const readers = {
  tl: ({ tl, type, p }) => (tl === 1 && type === 'size' ? p.h : undefined),
  pym: (data) => /^pymxPYMxchartxPYMxheightxPYMx(\d+)$/.exec(data)?.[1],
  medium: (data) => {
    if (typeof data !== 'string' || !data.startsWith('{')) return undefined
    const { context, height } = JSON.parse(data)
    return context === 'iframe.resize' ? height : undefined
  },
  amp: ({ sentinel, type, height }) =>
    sentinel === 'amp' && type === 'embed-size' ? height : undefined,
  wp: ({ secret, message, value }) =>
    secret === 'abc123XYZ9' && message === 'height' ? value : undefined,
}
addEventListener('message', ({ data }) => {
  const height = readers[globalThis.heights]?.(data)
  if (height === undefined) return
  document.querySelector('iframe').style.height = `${Number(height) + globalThis.added}px`
})

if (wish.has('tall')) document.body.dataset.tall = ''
const made = wish.has('element') ? element : frame
document.querySelector('#place').append(made(wish.get('query') ?? ''))
