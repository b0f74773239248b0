import { ajouterJours } from '../../calendrier/dates';
import { estOuvre } from '../../calendrier/jours-ouvres';
import type { MotifFin, Resultat } from '../../dossier/resultat';
import type { MotifSortie } from '../../faits/types/sortie';
import { type ContexteExplication, nommerContrat } from './contexte';
import { cumul, reportEventuel, sixMois, tropCourt } from './doutes';
import type { Fondement } from './explication';
import { type Famille, parChamps, type Raison, type RaisonsDesChamps, siDonne } from './expliqueur';
import { jours, le } from './mots';
import { CARNET, CONTRAT_DE_CALCUL, GUIDE } from './sources';
import { expliquerTerme } from './terme';

type Cles = 'dateFinCsp' | 'motifFin' | 'reinscription';

const REGLES: Readonly<Record<MotifFin, string>> = {
  TERME: 'R10, R15',
  EMPLOI_DURABLE: 'R14',
  CREATION_ENTREPRISE: 'R14',
  REPRISE_EMPLOI: 'R14, R29',
  CONTRAT_TROP_COURT: 'R14',
  CUMUL_ACTIVITE_DEPASSE: 'R14',
  ABANDON: 'R27',
  MANQUEMENT: 'R27',
  FAUSSE_DECLARATION: 'R27',
  RETRAITE: 'R27',
  DECES: 'R27',
};

const fondementsDe = (motif: MotifFin, c: ContexteExplication): Fondement[] => {
  if (motif === 'MANQUEMENT' || motif === 'FAUSSE_DECLARATION') return [c.convention('art. 20'), GUIDE];
  return motif === 'DECES' || motif === 'RETRAITE' ? [CONTRAT_DE_CALCUL] : [CARNET];
};

/** The parameters that decided that a contract ends the CSP, and what is doubtful in them. */
const classements: Partial<Record<MotifFin, (c: ContexteExplication) => Pick<Raison, 'parametres' | 'doute'>>> = {
  EMPLOI_DURABLE: (c) => ({
    parametres: ['emploiDurableMois'],
    doute: c.contratDeSortie && sixMois(c.contratDeSortie.debut, c.contratDeSortie.finPrevue, c),
  }),
  CONTRAT_TROP_COURT: (c) => ({ parametres: ['activiteMinJours'], doute: tropCourt(c) }),
  REPRISE_EMPLOI: () => ({ parametres: ['activiteMinJours'] }),
  CUMUL_ACTIVITE_DEPASSE: (c) => ({ parametres: ['activiteCumulMaxJours'], doute: cumul(c) }),
};

/** What a SORTIE is recorded for. */
const SORTIES = {
  ABANDON: 'à la demande de la personne',
  MANQUEMENT: 'pour manquement',
  FAUSSE_DECLARATION: 'pour fausse déclaration',
  RETRAITE: 'pour départ en retraite',
  DECES: 'pour décès',
} as const satisfies Record<MotifSortie, string>;

/** Why the CSP ends on that day. */
function dernierJour(motif: Exclude<MotifFin, 'TERME'>, c: ContexteExplication): string {
  const fin = c.resultat.dateFinCsp!;
  const lendemain = le(ajouterJours(fin, 1));
  switch (motif) {
    case 'EMPLOI_DURABLE':
    case 'REPRISE_EMPLOI':
      return `La veille de l’embauche du ${lendemain}, qui met fin ${c.mots.au}.`;
    case 'CONTRAT_TROP_COURT':
      return `La veille de l’embauche du ${lendemain}, pour moins de ${jours(c.parametres.activiteMinJours!)}, qui met fin ${c.mots.au}.`;
    case 'CREATION_ENTREPRISE':
      return `La veille de l’immatriculation de l’entreprise, le ${lendemain}.`;
    case 'CUMUL_ACTIVITE_DEPASSE':
      return `La veille du ${lendemain}, jour où le cumul d’activité dépasserait ${jours(c.parametres.activiteCumulMaxJours!)}.`;
    case 'ABANDON':
    case 'MANQUEMENT':
    case 'FAUSSE_DECLARATION':
    case 'RETRAITE':
      return `Dernier jour indiqué par la sortie consignée ${SORTIES[motif]}, le ${le(fin)}.`;
    case 'DECES':
      return `Dernier jour indiqué par la sortie consignée ${SORTIES[motif]}, le ${le(fin)}, qui clôt le parcours.`;
  }
}

/** What ended the CSP, on which test. */
function cause(motif: MotifFin, c: ContexteExplication): string {
  const fin = le(c.resultat.dateFinCsp!);
  const { emploiDurableMois, activiteMinJours, activiteCumulMaxJours } = c.parametres;
  const contrat = c.contratDeSortie;
  const embauche = contrat
    ? nommerContrat(contrat)
    : `contrat commencé le ${le(ajouterJours(c.resultat.dateFinCsp!, 1))}`;
  switch (motif) {
    case 'TERME':
      return `Rien n’a mis fin ${c.mots.au} avant son terme, le ${fin}.`;
    case 'EMPLOI_DURABLE':
      return contrat?.finPrevue === null
        ? `Un ${embauche} met fin ${c.mots.au} la veille, le ${fin}.`
        : `Un contrat d’au moins ${emploiDurableMois} mois (${embauche}) met fin ${c.mots.au} la veille de l’embauche, le ${fin}.`;
    case 'REPRISE_EMPLOI':
      return `Sous ce règlement tout emploi (${embauche}) met fin ${c.mots.au} la veille, le ${fin}.`;
    case 'CONTRAT_TROP_COURT':
      return `Un contrat de moins de ${jours(activiteMinJours ?? 0)} (${embauche}) met fin ${c.mots.au} la veille, le ${fin}.`;
    case 'CUMUL_ACTIVITE_DEPASSE':
      return `Le ${le(ajouterJours(c.resultat.dateFinCsp!, 1))} serait le ${activiteCumulMaxJours! + 1}e jour d’activité, pour ${activiteCumulMaxJours} permis.`;
    case 'CREATION_ENTREPRISE':
      return `La création ou reprise d’une entreprise met fin ${c.mots.au} la veille, le ${fin}.`;
    case 'ABANDON':
      return `La personne a demandé à sortir, dernier jour le ${fin}.`;
    case 'MANQUEMENT':
      return `Une sortie pour manquement a été décidée, dernier jour le ${fin}.`;
    case 'FAUSSE_DECLARATION':
      return `Une sortie pour fausse déclaration a été décidée, dernier jour le ${fin}.`;
    case 'RETRAITE':
      return `Départ en retraite, dernier jour le ${fin}.`;
    case 'DECES':
      return `Décès, dernier jour le ${fin}.`;
  }
}

const motifsEnMots: Readonly<Record<MotifFin, string>> = {
  TERME: 'une fin à son terme',
  EMPLOI_DURABLE: 'une sortie pour un emploi durable',
  CREATION_ENTREPRISE: 'une création d’entreprise',
  REPRISE_EMPLOI: 'une reprise d’emploi',
  CONTRAT_TROP_COURT: 'un contrat trop court',
  CUMUL_ACTIVITE_DEPASSE: 'un cumul d’activité dépassé',
  ABANDON: 'un abandon',
  MANQUEMENT: 'une sortie pour manquement',
  FAUSSE_DECLARATION: 'une sortie pour fausse déclaration',
  RETRAITE: 'un départ en retraite',
  DECES: 'un décès',
};

type Reinscription = NonNullable<Resultat['reinscription']>;

function phraseStatut({ statut, limite, dateDemande }: Reinscription): string {
  switch (statut) {
    case 'A_TEMPS':
      return `Demandée le ${le(dateDemande!)}, dans le délai qui finit le ${le(limite)}.`;
    case 'TARDIVE':
      return `Demandée le ${le(dateDemande!)}, après le ${le(limite)}.`;
    case 'ATTENDUE':
      return `À demander au plus tard le ${le(limite)}.`;
    case 'NON_FAITE':
      return `Aucune demande valable n’est connue et la limite était le ${le(limite)}.`;
    case 'SANS_OBJET':
      return 'La réinscription n’est pas attendue après cette fin.';
  }
}

const champsReinscription: RaisonsDesChamps<Reinscription> = {
  requise: ({ requise }, c) => ({
    libelle: 'Réinscription à faire',
    regle: 'R25',
    phrase: `Après ${motifsEnMots[c.resultat.motifFin!]}, la réinscription à France Travail ${requise ? 'est à faire' : 'n’est pas demandée'}.`,
    cles: ['motifFin'],
    fondements: [CARNET],
  }),
  limite: ({ limite }, c) => {
    const { reinscriptionJours, reportReinscription } = c.parametres;
    const fin = c.resultat.dateFinCsp!;
    const echeance = ajouterJours(fin, reinscriptionJours);
    const ouvre = estOuvre(echeance, c.dossier.residence);
    const report = ouvre ? '' : reportReinscription === 'AUCUN' ? ', sans report' : `, reportés au ${le(limite)}`;
    return {
      libelle: 'Dernier jour pour se réinscrire sans perte',
      regle: 'R25',
      phrase: `${jours(reinscriptionJours)} après le dernier jour ${c.mots.du} (${le(fin)})${report}.`,
      dossier: ['residence'],
      cles: ['dateFinCsp'],
      parametres: ['reinscriptionJours', ...(ouvre ? [] : (['reportReinscription'] as const))],
      doute: reportEventuel(echeance, c, 'ce délai'),
    };
  },
  dateDemande: ({ dateDemande }, c) =>
    dateDemande === null
      ? null
      : {
          libelle: 'Demande de réinscription',
          regle: 'R25',
          phrase: `Première demande reçue après le dernier jour ${c.mots.du}, le ${le(dateDemande)}.`,
          cles: ['dateFinCsp'],
          fondements: [CONTRAT_DE_CALCUL],
        },
  dateEffet: ({ dateEffet, limite, statut }, c) =>
    dateEffet === null
      ? null
      : {
          libelle: 'Date d’effet de la réinscription',
          regle: 'R26',
          phrase:
            statut === 'A_TEMPS'
              ? `Demande faite au plus tard le ${le(limite)} : effet au lendemain ${c.mots.du}, le ${le(dateEffet)}.`
              : `Demande faite après le ${le(limite)} : effet le jour de la demande, le ${le(dateEffet)}.`,
          cles: ['dateFinCsp', 'reinscription'],
          fondements: [CARNET],
        },
  statut: (objet) => ({
    libelle: 'Statut de la réinscription',
    regle: 'R26',
    phrase: phraseStatut(objet),
    cles: ['reinscription', 'motifFin'],
    fondements: [CARNET],
  }),
};

/** How the CSP ends, and what follows. @see R14, R25, R26, R27 */
export const fin: Famille<Cles> = {
  dateFinCsp: siDonne((_, c) => {
    const motif = c.resultat.motifFin!;
    if (motif === 'TERME') return expliquerTerme(c);
    return {
      regle: REGLES[motif],
      phrase: dernierJour(motif, c),
      cles: ['motifFin', 'terme'],
      autres: [c.fait(c.evaluation.sortie!.index)],
      fondements: fondementsDe(motif, c),
      ...classements[motif]?.(c),
    };
  }),
  motifFin: siDonne((motif, c) => {
    const sortie = c.evaluation.sortie;
    return {
      regle: REGLES[motif],
      phrase: cause(motif, c),
      cles: ['dateFinCsp', 'terme'],
      autres: sortie ? [c.fait(sortie.index)] : [],
      fondements: fondementsDe(motif, c),
      ...classements[motif]?.(c),
    };
  }),
  reinscription: (objet, c) => parChamps(objet, champsReinscription, c),
};
