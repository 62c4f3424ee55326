/* global Reveal, RevealThroughline */
Reveal.initialize({ view: 'scroll', width: 1280, height: 720, plugins: [RevealThroughline] })
