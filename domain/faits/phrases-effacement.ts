/** Codes about forgetting someone. Nothing was changed. */
export const phrasesEffacement = {
  EFFACEMENT_PARCOURS_VIVANT:
    'Ce parcours est encore vivant : y consigner d’abord ce qui y met fin, ou le fermer comme ouvert par erreur, puis recommencer.',
  EFFACEMENT_DEJA_DEMANDE: 'L’effacement de ce dossier est déjà demandé : une seconde personne doit le confirmer.',
  EFFACEMENT_PAS_DEMANDE: 'Personne n’a demandé l’effacement de ce dossier.',
  EFFACEMENT_MEME_PERSONNE:
    'La confirmation doit venir d’une autre personne que celle qui a demandé l’effacement : ce qui suit ne se reprend pas.',
  EFFACEMENT_CONFIRME: 'L’effacement de ce dossier est confirmé : il ne s’arrête plus.',
  EFFACEMENT_DEJA_FAIT: 'Ce dossier est déjà effacé.',
  EFFACEMENT_MOTIF_INCONNU: 'Ce motif n’existe pas : demande-de-la-personne, opposition ou ouvert-par-erreur.',
} as const;
