let slide = 0
globalThis.heard = []
document.addEventListener('keydown', ({ key }) => {
  globalThis.heard.push(key)
  if (key === 'PageDown') slide += 1
  if (key === 'PageUp') slide -= 1
  document.querySelector('#slide').textContent = String(slide)
})
