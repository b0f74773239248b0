import {
  ajouterJours,
  ajouterMois,
  type DateCivile,
  dateCivile,
  deMois,
  enChiffres,
  max,
  min,
  moisDe,
} from '../calendrier/dates';
import { minuscule } from '../droit/expliquer/mots';
import type { Evenement, EvenementDe } from '../faits/evenements';
import { faitsComptes } from '../faits/faits-retenus';
import type { EntreeJournal } from '../faits/journal';
import { naturesContrat } from '../faits/types/reprise-emploi';
import type { Situation } from './situation';

/** The papers of a CSP that someone has to have. */
export const sortesPiece = [
  'BULLETIN_ACCEPTATION',
  'PIECE_IDENTITE',
  'ATTESTATION_EMPLOYEUR',
  'DEMANDE_ASP',
  'CONTRAT_TRAVAIL',
  'BULLETIN_PAIE',
  'KBIS',
  'ARRET_TRAVAIL',
] as const;
export type SortePiece = (typeof sortesPiece)[number];

/** A paper that the facts of a dossier make expected, whether it is there or not. */
export interface PieceAttendue {
  /** What it is and what it proves: `CONTRAT_TRAVAIL/<id of the entry that first stated the fact>`; a correction leaves it. */
  cle: string;
  sorte: SortePiece;
  /** French, for the page of the dossier: "Contrat de travail : CDD à partir du 01/07/2025". */
  libelle: string;
  /** French, without the cause of an absence: it is read in lists and in the mail of the morning. */
  aDemander: string;
  /** Day on which one asks for it; no text gives one but for what the CSP begins with. */
  pourLe: DateCivile;
}

/** The four that the CSP cannot begin without, asked for by one task of the journey. @see C15 art. 5, S002 */
const AU_DEBUT: readonly (readonly [SortePiece, string])[] = [
  ['BULLETIN_ACCEPTATION', 'Bulletin d’acceptation signé'],
  ['PIECE_IDENTITE', 'Copie d’une pièce d’identité'],
  ['ATTESTATION_EMPLOYEUR', 'Attestation de l’employeur'],
  ['DEMANDE_ASP', 'Demande d’ASP'],
];

/** "Au plus tôt" for the carnet (S003): one asks after a week and a day. Our decision, to confirm. */
export const DELAI_JOURS = 8;
/** A payslip comes early in the next month. Our decision, to confirm. */
const DELAI_PAIE_JOURS = 15;

export interface DossierAPieces {
  journal: readonly EntreeJournal[];
  dateReprise: DateCivile | null;
  situation: Pick<Situation, 'resultat' | 'faits'>;
}

/** Whether a paper is one of those that the CSP begins with. */
export const estDuDebut = ({ sorte }: Pick<PieceAttendue, 'sorte'>): boolean => AU_DEBUT.some(([s]) => s === sorte);

/**
 * The papers expected of a dossier on a day, in the order of what they prove; what was before its hand-over was asked for by others.
 * @see S003, "Communication des évènements à France Travail", "Reprise d’activité en CSP"
 */
export function piecesAttendues(dossier: DossierAPieces, jour: DateCivile): PieceAttendue[] {
  const { journal, dateReprise, situation } = dossier;
  const faits = faitsComptes(journal, situation.faits);
  const evenements = faits.map(({ evenement }) => evenement);
  const debuts = faits.flatMap(({ id, evenement: e }) =>
    'debut' in e && (dateReprise === null || e.debut >= dateReprise) ? [{ base: racineDe(journal, id), e }] : [],
  );
  return [
    ...piecesDuDebut(dossier),
    ...debuts.flatMap(({ base, e }): PieceAttendue[] => {
      const piece = { pourLe: ajouterJours(max(e.debut, consigneLe(journal, base)), DELAI_JOURS) };
      switch (e.type) {
        case 'REPRISE_EMPLOI': {
          const nature = `${naturesContrat[e.nature]} à partir du ${enChiffres(e.debut)}`;
          return [
            {
              ...{ cle: `CONTRAT_TRAVAIL/${base}`, sorte: 'CONTRAT_TRAVAIL', ...piece },
              libelle: `Contrat de travail : ${nature}`,
              aDemander: `Demander une copie du contrat de travail commencé le ${enChiffres(e.debut)}.`,
            },
            ...bulletinsDePaie(situation, { base, debut: e.debut, fin: finDuContrat(evenements, e) }, jour),
          ];
        }
        case 'CREATION_ENTREPRISE':
          return [
            {
              ...{ cle: `KBIS/${base}`, sorte: 'KBIS', ...piece },
              libelle: `Extrait Kbis : entreprise immatriculée le ${enChiffres(e.debut)}`,
              aDemander: `Demander l’extrait Kbis de l’entreprise immatriculée le ${enChiffres(e.debut)}.`,
            },
          ];
        case 'ARRET_MALADIE':
          return [
            {
              ...{ cle: `ARRET_TRAVAIL/${base}`, sorte: 'ARRET_TRAVAIL', ...piece },
              libelle: `Arrêt de travail du ${enChiffres(e.debut)} au ${enChiffres(e.fin)}`,
              aDemander: `Demander le justificatif de l’absence du ${enChiffres(e.debut)} au ${enChiffres(e.fin)}.`,
            },
          ];
        default:
          return [];
      }
    }),
  ];
}

function piecesDuDebut({ dateReprise, situation: { resultat } }: DossierAPieces): PieceAttendue[] {
  const { decision, dateDecision, debutCsp } = resultat;
  if (decision !== 'ACCEPTATION' || !dateDecision || !debutCsp) return [];
  if (dateReprise !== null && dateReprise > dateDecision) return [];
  return AU_DEBUT.map(([sorte, libelle]) => ({
    ...{ cle: `${sorte}/ACCEPTATION`, sorte, libelle, pourLe: debutCsp },
    aDemander: `Demander : ${minuscule(libelle)}.`,
  }));
}

/** One for each month of a job within the CSP, once the month is over. */
function bulletinsDePaie(
  { resultat: { dateFinCsp } }: DossierAPieces['situation'],
  contrat: { base: string; debut: DateCivile; fin: DateCivile | null },
  jour: DateCivile,
): PieceAttendue[] {
  const dernier = min(contrat.fin ?? jour, dateFinCsp ?? jour);
  // A job that ends the CSP begins the day after it: none of its months is of the CSP.
  if (dernier < contrat.debut) return [];
  const pieces: PieceAttendue[] = [];
  for (let mois = dateCivile(`${moisDe(contrat.debut)}-01`); mois <= dernier; mois = ajouterMois(mois, 1)) {
    const suivant = ajouterMois(mois, 1);
    if (suivant > jour) break;
    pieces.push({
      ...{ cle: `BULLETIN_PAIE/${contrat.base}/${moisDe(mois)}`, sorte: 'BULLETIN_PAIE' },
      libelle: `Bulletin de paie ${deMois(moisDe(mois))}`,
      aDemander: `S’assurer que le bulletin de paie ${deMois(moisDe(mois))} est transmis à France Travail.`,
      pourLe: ajouterJours(suivant, DELAI_PAIE_JOURS - 1),
    });
  }
  return pieces;
}

/** The next day on which one more paper is expected though nobody says anything: a month of a job is over. Null when none will be. */
export function prochainBulletinLe(dossier: DossierAPieces, jour: DateCivile): DateCivile | null {
  const { dateFinCsp } = dossier.situation.resultat;
  if (!dateFinCsp) return null;
  const apresTout = ajouterMois(dateCivile(`${moisDe(dateFinCsp)}-01`), 1);
  const naissances = piecesAttendues(dossier, apresTout)
    .filter(({ sorte }) => sorte === 'BULLETIN_PAIE')
    .map(({ pourLe }) => dateCivile(`${moisDe(pourLe)}-01`))
    .filter((naissance) => naissance > jour);
  return naissances.sort()[0] ?? null;
}

/** The last day of a job: the one that was said since, else the planned one; null for one that lasts. */
function finDuContrat(
  evenements: readonly Evenement[],
  { contratId, fin }: EvenementDe<'REPRISE_EMPLOI'>,
): DateCivile | null {
  const dite = evenements.findLast((e) => e.type === 'FIN_CONTRAT' && e.contratId === contratId);
  return dite?.type === 'FIN_CONTRAT' && contratId !== undefined ? dite.date : (fin ?? null);
}

/** Id of the entry that first stated a fact, whatever corrected it since. */
function racineDe(journal: readonly EntreeJournal[], id: string): string {
  const entrees = new Map(journal.map((entree) => [entree.id, entree]));
  let racine = id;
  for (let e = entrees.get(id); e?.acte === 'corriger'; e = entrees.get(e.remplace)) racine = e.remplace;
  return racine;
}

/** The day on which a fact was first recorded, on the clock of the register. */
const consigneLe = (journal: readonly EntreeJournal[], id: string): DateCivile =>
  dateCivile((journal.find((entree) => entree.id === id)?.enregistreLe ?? '0001-01-01').slice(0, 10));
