import type { RESTOptions } from 'discord.js'

/**
 * Requests through Node's own fetch, for `rest.makeRequest`: the undici that discord.js brings refuses the form of a file
 * where another undici is loaded too.
 */
export const throughNode: RESTOptions['makeRequest'] = (url, init) =>
  fetch(url, init as RequestInit) as ReturnType<RESTOptions['makeRequest']>
