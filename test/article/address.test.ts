import { describe, expect, test } from 'vitest'
import { checkLink, isPublic } from '../../src/article/address.ts'

describe('an address is public or it isn’t', () => {
  test.each([
    ['loopback', '127.0.0.1', '127.255.255.254', '::1'],
    ['unspecified', '0.0.0.0', '::'],
    ['private', '10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1', 'fc00::1', 'fd12:3456::1'],
    ['link-local', '169.254.0.1', '169.254.169.254', 'fe80::1', 'fec0::1'],
    ['carrier-grade NAT', '100.64.0.1', '100.127.255.255'],
    ['multicast and broadcast', '224.0.0.1', '239.255.255.255', '255.255.255.255', 'ff02::1'],
    [
      'reserved, documentation, benchmarking',
      '192.0.0.1',
      '192.0.2.1',
      '198.18.0.1',
      '198.51.100.1',
      '203.0.113.1',
      '240.0.0.1',
      '2001:db8::1',
      '3fff::1',
      '100::1',
    ],
    [
      'IPv4 within IPv6',
      '::ffff:127.0.0.1',
      '::ffff:7f00:1',
      '::127.0.0.1',
      '::ffff:8.8.8.8',
      '64:ff9b::7f00:1',
      '64:ff9b:1::a00:1',
      '2002:7f00:1::',
      '2001::7f00:1',
    ],
    ['outside what is handed out', '4000::1', '8000::1'],
    ['no address', 'localhost', '', '1.2.3.4.5', '127.0.0.1%eth0'],
  ])('not public: %s', (_, ...addresses) => {
    expect(addresses.filter(isPublic)).toEqual([])
  })

  test('public', () => {
    expect(
      ['1.1.1.1', '8.8.8.8', '172.32.0.1', '100.128.0.1', '2606:4700::1111', '2001:4860:4860::8888'].filter(
        (address) => !isPublic(address),
      ),
    ).toEqual([])
  })
})

describe('a link is refused by what it says', () => {
  test.each([
    // Loopback as one number, in hex, in octal, short, with a dot, in IPv6, in circled digits
    [
      'address',
      'http://127.0.0.1/',
      'http://2130706433/',
      'http://0x7f000001/',
      'http://0177.0.0.1/',
      'http://127.1/',
      'http://127.0.0.1./',
      'http://[::1]/',
      'http://[::ffff:127.0.0.1]/',
      'http://①②⑦.⓪.⓪.①/',
    ],
    [
      'address',
      'http://169.254.169.254/latest/',
      'http://10.0.0.1/',
      'http://[fe80::1]/',
      'https://user:word@lantern.example/',
    ],
    [
      'scheme',
      'file:///etc/hostname',
      'ftp://lantern.example/',
      'data:text/html,x',
      'javascript:1',
      'gopher://lantern.example/',
    ],
    ['port', 'http://lantern.example:22/', 'https://lantern.example:8443/', 'http://lantern.example:6379/'],
  ])('%s', (reason, ...links) => {
    for (const link of links)
      expect(() => checkLink(new URL(link)), link).toThrow(expect.objectContaining({ name: 'InputError', reason }))
  })

  test('and let through otherwise', () => {
    for (const link of ['https://lantern.example/a', 'http://lantern.example:443/', 'https://lantern.example:80/a?b#c'])
      expect(() => checkLink(new URL(link))).not.toThrow()
  })
})
