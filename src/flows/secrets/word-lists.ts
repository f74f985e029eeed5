/** Word lists are written as lines of words, so that they can be read and compared. */

export const wordList = (list: string): readonly string[] => list.split(" ");

export const phraseList = (list: string): readonly string[] => list.split("|");
