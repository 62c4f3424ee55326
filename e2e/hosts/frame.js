/* global Reveal */
// `?sandbox` shuts the frames in, as careful sites do; the frame is then loaded anew.
if (new URLSearchParams(location.search).has('sandbox')) {
  for (const frame of document.querySelectorAll('iframe')) {
    frame.setAttribute('sandbox', 'allow-scripts')
    frame.src = frame.getAttribute('src')
  }
}
// `?own`: from the deck's own origin, as when the file lies beside it.
if (new URLSearchParams(location.search).has('own')) {
  for (const frame of document.querySelectorAll('iframe')) {
    frame.src = `/tl/embed.html${new URL(frame.src).search}`
  }
}
// Every message of type string that anybody posts to this page, and every focus that it loses.
globalThis.strings = []
addEventListener('message', ({ data }) => {
  if (typeof data === 'string') globalThis.strings.push(data)
})
Reveal.initialize({ hash: true, transition: 'none', width: 1280, height: 720 })
