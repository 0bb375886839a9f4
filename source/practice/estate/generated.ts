import type {ApiSeed} from './seed.ts';

/** The API at place `index` of an estate larger than the handmade one: the same in every run. */
export const generatedSeed = (index: number): ApiSeed => {
  const pick = <T>(salt: number, from: readonly T[], otherwise: T): T =>
    from[mixed(index, salt) % from.length] ?? otherwise;
  const title = [
    pick(1, regions, 'Nordic'),
    pick(2, subjects, 'Order'),
    pick(3, services, 'Service'),
  ].join(' ');
  const categories = [...new Set([pick(4, topics, 'orders'), pick(5, topics, 'orders')])].slice(
    0,
    mixed(index, 6) % 3,
  );
  const auth = pick(7, auths, 'keyless');
  const isOas = mixed(index, 8) % 3 === 0;
  return {
    name: isOas ? title : [title, ...categories.map(topic => `#${topic}`)].join(' '),
    path: `${title.toLowerCase().replaceAll(' ', '-')}-${index}`,
    auth: [auth],
    ...(isOas ? {oas: {categories}} : {}),
    ...(mixed(index, 9) % 40 === 0 ? {inactive: true} : {}),
    ...(mixed(index, 10) % 60 === 0 ? {internal: true} : {}),
  };
};

/** The place that a generated listen path says, or `undefined` where it says none. */
export const indexInPath = (path: string): number | undefined => {
  const digits = /-(\d{1,9})$/.exec(path)?.[1];
  return digits === undefined ? undefined : Number(digits);
};

/** 32 bits that look random and depend on nothing but the two numbers (the finaliser of murmur3). */
export const mixed = (index: number, salt: number): number => {
  let bits = Math.imul(index + 1, 0x9e3779b1) ^ Math.imul(salt + 1, 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
};

const auths: readonly ApiSeed['auth'][number][] = [
  ...Array<'keyless'>(7).fill('keyless'),
  ...Array<'authToken'>(9).fill('authToken'),
  'jwt',
  'jwt',
  'basic',
  'oauth',
  'hmac',
  'mutualTls',
  'oidc',
  'custom',
];

const regions = [
  'Nordic',
  'Baltic',
  'Alpine',
  'Iberian',
  'Benelux',
  'Adriatic',
  'British',
  'Gallic',
  'Danubian',
  'Aegean',
  'Polish',
  'Global',
];

const subjects = [
  'Order',
  'Payment',
  'Invoice',
  'Refund',
  'Basket',
  'Stock',
  'Shipment',
  'Parcel',
  'Courier',
  'Customs',
  'Supplier',
  'Customer',
  'Loyalty',
  'Voucher',
  'Price',
  'Catalogue',
  'Image',
  'Review',
  'Store',
  'Shift',
  'Payroll',
  'Fleet',
  'Returns',
  'Tax',
];

const services = [
  'Service',
  'Lookup',
  'Events',
  'Reports',
  'Export',
  'Import',
  'Search',
  'Gateway',
  'Sync',
  'Archive',
];

const topics = [
  'orders',
  'payments',
  'catalogue',
  'customers',
  'logistics',
  'warehouse',
  'finance',
  'hr',
  'marketing',
  'storefront',
  'stores',
  'gdpr',
  'external partners',
  'orders team',
  'checkout team',
  'loyalty team',
];
