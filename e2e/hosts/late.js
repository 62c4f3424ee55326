const given = {
  version: 1,
  title: 'Given as an object',
  events: [
    { id: 'a', date: '2001', title: 'First' },
    { id: 'b', date: '2003', title: 'Second' },
  ],
}
document.querySelector('#one').document = given
globalThis.given = given
// The page loads the script when it pleases: `load()`.
globalThis.load = () => {
  const script = document.createElement('script')
  script.src = '/tl/element.js'
  document.head.append(script)
  return customElements.whenDefined('through-line')
}
