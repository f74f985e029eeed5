/**
 * Under this name the store keeps what stands in a link to a channel account (`https://zalo.me/<id>`), where
 * that is another one than the name people read.
 */
export const publicIdName = (account: string): string => `public-id/${account}`;
