/** Which addresses are out in the world, and which are this machine, its neighbours or nobody's. */
import { BlockList, isIP } from 'node:net';

/** False for anything that is no plain address: a zone, a name, an empty text. */
export function isPublic(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return !CLOSED_4.check(address, 'ipv4');
    case 6:
      // A zone ("%eth0") names a link of this machine.
      return !address.includes('%') && GLOBAL_6.check(address, 'ipv6') && !CLOSED_6.check(address, 'ipv6');
    default:
      return false;
  }
}

/** Source: IANA special-purpose address registries for IPv4 and IPv6, and multicast. */
const CLOSED_4 = blocked('ipv4', [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  // Link-local, and with it the metadata services of clouds.
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
]);

// All that is handed out to anybody lies in one block. Loopback, mapped and translated IPv4, link-local and private ones lie outside it.
const GLOBAL_6 = blocked('ipv6', [['2000::', 3]]);
const CLOSED_6 = blocked('ipv6', [
  // Teredo and its neighbours, 6to4: either may lead to an IPv4 address that is closed.
  ['2001::', 23],
  ['2002::', 16],
  ['2001:db8::', 32],
  ['3fff::', 20],
]);

function blocked(family: 'ipv4' | 'ipv6', nets: [string, number][]): BlockList {
  const list = new BlockList();
  for (const [net, bits] of nets) list.addSubnet(net, bits, family);
  return list;
}
