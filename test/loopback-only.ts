import net from 'node:net'

// No test may speak to the outside: any socket to an address other than loopback fails before it is opened.
const loopback = /^(127\.|::1$|localhost$|\[::1\]$)/
const connect = net.Socket.prototype.connect

net.Socket.prototype.connect = function (this: net.Socket, ...args: unknown[]) {
  const first = (Array.isArray(args[0]) ? args[0][0] : args[0]) as { host?: string; path?: string } | number | string
  const host = typeof first === 'object' ? (first.host ?? (first.path ? '127.0.0.1' : 'localhost')) : '127.0.0.1'
  if (!loopback.test(host))
    throw new Error(`Expected tests to connect to loopback only, got ${host}; use a fake resolver.`)
  return connect.apply(this, args as never)
} as typeof connect
