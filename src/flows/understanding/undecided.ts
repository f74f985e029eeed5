/** "Tùy", "cả hai", "chắc là có": heard, and yet no one of the answers. */
import { fold } from "./fold.ts";

const undecided =
  /^(?:(?:thi|da|the thi|a|uh|u) )*(?:tuy(?: \S+){0,3}|(?:(?:cai|kieu|y) )?(?:nao|gi|sao|the nao)(?: \S+)? cung (?:duoc|ok|vay|the)|(?:thich )?(?:chon )?(?:cai )?nao thi chon|ca hai(?: cai)?|ca 2(?: cai)?|(?:chac|hinh nhu|co le|co khi)(?: la)? (?:co|khong|roi|chua|phai|dung)|either|both|any|whatever|maybe|not sure)(?: (?:a|nhe|chau|em|roi))*$/;

export const isUndecided = (text: string): boolean => undecided.test(fold(text));
