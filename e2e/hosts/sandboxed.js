// `?sandbox=…` is the frame's; `?hosts=…` the origins that it may obey; `?count=…` how many of them.
const asked = new URLSearchParams(location.search)
for (let index = 0; index < Number(asked.get('count') ?? 1); index += 1) {
  const frame = document.createElement('iframe')
  frame.title = `Timeline ${index}`
  frame.width = '900'
  frame.height = '500'
  if (asked.has('sandbox')) frame.setAttribute('sandbox', asked.get('sandbox'))
  const hosts = asked.has('hosts') ? `&hosts=${asked.get('hosts')}` : ''
  frame.src = document.body.dataset.src + hosts
  document.body.append(frame)
}
