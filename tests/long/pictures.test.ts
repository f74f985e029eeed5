/** Every screen of the content folder drawn, not only the fullest of each file. */
process.env["DRAW_ALL"] = "1";
await import("../bot/pictures.test.ts");
