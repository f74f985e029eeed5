/** Forms of address that stand before a helper's name; the ids are the server's. */
export const forms = {
  co: "cô",
  chu: "chú",
  bac: "bác",
  anh: "anh",
  chi: "chị",
  em: "em",
  ong: "ông",
  ba: "bà",
} as const;
