import { enteteCsv, lignesCsv } from '../../commun/csv';
import { type DateCivile, enChiffres } from '../../domain/calendrier/dates';
import type { Referent } from '../../domain/dossier/personnes';
import { type FiltreDossiers, type LigneDossier, listerDossiers, type Registre, tracer } from '../../registre';
import { libelleEtape } from '../affichage/libelles';

export interface PortefeuilleAExporter {
  filtre: FiltreDossiers;
  /** What narrowed the list, in words: each row carries it, whatever is sorted or cut out since. */
  criteres: string;
  referents: readonly Referent[];
  auteur: string;
}

const COLONNES = [
  'Numéro',
  'Nom',
  'Prénom',
  'Entreprise',
  'Étape',
  'Prochaine échéance',
  'Date de l’échéance',
  'Échéance à confirmer',
  'Terme',
  'Terme à confirmer',
  'Alertes',
  'Référent',
  'Liste',
];

/** Read so many at a time: a list has no end of its own. */
const PAR_LECTURE = 500;

/** A list of dossiers as a file for spreadsheets, whole; who took it is in the audit trail, and how much. */
export async function exporterPortefeuille(
  registre: Registre,
  { filtre, criteres, referents, auteur }: PortefeuilleAExporter,
  maintenant: Date,
): Promise<string> {
  const noms = new Map(referents.map(({ id, prenom, nom }) => [id, `${prenom} ${nom}`]));
  const rangees: string[] = [enteteCsv(COLONNES)];
  let nombre = 0;
  for (let lus = PAR_LECTURE; lus === PAR_LECTURE; ) {
    const lignes = await listerDossiers(registre, { ...filtre, limite: PAR_LECTURE, decalage: nombre });
    lus = lignes.length;
    nombre += lus;
    rangees.push(lignesCsv(lignes.map((l) => [...rangee(l), noms.get(l.referent) ?? l.referent, criteres])));
  }
  await tracer(registre, { numero: null, auteur, acte: 'EXPORTER_PORTEFEUILLE', details: { nombre } }, maintenant);
  return rangees.join('');
}

const jour = (date: DateCivile | null): string => (date === null ? '' : enChiffres(date));

const oui = (vrai: boolean): string => (vrai ? 'oui' : '');

const rangee = (l: LigneDossier): (string | number)[] => [
  ...[l.numero, l.nom ?? '', l.prenom ?? '', l.employeur ?? '', libelleEtape(l.etat)],
  ...[l.prochaineLibelle ?? '', jour(l.prochaineEcheance), oui(l.prochaineAConfirmer)],
  ...[jour(l.terme), oui(l.termeAConfirmer), l.alertes],
];
