/** Names under which the store keeps what a channel account tells others of itself. */

/** What stands in a link to it (`https://zalo.me/<id>`), where that is another one than the name people read. */
export const publicIdName = (account: string): string => `public-id/${account}`;

/** The accounts of the server's settings, as JSON: what else is in the store was taken out of them. */
export const keptServed = "accounts-served";

/** How its events come, as it saw itself: see the watch of the channel. */
export const keptWatch = (account: string): string => `channel-watch/${account}`;

/** Since when the platform itself says that it takes nothing more, as its quota is used up; empty where it does not. */
export const keptNoMore = (account: string): string => `channel-no-more/${account}`;

/** What it needs a person for, as it looked itself: `{ day, alarm }` as JSON, `alarm` being null mostly. */
export const keptAlarm = (account: string): string => `channel-alarm/${account}`;

/** When it was last seen that something can be written at all. */
export const keptReadiness = "last-write-tried";
