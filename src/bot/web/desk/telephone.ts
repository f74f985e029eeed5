/** The link that makes a phone offer to call: only what can be dialled. */
export const telephone = (phone: string): string => `tel:${phone.replace(/[^+\d]/g, "")}`;
