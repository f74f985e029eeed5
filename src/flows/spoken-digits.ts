/** Digits as they are said, without their marks: people dictate codes and numbers in words. */
export const spokenDigits: Readonly<Record<string, string>> = {
  khong: "0",
  mot: "1",
  hai: "2",
  ba: "3",
  bon: "4",
  tu: "4",
  nam: "5",
  lam: "5",
  nham: "5",
  sau: "6",
  bay: "7",
  tam: "8",
  chin: "9",
};
