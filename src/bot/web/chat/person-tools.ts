import "./person.css";

export { Answering } from "./answering.tsx";
export { Come } from "./come.tsx";
export { FileRow } from "./file-row.tsx";
export { holding } from "./hold.ts";
export { MoreOfMessage } from "./more-of-message.tsx";
export { PersonIcon } from "./person-icons.tsx";
export { personWordsIn as wordsIn } from "./person-words.ts";
export { PlaceSheet } from "./place-sheet.tsx";
