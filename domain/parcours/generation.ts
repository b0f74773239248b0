/**
 * Generation of the journey's workflow code. Raised when a patch is to go: each live journey, whatever it sleeps until, begins a new run
 * at its first quiet moment under this code, whose history holds nothing of the former one. Once `jalon rejouer` finds no run of before,
 * the code that the patch kept may be deleted.
 */
export const GENERATION = 1;
