/* global Reveal, RevealThroughline */
// `start()` and `stop()` as often as one likes: what a page does that comes and goes by itself.
globalThis.start = (plugins = [RevealThroughline]) => {
  globalThis.decks = ['one', 'two'].map(
    (id) =>
      new Reveal(document.querySelector(`#${id}`), {
        embedded: true,
        keyboardCondition: 'focused',
        transition: 'none',
        width: 1280,
        height: 720,
        plugins,
      }),
  )
  return Promise.all(globalThis.decks.map((deck) => deck.initialize()))
}
globalThis.stop = () => {
  for (const deck of globalThis.decks) deck.destroy()
}
globalThis.started = globalThis.start()
