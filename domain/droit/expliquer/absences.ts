import { couper, duree } from '../../calendrier/intervalles';
import type { Resultat } from '../../dossier/resultat';
import { deCause } from '../../faits/causes';
import { activites } from '../regles/examen';
import { type ContexteExplication, nommerContrat } from './contexte';
import { arretPendantActivite, cumul, essaiRompu } from './doutes';
import { type Famille, parChamps, type Raison, type RaisonsDesChamps } from './expliqueur';
import { jours, le, periode, periodes } from './mots';
import { CARNET, decide } from './sources';

type Cles = 'suspensions' | 'joursActiviteCumules' | 'reintegrations' | 'conges' | 'formations';

/** Six calendar months have 181 days at least: from there on the two readings of the sources part. */
const SIX_MOIS_JOURS = 180;

type Conges = NonNullable<Resultat['conges']>;

const baseConges = { regle: 'R21', parametres: ['congesMaxJours'] } satisfies Partial<Raison>;

/** The periods of leave that a rule did not reject; none when the events are not given. */
const joursDeConge = (c: ContexteExplication): string => {
  const pris = c.admis('CONGES').map(({ debut, fin }) => ({ debut, fin }));
  return pris.length === 0 ? '' : ` ${periodes(pris)}`;
};

const conges: RaisonsDesChamps<Conges> = {
  joursPris: ({ joursPris }, c) => ({
    ...baseConges,
    libelle: 'Jours de congé pris',
    phrase:
      joursPris === 0
        ? `Aucun jour de congé n’est déclaré dans ${c.mots.le}.`
        : `${jours(joursPris)} de calendrier${joursDeConge(c)}, dans ${c.mots.le}, un même jour comptant une fois.`,
    fondements: [CARNET, decide('jours de calendrier, réunis')],
  }),
  solde: ({ joursPris, depassement }, c) => ({
    ...baseConges,
    libelle: 'Jours de congé restants',
    phrase: `${c.parametres.congesMaxJours} jours permis, moins ${joursPris} pris${depassement > 0 ? ', jamais moins que zéro' : ''}.`,
  }),
  depassement: ({ joursPris, depassement }, c) => ({
    ...baseConges,
    libelle: 'Jours de congé en trop',
    phrase:
      depassement === 0
        ? `${jours(joursPris)} pris, dans la limite de ${c.parametres.congesMaxJours}.`
        : `${jours(joursPris)} pris, pour ${c.parametres.congesMaxJours} permis.`,
  }),
};

/** What becomes of a training that outlives the CSP. @see R23 */
function poursuite(
  { fin, poursuite: suite }: NonNullable<Resultat['formations']>[number],
  c: ContexteExplication,
): string {
  const { reinscription, dateFinCsp } = c.resultat;
  const depasse = `Elle finit le ${le(fin)}, après le dernier jour ${c.mots.du} (${le(dateFinCsp!)})`;
  const effet = () => `, qui prend effet le ${le(reinscription!.dateEffet!)}`;
  switch (suite) {
    case null:
      return `Elle finit le ${le(fin)}, au plus tard le dernier jour ${c.mots.du} (${le(dateFinCsp!)}).`;
    case 'POURSUIVIE':
      return `${depasse}, et se poursuit sans interruption grâce à la réinscription${effet()}.`;
    case 'POURSUIVIE_AVEC_INTERRUPTION':
      return `${depasse}, et ne se poursuit qu’à partir de la réinscription${effet()}.`;
    case 'SOUS_CONDITION_REINSCRIPTION':
      return `${depasse} : elle se poursuit si la personne se réinscrit.`;
    case 'SANS_OBJET':
      return `${depasse}, sans que la réinscription soit attendue.`;
  }
}

/** What interrupts the accompaniment, or goes along with it. @see R14, R16, R21, R23, R24 */
export const absences: Famille<Cles> = {
  suspensions: (liste, c) =>
    liste.map((suspension, i) => ({
      sous: String(i),
      libelle: 'Suspension',
      valeur: suspension,
      regle: 'R24',
      phrase: `${jours(duree(suspension))} ${deCause(suspension.cause)} ${periode(suspension)}, sans ${c.mots.allocation.sigle}.`,
      cles: ['debutCsp', 'dateFinCsp'],
      autres: c.evaluation.faits
        .filter((f) => f.cause === suspension.cause && couper([f], suspension.debut, suspension.fin).length > 0)
        .map(({ index }) => c.fait(index)),
      fondements: [CARNET],
      doute: arretPendantActivite(c, suspension),
    })),
  joursActiviteCumules: (total, c) => {
    const { debutCsp, dateFinCsp } = c.resultat;
    const { activiteCumulMaxJours: max } = c.parametres;
    const comptes = couper(activites(c.evaluation.faits), debutCsp!, dateFinCsp!);
    const limite = max === null ? 'sans limite de cumul' : `pour ${max} permis en tout`;
    return {
      regle: 'R14',
      phrase:
        total === 0
          ? `Aucun jour d’activité dans ${c.mots.le}, ${limite}.`
          : `${jours(total)} d’activité ${periodes(comptes)}, ${limite}.`,
      cles: ['debutCsp', 'dateFinCsp'],
      parametres: ['activiteCumulMaxJours'],
      autres: c.evaluation.faits.filter(({ nature }) => nature === 'ACTIVITE').map(({ index }) => c.fait(index)),
      doute: total > SIX_MOIS_JOURS ? cumul(c) : null,
    };
  },
  reintegrations: (liste, c) =>
    liste.map((reintegration) => {
      const { contratId, date } = reintegration;
      const contrat = c.contrats.find(({ id }) => id === contratId);
      const quoi = contrat ? nommerContrat(contrat) : `contrat ${contratId}`;
      const rompu = contrat ? ` le ${le(contrat.finReelle)}` : '';
      return {
        sous: contratId,
        libelle: `Réintégration après le ${quoi}`,
        valeur: reintegration,
        regle: 'R16',
        phrase: `Essai du ${quoi} rompu${rompu} : retour dans ${c.mots.le} le lendemain, le ${le(date)}.`,
        cles: ['terme'],
        parametres: ['essaiRompuReintegre', 'essaiRompuProlonge'],
        autres: contrat ? [c.fait(contrat.index)] : [],
        doute: essaiRompu(c),
      } satisfies Raison;
    }),
  conges: (objet, c) => parChamps(objet, conges, c),
  formations: (liste, c) =>
    liste.map((formation) => ({
      sous: String(formation.index),
      libelle: 'Formation',
      valeur: formation,
      regle: 'R23',
      phrase: poursuite(formation, c),
      cles: ['dateFinCsp', 'reinscription'],
      autres: [c.fait(formation.index)],
      fondements: [c.convention('art. 11')],
    })),
};
