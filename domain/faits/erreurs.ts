import { limitePassee } from '../dossier/limite';
import { phrasesComptes } from './phrases-comptes';
import { phrasesEffacement } from './phrases-effacement';

/**
 * The one catalogue of codes: why an opening is refused (`erreurs`), why a fact is (`rejets`), what deserves a look (`alertes`).
 * A code never changes on its way from rule to form, API and CLI; here is its French sentence.
 * @see REGLES §10, lists of codes
 */

/** Codes of `rejets` about the form of an event (F6): such an event is refused and kept nowhere. */
export const phrasesForme = {
  TYPE_INCONNU: 'Ce type d’événement n’existe pas.',
  DATE_INVALIDE: 'Une date n’existe pas ou n’est pas écrite AAAA-MM-JJ.',
  CHAMP_MANQUANT: 'Il manque une information obligatoire pour ce type d’événement.',
  PERIODE_INVERSEE: 'La fin de la période précède son début.',
  MOTIF_INCONNU: 'Ce motif n’est pas prévu pour ce type d’événement.',
  REPONSE_INCONNUE: 'Cette réponse n’est pas prévue.',
  NATURE_INCONNUE: 'La nature du contrat doit être CDI, CDD ou CTT (intérim).',
  CDI_AVEC_TERME: 'Un CDI n’a pas de date de fin prévue.',
} as const;

/** Codes of `rejets` given by a rule: the fact may be withdrawn, or recorded all the same (R28). */
export const phrasesRegle = {
  REPONSE_AVANT_REMISE: 'La réponse est datée avant la remise de la proposition.',
  REPONSE_HORS_DELAI: 'La réponse est datée après la fin du délai de réflexion.',
  RETRACTATION_NON_PREVUE: 'Une acceptation ne se retire pas : aucun texte ne prévoit de rétractation.',
  SALARIE_NON_PROTEGE: 'Le salarié n’est pas protégé : aucune autorisation de licenciement n’est attendue.',
  AVANT_CSP: 'Le fait est antérieur au début du CSP.',
  HORS_CSP: 'Le fait est hors du CSP : celui-ci est terminé à cette date, ou ne commence jamais.',
  EMPLOI_EN_COURS: 'La personne occupait déjà, à cette date, un emploi dont la période d’essai a été rompue plus tard.',
  CONTRAT_EN_DOUBLE: 'Un contrat est déjà enregistré sous cet identifiant.',
  CONTRAT_INCONNU: 'Aucun contrat n’est enregistré sous cet identifiant.',
  DATE_HORS_CONTRAT: 'La fin indiquée tombe en dehors du contrat.',
  HORS_PERIODE_ESSAI: 'La rupture est postérieure à la fin de la période d’essai.',
  AUCUNE_SUSPENSION_OUVERTE: 'Aucune suspension sans date de fin ne court à cette date.',
  PRIME_SANS_EMPLOI_DURABLE:
    'La prime suppose un emploi durable (CDI, ou CDD ou intérim assez long) pris pendant le CSP.',
  PRIME_PREMATUREE: 'La prime est demandée avant l’embauche.',
  REINSCRIPTION_PREMATUREE: 'La réinscription n’est possible qu’à partir du lendemain du dernier jour du CSP.',
  REINSCRIPTION_EN_DOUBLE: 'Une demande de réinscription est déjà enregistrée.',
} as const;

/** Codes of `erreurs`: the dossier cannot be opened. `x` names the field or parameter in codes written `CODE:x`. */
export const phrasesErreur = {
  SCENARIO_ILLISIBLE:
    'La ligne n’est pas un scénario : un objet JSON avec un « dossier » et une liste « evenements » est attendu.',
  AUCUN_REGLEMENT:
    'Aucun règlement ne s’applique : le nom est inconnu, ou la procédure est antérieure au 1er avril 2009.',
  MODE_INCONNU: 'Ce mode de proposition n’est pas prévu.',
  REMISE_AVANT_ENGAGEMENT: 'La proposition est remise avant l’engagement de la procédure.',
  MOTIF_NON_ELIGIBLE: 'Le motif de rupture n’ouvre pas droit au dispositif.',
  CONGE_DE_RECLASSEMENT:
    'L’entreprise atteint le seuil d’effectif du congé de reclassement et n’est ni en redressement ni en liquidation judiciaire.',
  AFFILIATION_INSUFFISANTE:
    'La durée d’affiliation est insuffisante, en jours comme en heures travaillés, et il n’y a pas de reliquat d’ARE.',
  RESIDENCE_NON_ELIGIBLE: 'La résidence n’est pas dans le champ territorial du règlement.',
  INAPTE: 'La personne n’est pas physiquement apte à l’emploi.',
  RETRAITE_TAUX_PLEIN: 'La personne peut prétendre à une retraite à taux plein avant la fin du délai de réflexion.',
  BASSIN_NON_RETENU: 'Le bassin d’emploi n’est pas indiqué, alors que l’expérimentation en exige un.',
  CONTRAT_NON_ROMPU:
    'Quand France Travail propose le CSP, le contrat de travail doit avoir pris fin avant la proposition.',
} as const;

/** Codes of a message that reaches a live journey and is no fact: refused, kept nowhere. */
export const phrasesMessage = {
  DOSSIER_OUVERT_PAR_ERREUR:
    'Ce dossier est fermé, comme ouvert par erreur : plus rien n’y est pris en compte. S’il ne l’était pas, annuler d’abord sa fermeture.',
  FAIT_REMPLACE: 'Ce fait a été corrigé depuis : annulez la correction elle-même.',
  MESSAGE_ILLISIBLE: 'Le message n’est pas lisible : un objet est attendu, de dix niveaux au plus.',
  MESSAGE_INDECHIFFRABLE:
    'Le message ne se déchiffre pas : la clé qui l’a chiffré n’est pas connue, ou il a été altéré en chemin.',
  IDENTIFIANT_INVALIDE:
    'L’identifiant du message n’est pas accepté : 1 à 100 caractères visibles sont attendus, hors quelques mots réservés.',
  IDENTIFIANT_DEJA_PRIS:
    'Un autre message a déjà été reçu sous cet identifiant : celui-ci ne compte pas, il est à redonner sous un autre (depuis un nouveau formulaire).',
  CARACTERE_INTERDIT:
    'Un texte contient un caractère invisible ou illisible, qui ne peut pas être enregistré : il est à retaper.',
  TEXTE_TROP_LONG: 'Un texte dépasse 2 000 caractères.',
  DONNEES_REFUSEES: 'Le registre ne peut pas enregistrer ce que dit ce message : une de ses données est mal formée.',
  FAIT_INCONNU: 'Aucun fait en vigueur n’est enregistré sous cet identifiant.',
  REINSCRIPTION_EFFECTIVE:
    'Ce fait déferait une réinscription faite à temps et déjà effective : il reste au journal sans effet, au référent de décider.',
  SECONDE_PERSONNE_REQUISE:
    'Cette sortie du CSP ne compte qu’une fois confirmée par une seconde personne : ce qui suit ne se reprend pas.',
  CONFIRMATION_INUTILE: 'Ce fait n’attend pas, ou n’attend plus, d’être confirmé par une seconde personne.',
  CONFIRMATION_MEME_PERSONNE: 'La confirmation doit venir d’une autre personne que celle qui a consigné le fait.',
  CONFIRMATION_DEFINITIVE: 'Une confirmation ne s’annule pas : annulez le fait lui-même.',
  RECTIFICATION_VIDE: 'La rectification ne porte sur aucun champ du dossier.',
  SURCHARGE_VIDE: 'Aucun paramètre n’est changé.',
  REGLEMENT_DIFFERENT: 'Le dossier relève d’un autre règlement que celui pour lequel ces paramètres sont donnés.',
} as const;

/** Codes of what is asked of Jalon around the rules: opening a journey, naming a dossier or a task, narrowing a list. Nothing was changed. */
export const phrasesActe = {
  ABSENCE_INCONNUE: 'Aucune absence ne porte ce numéro.',
  ABSENCE_EN_DOUBLE: 'Ce référent est déjà absent sur une partie de ces jours : retirer d’abord l’autre absence.',
  ABSENCE_EN_BOUCLE:
    'Avec cette absence, plus personne ne lirait pour ce référent : les remplaçants se renverraient l’un à l’autre.',
  DOSSIER_CHANGE: 'Le dossier a changé depuis que vous l’avez vu : relisez l’aperçu avant de confirmer.',
  DOSSIER_INCONNU: 'Aucun dossier ne porte ce numéro.',
  COHERENCE_SANS_REPONSE:
    'Aucun worker ne répond : le registre et le moteur n’ont pas été comparés. « jalon sante » dit pourquoi ; en lancer un, puis recommencer.',
  ESPACE_NON_PERMIS:
    'Le moteur ne laisse pas Jalon créer l’espace de noms ou ses attributs de recherche : les créer avec ses propres outils.',
  VERSION_NON_PERMISE:
    'Le moteur ne connaît pas les versions de workers, ou ne laisse pas Jalon en décider : rien n’a été changé.',
  TOURNEE_TROP_TOT: 'Cette tournée n’est pas encore ouverte : le calendrier la lancera à son jour.',
  TOURNEE_TROP_TARD: 'Cette tournée n’est plus utile : plus personne ne serait servi.',
  ACTION_INCONNUE: 'Cette action n’est plus dans le plan de ce dossier.',
  ACTION_CHANGEE: 'Cette action du plan a changé depuis que vous l’avez vue : relisez-la avant de recommencer.',
  FORMATION_INCONNUE: 'Ce dossier ne prépare pas cette formation, ou elle a été abandonnée.',
  FORMATION_CHANGEE: 'Cette formation a changé depuis que vous l’avez vue : relisez-la avant de recommencer.',
  TACHE_INCONNUE: 'Aucune tâche ne porte cette clé.',
  TACHE_CLOSE: 'Cette tâche est déjà close : rien n’a été changé.',
  TACHE_SANS_MOTIF:
    'Ce qui règle cette tâche se consigne, et la clôt alors tout seul. Pour la clore autrement, dites pourquoi : rien n’a été changé.',
  DOCUMENT_OUVERTURE_EN_COURS: 'Ce dossier est en cours d’ouverture : ses documents seront là dans un instant.',
  DOCUMENT_IDENTITE_EFFACEE: 'L’identité de la personne a été effacée : ses documents ne peuvent plus être faits.',
  DOCUMENT_SANS_CSP: 'Ce document suit un CSP, et ce dossier n’en a pas.',
  FILTRE_INCONNU:
    'Cette adresse demande quelque chose que cette liste ne connaît pas : rien n’est montré, plutôt qu’une liste qui ne serait pas celle demandée.',
  REPRISE_SANS_REPONSE:
    'Le délai de réflexion est terminé et aucune réponse n’est indiquée : personne n’est déclaré avoir refusé par une reprise.',
} as const;

/** Codes about letters: one held back, let go, suspended or resumed. Nothing was changed. */
export const phrasesCourriers = {
  COURRIER_INCONNU: 'Aucun courrier à venir ne porte cette clé.',
  COURRIER_DEJA_TRAITE: 'Ce courrier n’est plus à envoyer : il est parti, ou il ne partira pas.',
  COURRIER_NON_RETENU: 'Personne ne retient ce courrier.',
  CODE_COURRIER_INCONNU: 'Aucun courrier du catalogue ne porte ce code.',
  RAPPELS_JUSQUAU_PASSE: 'Le dernier jour sans rappel est déjà passé.',
  RAPPELS_NON_BLOQUES: 'Les rappels de cette personne ne sont pas bloqués.',
  SUSPENSION_INCONNUE: 'Aucune suspension en cours ne porte exactement sur ces courriers.',
} as const;

/** Codes about appointments and actualisations: refusals, then what deserves a word more before it is recorded. */
export const phrasesRendezVous = {
  RDV_INCONNU: 'Aucun rendez-vous ne porte cet identifiant.',
  RDV_OUVERTURE_EN_COURS: 'Ce dossier est en cours d’ouverture : réessayez dans un instant.',
  RDV_PASSE: 'La date du rendez-vous est passée.',
  RDV_TROP_LOIN: 'La date du rendez-vous est trop lointaine : l’année est sans doute mal tapée.',
  RDV_HEURE_INVALIDE: 'L’heure n’existe pas ou n’est pas écrite comme 9h30 ou 09:30.',
  RDV_DUREE_INVALIDE: 'La durée est un nombre de minutes, entre 5 et 600.',
  RDV_LIEU_MANQUANT: 'Un rendez-vous sur place a besoin d’un lieu.',
  RDV_LIEN_MANQUANT: 'Un rendez-vous en visio a besoin d’un lien.',
  RDV_LIEN_INVALIDE: 'Le lien doit commencer par https:// et ne pas contenir d’espace.',
  RDV_TELEPHONE_MANQUANT: 'Aucun numéro de téléphone n’est connu pour cette personne.',
  RDV_SANS_CSP: 'Aucun CSP n’est en cours ni à venir dans ce dossier.',
  RDV_AVANT_ACCEPTATION:
    'La personne n’a pas encore accepté : seuls un entretien d’adhésion ou de suivi se planifient.',
  RDV_AVANT_CSP: 'Cet entretien ne compte que pendant le CSP, et le CSP n’a pas commencé ce jour-là.',
  RDV_HORS_CSP: 'Cet entretien ne compte que pendant le CSP, et le CSP est terminé ce jour-là.',
  RDV_DECES: 'Un décès est signalé dans ce dossier : rien ne se planifie.',
  RDV_CLOS: 'Ce rendez-vous n’est plus à venir : il a été tenu, manqué ou annulé.',
  RDV_PAS_COMMENCE: 'Ce rendez-vous n’a pas encore commencé.',
  RDV_TENU_LE_INVALIDE: 'La date à laquelle il a été tenu n’existe pas, ou elle est à venir.',
  RDV_CHANGE: 'Ce rendez-vous a changé depuis que vous l’avez vu : relisez-le avant de recommencer.',
  RDV_JOUR_NON_OUVRE: 'Ce jour est un samedi, un dimanche ou un jour férié.',
  RDV_HEURE_INHABITUELLE: 'Ce rendez-vous commence avant 8 h ou finit après 20 h.',
  RDV_PENDANT_SUSPENSION: 'Le CSP est suspendu ce jour-là : la personne n’est peut-être pas disponible.',
  RDV_CHEVAUCHE: 'La personne a déjà un autre rendez-vous à cette heure.',
  RDV_REFERENT_OCCUPE: 'Le référent a déjà un rendez-vous avec quelqu’un d’autre à cette heure.',
  RDV_HORS_DELAI: 'Ce jour est hors du délai attendu pour cet entretien.',
  RDV_ANNONCE_TARDIVE: 'Le courrier partira trop tard pour prévenir la personne à temps : appelez-la.',
  RDV_EN_DOUBLE: 'Un rendez-vous de cette sorte est déjà prévu.',
  ACTUALISATION_MOIS_INVALIDE: 'Le mois n’existe pas ou n’est pas écrit AAAA-MM.',
  ACTUALISATION_FUTURE: 'La date de l’actualisation est à venir.',
  ACTUALISATION_PREMATUREE: 'L’actualisation est datée avant l’ouverture de sa période.',
  ACTUALISATION_SANS_OBJET: 'Aucune actualisation n’est attendue pour ce mois dans ce dossier.',
} as const;

/** Codes written `CODE:x`: `x` names a field, a parameter or what was looked for. */
export const phrasesParametrees = {
  CARACTERE_INTERDIT: (x: string) =>
    `Le champ « ${x} » contient un caractère invisible ou illisible, qui ne peut pas être enregistré : il est à retaper.`,
  TEXTE_TROP_LONG: (x: string) => `Le champ « ${x} » dépasse 2 000 caractères.`,
  VALEUR_CHANGEE: (x: string) => `Le champ « ${x} » a changé depuis que vous l’avez vu.`,
  ATTRIBUT_AUTRE_TYPE: (x: string) =>
    `Le moteur a déjà un attribut de recherche « ${x} », d’un autre type que celui de Jalon : l’en retirer d’abord.`,
  VERSION_SANS_WORKER: (x: string) =>
    `Aucun worker de la version « ${x} » n’est prêt sur chaque file : le moteur n’a rien changé. En lancer un avec JALON_VERSION=${x}, attendre « le worker est prêt », puis recommencer.`,
  MESSAGE_INCONNU: (x: string) => `Un parcours ne connaît aucun message nommé « ${x} ».`,
  /** `x`: the role, then those that may, each by its label. */
  USAGE_NON_PERMIS: (x: string) => {
    const [role, ...permis] = x.split(':');
    const requis =
      permis.length === 0
        ? 'aucun rôle ne le permet'
        : `il y faut le rôle ${permis.map((r) => `« ${r} »`).join(' ou ')}`;
    return `Votre compte, de rôle « ${role} », ne permet pas cela : ${requis}. Rien n’a été enregistré.`;
  },
  AGENCE_INCONNUE: (x: string) => `L’agence « ${x} » n’est pas connue de Jalon.`,
  REFERENT_INCONNU: (x: string) => `Le référent « ${x} » n’est pas connu de Jalon.`,
  CHAMP_INCONNU: (x: string) => `Le champ « ${x} » n’existe pas.`,
  COLONNE_MANQUANTE: (x: string) => `La colonne « ${x} » est obligatoire.`,
  COLONNE_EN_DOUBLE: (x: string) => `La colonne « ${x} » figure deux fois.`,
  CHAMP_MANQUANT: (x: string) => `Le champ « ${x} » est obligatoire.`,
  CHAMP_INVALIDE: (x: string) => `Le champ « ${x} » n’a pas une valeur du bon type.`,
  /** `x`: the field, then the limit and what was given, in characters. */
  TROP_LONG: (x: string) => {
    const [champ, maximum, donne] = x.split(':');
    const limite = donne === undefined ? '' : ` : ${limitePassee(Number(maximum), Number(donne))}`;
    return `Le champ « ${champ} » est trop long${limite}.`;
  },
  FILTRE_INVALIDE: (x: string) =>
    `Cette liste ne connaît pas la valeur donnée à « ${x} » : rien n’est montré, plutôt qu’une liste qui ne serait pas celle demandée.`,
  FILTRE_EN_DOUBLE: (x: string) =>
    `L’adresse donne deux valeurs à « ${x} » : rien n’est montré, plutôt qu’une liste qui ne serait pas celle demandée.`,
  REFERENCE_AUTRE_PERSONNE: (x: string) => `La référence « ${x} » est déjà celle d’une autre personne.`,
  CHAMP_DOUTEUX: (x: string) => `Le champ « ${x} » se lit de plusieurs façons, ou pas comme il est écrit.`,
  TEXTE_DOUTEUX: (x: string) => `Le champ « ${x} » a été mal décodé.`,
  DATE_INVALIDE: (x: string) => `La date « ${x} » n’existe pas ou n’est pas écrite AAAA-MM-JJ.`,
  REGLEMENT_INCONNU: (x: string) => `Le règlement « ${x} » n’existe pas.`,
  REGLEMENT_EN_DOUBLE: (x: string) => `Un règlement s’appelle déjà « ${x} ».`,
  REGLEMENT_ANTERIEUR: (x: string) =>
    `Un règlement que la date choisit doit commencer après ceux que Jalon connaît, et non le « ${x} ».`,
  SOURCE_MANQUANTE: (x: string) =>
    `Le paramètre « ${x} » doit être donné avec sa valeur, sa source et sa certitude (S, T, G ou D).`,
  SURCHARGE_INCONNUE: (x: string) => `Le paramètre « ${x} » n’existe pas.`,
  SURCHARGE_INVALIDE: (x: string) => `Le paramètre « ${x} » n’a pas une valeur du bon type.`,
} as const;

/** Codes of what a file of openings (`ouvrir`, `importer`) gets wrong around the rules. */
export const phrasesImport = {
  DOCUMENT_ILLISIBLE: 'Le document n’est pas un objet JSON.',
  FICHIER_VIDE: 'Le fichier est vide.',
  FICHIER_ILLISIBLE: 'Le fichier n’est pas un CSV bien écrit.',
  FICHIER_TROP_GROS: 'Le fichier est trop gros pour être lu d’un coup : coupez-le en plusieurs.',
  FICHIER_CLASSEUR:
    'Le fichier est un classeur, malgré son nom : ouvrez-le dans un tableur et enregistrez-le sous « CSV UTF-8 ».',
  EN_TETE_INCOMPLET: 'L’en-tête du fichier n’a pas toutes les colonnes obligatoires.',
  TELEPHONE_SANS_SMS: 'Ce numéro de téléphone ne reçoit pas de SMS.',
  TROP_DE_CELLULES: 'La ligne a plus de cellules que l’en-tête n’a de colonnes.',
  LIGNE_EN_DOUBLE: 'Le même dossier est déjà plus haut dans le fichier.',
  PERSONNE_DEJA_CONNUE: 'Une personne de même nom et de même naissance a déjà un dossier.',
  COORDONNEES_DIFFERENTES: 'Ce qui est donné de la personne n’est pas ce que dit son dossier.',
  REFERENCE_ARRONDIE: 'La référence est écrite comme un nombre qu’un tableur a arrondi : rendez-lui tous ses chiffres.',
  LIGNE_EN_PANNE: 'La ligne n’a pas pu être ouverte pour une raison imprévue : réessayez-la seule.',
  IMPORT_ARRETE: 'La ligne n’a pas été essayée : plusieurs de suite venaient d’échouer.',
} as const;

/** Codes of `alertes`. */
export const phrasesAlerte = {
  REGLEMENT_ECHU_A_CONFIRMER:
    'La procédure est engagée après la dernière date de validité connue du règlement : ses dates sont annoncées « à confirmer ». Vérifier s’il est prolongé, ou charger celui qui lui succède.',
  ACCEPTATION_DANS_LE_REPORT:
    'L’acceptation est datée après le 21e jour, un jour non ouvré, et au plus tard le jour ouvré suivant : la faire confirmer par France Travail.',
  REMISE_HORS_DATE:
    'La proposition n’a pas été remise le lendemain de la décision de validation ou d’homologation du PSE.',
  REMISE_TARDIVE_MATERNITE: 'La proposition a été remise après le lendemain du retour de congé maternité.',
  PRE_BILAN_HORS_DELAI: 'La date du pré-bilan est postérieure à son échéance.',
  PSP_HORS_DELAI: 'La date de validation du plan de sécurisation professionnelle est postérieure à son échéance.',
  PSP_SANS_PRE_BILAN: 'Aucun pré-bilan ne précède la validation du plan de sécurisation professionnelle.',
  POINT_ETAPE_HORS_FENETRE: 'La date du point d’étape est en dehors de sa fenêtre.',
  BILAN_HORS_FENETRE: 'La date du bilan est en dehors de sa fenêtre.',
  CONGES_DEPASSES: 'Les congés dépassent le nombre de jours permis.',
  TAUX_PLEIN_PENDANT_CSP: 'La personne atteint la retraite à taux plein pendant le CSP.',
  REINTEGRATION_IMPOSSIBLE_TERME_DEPASSE:
    'La période d’essai n’est pas rompue avant le terme du CSP : la réintégration n’est pas possible.',
} as const;

export type CodeForme = keyof typeof phrasesForme;
export type CodeRegle = keyof typeof phrasesRegle | 'REPONSE_INCONNUE';
export type CodeRejet = CodeForme | CodeRegle;
export type CodeErreur = keyof typeof phrasesErreur | `${keyof typeof phrasesParametrees}:${string}`;
export type CodeMessage = keyof typeof phrasesMessage;
export type CodeAlerte = keyof typeof phrasesAlerte;

const phrases: Readonly<Record<string, string>> = {
  ...phrasesForme,
  ...phrasesRegle,
  ...phrasesErreur,
  ...phrasesAlerte,
  ...phrasesMessage,
  ...phrasesActe,
  ...phrasesImport,
  ...phrasesEffacement,
  ...phrasesCourriers,
  ...phrasesRendezVous,
  ...phrasesComptes,
};

/**
 * The French sentence of a code, with the name of the field for codes such as `CHAMP_MANQUANT:residence`.
 * @throws RangeError for a code that is not in the catalogue: a bug, never an input.
 */
export function phrase(code: string): string {
  const [racine, ...suite] = code.split(':');
  const cle = racine as string;
  if (suite.length > 0 && Object.hasOwn(phrasesParametrees, cle)) {
    return phrasesParametrees[cle as keyof typeof phrasesParametrees](suite.join(':'));
  }
  if (suite.length === 0 && Object.hasOwn(phrases, cle)) return phrases[cle] as string;
  throw new RangeError(`code absent du catalogue : ${code}`);
}
