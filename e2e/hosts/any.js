import { connect } from '/tl/host.js'

// `page` and `query` name what is framed, `hash` its hash; `sandbox`, `width`, `height`, `scale` and
// `hidden` are about the frame, `tall` lets the page scroll.
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

if (wish.has('tall')) document.body.dataset.tall = ''
document.querySelector('#place').append(frame(wish.get('query') ?? ''))
