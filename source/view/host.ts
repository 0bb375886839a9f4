/** What people call a server: its address without the scheme. */
export const hostOf = (address: string): string => address.replace(/^https?:\/\//, '');
