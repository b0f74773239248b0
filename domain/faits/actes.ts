/**
 * The acts by which a journal grows, in one table without imports: workflow code, pages, CLI and audit read it alike.
 * @see ARCHITECTURE, "A fact's way in"
 */
export const actes = {
  consigner: {
    /** What the Temporal UI says of the signal. */
    description: 'Consigner un fait (événement daté)',
    /** Name of the act in the audit trail. */
    trace: 'CONSIGNER',
    /** True when it is about an earlier entry of the journal. */
    surEntree: false,
    /** What a preview promises. */
    promesse: 'Cet événement sera pris en compte.',
  },
  corriger: {
    description: 'Corriger un fait déjà consigné',
    trace: 'CORRIGER',
    surEntree: true,
    promesse: 'Cet événement sera pris en compte.',
  },
  annuler: {
    description: 'Annuler un fait déjà consigné',
    trace: 'ANNULER',
    surEntree: true,
    promesse: 'L’annulation sera prise en compte.',
  },
  rectifierDossier: {
    description: "Rectifier un champ de l'ouverture",
    trace: 'RECTIFIER',
    surEntree: false,
    promesse: 'La rectification sera prise en compte.',
  },
  adopterReglement: {
    description: 'Adopter d’autres paramètres que ceux du règlement',
    trace: 'ADOPTER',
    surEntree: false,
    promesse: 'Ces paramètres seront adoptés.',
  },
  confirmerSilence: {
    description: 'Confirmer qu’aucune réponse n’est arrivée',
    trace: 'CONFIRMERSILENCE',
    surEntree: false,
    promesse: 'L’absence de réponse sera tenue pour certaine.',
  },
  confirmer: {
    description: 'Confirmer, en seconde personne, une sortie du CSP',
    trace: 'CONFIRMER',
    surEntree: true,
    promesse: 'Confirmé, cet événement sera pris en compte.',
  },
  fermerParErreur: {
    description: 'Fermer un dossier ouvert par erreur',
    trace: 'FERMER_PAR_ERREUR',
    surEntree: false,
    promesse: 'Le dossier sera fermé, comme ouvert par erreur.',
  },
} as const;

/** An act that leaves an entry in the journal. */
export type ActeJournal = keyof typeof actes;

export const nomsActes = Object.keys(actes) as ActeJournal[];

export const estActe = (nom: string): nom is ActeJournal => Object.hasOwn(actes, nom);

/** Messages that are no act of their own: facts that come in by another door, and a question asked again. */
export const autresMessages = {
  relancer: 'Redemander ce qui est à envoyer : un courrier retenu ne l’est plus',
  signaler: 'Fait transmis par un système externe',
  repriseEmploi: "Reprise d'emploi : nature, debut, fin",
  arretMaladie: 'Arrêt maladie : debut, fin',
} as const;

/** What a journey listens to. */
export type Acte = ActeJournal | keyof typeof autresMessages;
