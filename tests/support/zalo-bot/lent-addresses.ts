/** Addresses of a house that the platform can reach, as nobody fetches them here. */
import type { LentLinks } from "../../../src/bot/conversations/ports.ts";

export const lentAddresses: LentLinks = {
  public: true,
  screen: (screen) => `https://xa.example.vn/hinh/${screen}.png`,
  media: ({ id }) => `https://xa.example.vn/hinh/${id}`,
  aac: (id) => `https://xa.example.vn/hinh/${id}.aac`,
};
