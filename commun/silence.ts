/** What is said of a part that takes a call and never answers, in the words of a French sentence. */
export const SILENCE = 'il ne dit rien ; il est figé, ou sa machine n’y suffit plus';
