/* global Reveal, RevealNotes, RevealThroughline */
Reveal.initialize({
  hash: true,
  transition: 'none',
  width: 1280,
  height: 720,
  plugins: [globalThis.RevealNotes, globalThis.RevealThroughline].filter(Boolean),
})
