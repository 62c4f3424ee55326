/** So many events are listed in one place of the page; how many there are stands beside it. */
export const mostListed = 200
